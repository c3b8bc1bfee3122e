/** An address as typed, with the scheme that people leave out. */
export function addressOf(text: string): string {
  const typed = text.trim();
  return /^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
}

/** The host of an origin, as people know a site: `mail.example`. */
export function hostOf(origin: string): string {
  return origin.replace(/^https?:\/\//, '');
}
