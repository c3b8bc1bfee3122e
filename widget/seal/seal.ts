import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { LONGEST_SEALED, type Payload, sealedText, sealInfo } from '../../lib/surveys/answer';

/** Lengths tell something too: the text is padded to a multiple of this. */
const BLOCK = 256;

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  );
}

function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The sealed text of an answer or event (HPKE base mode, RFC 9180), which only the holder of the private key can open.
 * @param key the workspace's public key: 65 bytes, base64url
 * @throws when the key is none, or the answer too long to be taken
 */
export async function seal(key: string, payload: Payload): Promise<string> {
  const raw = fromBase64url(key);
  const { form } = payload;
  const rid = `${payload.id}-${payload.seq}`;
  const text = utf8(JSON.stringify(payload));
  const padded = new Uint8Array(Math.ceil(text.length / BLOCK) * BLOCK).fill(32);
  padded.set(text);
  const { enc, ct } = await suite.seal(
    { recipientPublicKey: await suite.kem.deserializePublicKey(raw), info: utf8(sealInfo(form)) },
    padded,
    utf8(rid),
  );
  const body = new Uint8Array(enc.byteLength + ct.byteLength);
  body.set(new Uint8Array(enc));
  body.set(new Uint8Array(ct), enc.byteLength);
  const keyId = toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', raw)).subarray(0, 8));
  const sealed = sealedText({ keyId, form, rid, body: toBase64url(body) });
  if (sealed.length > LONGEST_SEALED) throw new Error('The answer is too long.');
  return sealed;
}
