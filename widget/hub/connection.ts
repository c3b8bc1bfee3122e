import { sha256 } from './replies.ts';

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Twelve letters and digits: public, it stands in every snippet. */
export function newSpace(): string {
  let space = '';
  while (space.length < 12) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    // 252 is the largest multiple of 36 in a byte: above it some letters would come more often.
    if (byte < 252) space += LETTERS[byte % 36];
  }
  return space;
}

/** 256 bits, base64url. The hub keeps its hash. */
export async function newToken(): Promise<{ token: string; hash: string }> {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const token = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  return { token, hash: await sha256(token) };
}

/** What the workspace is given, once. */
export const connectionAddress = (url: string, space: string, token: string): string =>
  `${url.replace(/\/+$/, '')}/#${space}.${token}`;
