import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { type Payload, parseSealed, sealInfo } from '../../../lib/surveys/answer.ts';

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

export interface TestKeys {
  /** As it stands in a snippet. */
  key: string;
  keyId: string;
  /** What a sealed text holds; throws when it was not sealed for these keys, form and post. */
  open(sealed: string): Promise<Payload>;
}

/** A workspace's pair of keys, and the opening of what was sealed for it. */
export async function makeKeys(): Promise<TestKeys> {
  const pair = await suite.kem.generateKeyPair();
  const raw = Buffer.from(await suite.kem.serializePublicKey(pair.publicKey));
  const keyId = Buffer.from(await crypto.subtle.digest('SHA-256', raw))
    .subarray(0, 8)
    .toString('base64url');
  return {
    key: raw.toString('base64url'),
    keyId,
    async open(sealed) {
      const parsed = parseSealed(sealed);
      if (!parsed) throw new Error(`This is no sealed text: ${sealed.slice(0, 80)}`);
      if (parsed.keyId !== keyId) throw new Error('It was sealed for another key.');
      const bytes = new Uint8Array(Buffer.from(parsed.body, 'base64url'));
      const opened = await suite.open(
        {
          recipientKey: pair.privateKey,
          enc: bytes.slice(0, 65).buffer,
          info: new TextEncoder().encode(sealInfo(parsed.form)),
        },
        bytes.slice(65),
        new TextEncoder().encode(parsed.rid),
      );
      return JSON.parse(new TextDecoder().decode(opened)) as Payload;
    },
  };
}
