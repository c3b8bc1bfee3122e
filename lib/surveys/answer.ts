import type { Order, Values } from './form';

/** What travels: the answer as it is before sealing, and the sealed text. Types and grammar only. */

/** Who answers, as far as the site, the link or the person said. */
export interface Who {
  /** The site's own id of its user. */
  id?: string;
  email?: string;
  name?: string;
  phone?: string;
  /** Hex HMAC-SHA256 of `id` (without it: of `email:` and the address) under the secret that the site's server has. */
  hmac?: string;
  /** Token of a personal link. */
  token?: string;
}

/** One state of one submission. Each post says all that is known; one with a higher `seq` replaces those before. */
export interface Answer {
  v: 1;
  /** UUID of the submission: it becomes the id of the response. */
  id: string;
  /** 0 for the first post of the submission. */
  seq: number;
  form: string;
  version: number;
  lang: string;
  /** Epoch ms by the visitor's clock. */
  startedAt: number;
  at: number;
  /** The last page was answered. */
  done: boolean;
  values: Values;
  /** What was drawn for the blocks of the form. */
  order?: Order;
  /** Milliseconds on each page of the form. */
  times?: Record<string, number>;
  /** Address of the page without its query and fragment. */
  page?: string;
  hidden?: Record<string, string>;
  who?: Who;
  /** The field that people do not see was filled, or no hand was at work. */
  bot?: boolean;
}

/** Something that an identified visitor did, with their consent. It has no form: it is sealed for `EVENTS`. */
export interface TrackedEvent {
  v: 1;
  id: string;
  seq: 0;
  form: typeof EVENTS;
  at: number;
  track: 'purchase' | 'visit';
  subject?: string;
  /** Integer minor units with an ISO 4217 code. */
  amount?: { minor: number; currency: string };
  page?: string;
  who: Who;
}

/** Stands in the place of a form's id where events are meant. */
export const EVENTS = 'events';

export type Payload = Answer | TrackedEvent;

/** A sealed text, taken apart. */
export interface Sealed {
  /** First 8 bytes of SHA-256 of the raw public key, base64url. */
  keyId: string;
  form: string;
  /** `<submission>-<seq>`: one post, wherever it comes by. */
  rid: string;
  /** base64url of the encapsulated key (65 bytes) and the ciphertext. */
  body: string;
}

const SEALED =
  /^1\.([\w-]{11})\.([0-9a-z]{1,20})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-\d{1,4})\.([\w-]{100,})$/;

/** Longest sealed text that anybody takes, in characters: all of them are ASCII. */
export const LONGEST_SEALED = 64_000;

/** Longest JSON that becomes no longer sealed text, in bytes of UTF-8: padding, key, tag and base64url take the rest. */
export const LONGEST_PAYLOAD = 47_616;

/** @returns null when it is no sealed text, whatever else it is */
export function parseSealed(text: string): Sealed | null {
  if (text.length > LONGEST_SEALED) return null;
  const [, keyId, form, rid, body] = SEALED.exec(text) ?? [];
  return keyId && form && rid && body ? { keyId, form, rid, body } : null;
}

export function sealedText({ keyId, form, rid, body }: Sealed): string {
  return `1.${keyId}.${form}.${rid}.${body}`;
}

/** What HPKE binds the answer to besides the key: the form as `info`, the post as additional data. */
export function sealInfo(form: string): string {
  return `sidelight answer 1 ${form}`;
}

/** The number of a case as people say it on the telephone: eight letters and digits of the submission, without 0 O 1 I L U. */
export function receiptNumber(id: string): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
  const digits = id.replaceAll('-', '');
  const at = (from: number) => letters[Number.parseInt(digits.slice(from, from + 4), 16) % letters.length];
  const text = [0, 4, 8, 12, 16, 20, 24, 28].map(at).join('');
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
