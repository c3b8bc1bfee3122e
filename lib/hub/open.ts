import type { Secret } from '@/lib/crm/secrets';
import { type Payload, parseSealed, sealInfo } from '@/lib/surveys/answer';
import { fromBase64Url } from './bytes';
import { parsePayload } from './payload';
import { ENCAPSULATED, sealingSuite } from './suite';

/** Why a sealed text gives no answer. */
export type Unopened = 'text' | 'key' | 'sealed' | 'content';

/**
 * Opens a sealed text with one of the workspace's keys and parses what is in it. What it was sealed for, form and post, must be
 * what it says: an answer to another form, or one that was sent under another number, does not open.
 */
export async function openSealed(text: string, keys: Secret[]): Promise<Payload | Unopened> {
  const sealed = parseSealed(text.trim());
  if (!sealed) return 'text';
  const key = keys.find(({ id, kind }) => kind === 'answers' && id === sealed.keyId);
  if (!key) return 'key';
  let plain: string;
  try {
    plain = await decrypt(sealed, key);
  } catch {
    return 'sealed';
  }
  const payload = parsePayload(plain);
  const same = payload?.form === sealed.form && `${payload.id}-${payload.seq}` === sealed.rid;
  return payload && same ? payload : 'content';
}

async function decrypt(
  { form, rid, body }: { form: string; rid: string; body: string },
  { value }: Secret,
): Promise<string> {
  const suite = sealingSuite();
  const bytes = fromBase64Url(body);
  const text = new TextEncoder();
  const recipient = await suite.createRecipientContext({
    recipientKey: await suite.kem.importKey('jwk', JSON.parse(value) as JsonWebKey, false),
    enc: bytes.slice(0, ENCAPSULATED).buffer,
    info: text.encode(sealInfo(form)).buffer as ArrayBuffer,
  });
  const opened = await recipient.open(
    bytes.slice(ENCAPSULATED).buffer,
    text.encode(rid).buffer as ArrayBuffer,
  );
  return new TextDecoder('utf-8', { fatal: true }).decode(opened);
}
