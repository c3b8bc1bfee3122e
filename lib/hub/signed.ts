import type { Secret } from '@/lib/crm/secrets';
import type { Who } from '@/lib/surveys/answer';
import { fromHex } from './bytes';

/**
 * Whether the site's server vouches for who answers: an HMAC-SHA256 of their `id`, without one of `email:` and their address, under
 * one of the secrets. Where people choose their own id, one that looks like somebody's address signs no address. The secret as it is shown, 64 letters, is the key: every language's library takes a text.
 */
export async function isSigned(who: Who, secrets: Secret[]): Promise<boolean> {
  const what = who.id ?? (who.email && `email:${who.email}`);
  const mac = fromHex(who.hmac ?? '');
  if (!what || !mac) return false;
  const text = new TextEncoder();
  for (const { kind, value } of secrets) {
    if (kind !== 'identify') continue;
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('raw', text.encode(value), algorithm, false, ['verify']);
    // Compares in constant time.
    if (await crypto.subtle.verify('HMAC', key, mac, text.encode(what))) return true;
  }
  return false;
}
