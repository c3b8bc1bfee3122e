/** An address as typed, with the scheme that people leave out; '' for what is none, such as "my mail": browsers take that for a host. */
export function addressOf(text: string): string {
  const typed = text.trim();
  if (/\s/.test(typed)) return '';
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(typed)) return typed;
  return /^([^/]+\.[^/]|localhost\b|\[)/i.test(typed) ? `https://${typed}` : '';
}

/** The host of an origin, as people know a site: `mail.example`. */
export function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '');
}
