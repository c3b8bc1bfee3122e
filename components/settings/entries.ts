/** An address in its normal form, or null for a text that is none. */
export function readAddress(text: string): string | null {
  const address = text.trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) ? address : null;
}

/** An address, or a domain with or without its @; null for anything else. */
export function readAddressOrDomain(text: string): string | null {
  const typed = text.trim().toLowerCase().replace(/^@/, '');
  if (typed.includes('@')) return readAddress(typed);
  return /^[^\s@/]+\.[^\s@/]+$/.test(typed) ? typed : null;
}
