import { v4 as uuid } from 'uuid';
import type { Secret } from '@/lib/crm/secrets';
import type { Database } from '@/lib/store/database';
import { keepSecret, secretsOf } from '@/lib/store/secrets';
import { fromBase64Url, toBase64Url } from './bytes';

const KEY_ID_BYTES = 8;

/** What names a public key: the first 8 bytes of SHA-256 of the raw point, base64url. */
export async function keyIdOf(publicKey: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', fromBase64Url(publicKey));
  return toBase64Url(new Uint8Array(digest).slice(0, KEY_ID_BYTES));
}

/** The public key that snippets pin, made when it is first asked for. */
export async function answersKey(db: Database, now: number): Promise<{ publicKey: string; keyId: string }> {
  const [known] = await secretsOf(db, 'answers');
  const { id, publicKey = '' } = known ?? (await keepSecret(db, await newKeyPair(), now));
  return { publicKey, keyId: id };
}

async function newKeyPair(): Promise<Pick<Secret, 'id' | 'kind' | 'value' | 'publicKey'>> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
  const [jwk, raw] = await Promise.all([
    crypto.subtle.exportKey('jwk', pair.privateKey),
    crypto.subtle.exportKey('raw', pair.publicKey),
  ]);
  const publicKey = toBase64Url(new Uint8Array(raw));
  // Only what the key is: another library may not know the uses that this one writes.
  const { kty, crv, x, y, d } = jwk;
  return {
    id: await keyIdOf(publicKey),
    kind: 'answers',
    value: JSON.stringify({ kty, crv, x, y, d }),
    publicKey,
  };
}

/** The secret under which a site's server signs who its user is, made when it is first asked for. */
export async function identifySecret(db: Database, now: number): Promise<string> {
  const [known] = await secretsOf(db, 'identify');
  const secret = known ?? (await keepSecret(db, newIdentify(), now));
  return secret.value;
}

function newIdentify(): Pick<Secret, 'id' | 'kind' | 'value'> {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return { id: uuid(), kind: 'identify', value: hex(bytes) };
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
