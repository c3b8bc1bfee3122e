import { z } from 'zod';
import { Money } from '@/lib/crm/row';
import { cutText, wholeText } from '@/lib/crm/whole-text';
import { EVENTS, type Payload } from '@/lib/surveys/answer';

/**
 * What may stand in a sealed text. Whoever sealed it is not known: anybody who has seen the public key can. Texts that are too
 * long are cut and what does not belong is dropped, so that an honest answer of a long-winded person is not lost; what an answer
 * cannot do without is required.
 */

const cut = (most: number) => z.string().transform((text) => cutText(text, most));
/** A text, or nothing: one broken field costs itself, not the answer. */
const maybe = (most: number) => cut(most).optional().catch(undefined);
const moment = z
  .number()
  .transform((at) => Math.round(at))
  .pipe(z.int());
const id = z.uuid().transform((text) => text.toLowerCase());

const Who = z
  .object({
    id: maybe(200),
    email: maybe(320),
    name: maybe(200),
    phone: maybe(60),
    hmac: maybe(200),
    token: maybe(100),
  })
  .optional()
  .catch(undefined);

const MOST_FIELDS = 500;

/** An object of plain entries, its keys cut: none of them is `__proto__`, which is a key like any other to JSON. */
const entries = <T>(value: z.ZodType<T>, longest: number) =>
  z.unknown().transform((given): Record<string, T> => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return {};
    const kept = Object.entries(given)
      .slice(0, MOST_FIELDS)
      .flatMap(([key, one]) => {
        const parsed = value.safeParse(one);
        const usable = key.length > 0 && key.length <= longest && !UNSAFE.has(key);
        return parsed.success && usable ? [[key, parsed.data] as const] : [];
      });
    return Object.fromEntries(kept);
  });

const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

const Value = z.union([
  z.number(),
  z.boolean(),
  z.string(),
  z.array(z.string().max(200)).max(200),
  z.record(z.string().max(60), z.string().max(200)),
]);

/** A site may well put a number there: rules and results read it as text. */
const Plain = z.union([z.string(), z.number(), z.boolean()]).transform((value) => cutText(`${value}`, 500));

const Answer = z.object({
  v: z.literal(1),
  id,
  seq: z.int().min(0).max(9999),
  form: z.string().regex(/^[0-9a-z]{10}$/),
  version: z.int().min(1).max(1_000_000),
  lang: cut(20),
  startedAt: moment,
  at: moment,
  done: z.boolean(),
  values: entries(Value, 60),
  order: entries(z.array(z.string().max(40)).max(200), 40).optional(),
  times: entries(z.number().min(0).max(1e9).transform(Math.round), 40).optional(),
  page: maybe(2000),
  hidden: entries(Plain, 40).optional(),
  who: Who,
  bot: z.boolean().optional().catch(undefined),
});

const TrackedEvent = z.object({
  v: z.literal(1),
  id,
  seq: z.literal(0),
  form: z.literal(EVENTS),
  at: moment,
  track: z.enum(['purchase', 'visit']),
  subject: maybe(1000),
  amount: Money.optional().catch(undefined),
  page: maybe(2000),
  who: Who.transform((who) => who ?? {}),
});

/** @returns null for what is no answer and no event */
export function parsePayload(text: string): Payload | null {
  let json: unknown;
  try {
    json = JSON.parse(text, (_, value) => (typeof value === 'string' ? wholeText(value) : value));
  } catch {
    return null;
  }
  const isEvent = (json as { form?: unknown } | null)?.form === EVENTS;
  const { success, data } = (isEvent ? TrackedEvent : Answer).safeParse(json);
  return success ? (data as Payload) : null;
}
