/**
 * Whether a press is this key, on any keyboard: a letter of ours, or "/", is the one that is written on the key, so that Ctrl+Z is Z on a
 * German or French keyboard too. Where the key writes neither (Cyrillic, Option on a Mac, an input method) its place counts.
 * @param code `KeyboardEvent.code` on an English keyboard, such as "KeyZ" or "Slash"
 */
export function isKey(event: Pick<KeyboardEvent, 'key' | 'code'>, code: string): boolean {
  if (event.key === '/') return code === 'Slash';
  const isLetter = /^[a-z]$/i.test(event.key);
  return (isLetter ? `Key${event.key.toUpperCase()}` : event.code) === code;
}
