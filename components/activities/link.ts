/** A link that may be opened: of the web, or to write a mail. Anything else (`javascript:`) is null. */
export function safeLink(link: string | null): string | null {
  return link && /^(https?:\/\/|mailto:)/i.test(link) ? link : null;
}
