import type { SurveyResponse } from '@/lib/crm/surveys';
import type { Order, Values } from '@/lib/surveys/form';

/** What results count of an answer: everything but its texts, and who it says it is from. */
export interface PackedAnswer
  extends Pick<
    SurveyResponse,
    'id' | 'at' | 'startedAt' | 'version' | 'lang' | 'done' | 'contactId' | 'via'
  > {
  aside: boolean;
  handled: boolean;
  /** As in the body; but of a text only whether there is one. */
  values: Values;
  /** What was drawn for its blocks. */
  order?: Order;
}

/** Stands for a text, which is read from the body when it is shown. */
const A_TEXT = '…';
/** Ids of choices, `yes` and `no`, days. */
const ID = /^[\w.-]{1,40}$/;

/** What is packed of an answer. */
export function packedOf(body: SurveyResponse): PackedAnswer {
  const { id, at, startedAt, version, lang, done, contactId, aside, handledAt, via } = body;
  const values = Object.entries(body.values).map(([key, value]) => [key, brief(value)]);
  return {
    id,
    at,
    startedAt,
    version,
    lang,
    done,
    contactId,
    aside: aside !== null,
    handled: handledAt !== null,
    via,
    values: Object.fromEntries(values),
    ...(body.order ? { order: body.order } : {}),
  };
}

function brief(value: Values[string]): Values[string] {
  if (typeof value !== 'string' || ID.test(value)) return value;
  return value.trim() === '' ? '' : A_TEXT;
}

const [DONE, ASIDE, HANDLED] = [1, 2, 4];
/** Behind the marks its place in this list, which grows at its end. */
const WAYS: readonly SurveyResponse['via'][] = ['hub', 'bridge', 'text', 'hand', 'file'];
const WAY = 8;

type Line = [
  id: string,
  at: number,
  took: number,
  version: number,
  lang: string,
  marks: number,
  contactId: string | 0,
  values: Values,
  order?: Order,
];

/** As one line of text: JSON has no line feeds of its own. */
export function lineOf(answer: PackedAnswer): string {
  const { id, at, startedAt, version, lang, done, aside, handled, via, contactId, values, order } = answer;
  const marks =
    (done ? DONE : 0) + (aside ? ASIDE : 0) + (handled ? HANDLED : 0) + WAY * Math.max(0, WAYS.indexOf(via));
  const line: Line = [id, at, at - startedAt, version, lang, marks, contactId ?? 0, values];
  if (order) line.push(order);
  return JSON.stringify(line);
}

/** Reads lines that are joined by commas. */
export function answersIn(lines: string): PackedAnswer[] {
  return (JSON.parse(`[${lines}]`) as Line[]).map(
    ([id, at, took, version, lang, marks, contactId, values, order]) => ({
      id,
      at,
      startedAt: at - took,
      version,
      lang,
      done: (marks & DONE) > 0,
      aside: (marks & ASIDE) > 0,
      handled: (marks & HANDLED) > 0,
      via: WAYS[Math.floor(marks / WAY)] ?? 'hub',
      contactId: contactId || null,
      values,
      ...(order ? { order } : {}),
    }),
  );
}
