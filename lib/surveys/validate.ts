import type { Form, Question, Value, Values } from './form';
import { isAnswered } from './rules';
import { scaleOf } from './scale';

/**
 * What is wrong with an answer: `email` is no address, `emailEnd` ends after its @; `low` and `high` lie before or behind the range, `early` and `late`
 * those of a date; `few` and `many` are picks; `long` is a text; `total` is all answers together, said by the widget alone; `other` was chosen and nothing is written beside it; `rows` are left out;
 * `choice` does not exist or stands there twice.
 */
export type FaultCode =
  | 'required'
  | 'email'
  | 'emailEnd'
  | 'phone'
  | 'number'
  | 'low'
  | 'high'
  | 'step'
  | 'early'
  | 'late'
  | 'date'
  | 'few'
  | 'many'
  | 'long'
  | 'total'
  | 'other'
  | 'rows'
  | 'choice';

type Asked = Question<unknown>;

const EMAIL = /^[^\s@<>()[\],;:"\\]+@[^\s@.<>()[\],;:"\\]+(\.[^\s@.<>()[\],;:"\\]+)+$/;
const PHONE = /^\+?(?:[\s().\-/]*\d){5,17}[\s.]*((ext|x|#)\.?\s*\d{1,6})?$/i;
const OTHER = ['single', 'multiple', 'dropdown'];

/** Longest text, in characters. */
export function longest({ type, most }: Pick<Asked, 'type' | 'most'>): number {
  return most ?? (type === 'longtext' ? 5000 : 500);
}

const idsOf = ({ type, choices = [], other }: Asked): string[] =>
  type === 'yesno'
    ? ['yes', 'no']
    : [...choices.map(({ id }) => id), ...(other && OTHER.includes(type) ? ['other'] : [])];

function numberFault(q: Asked, value: number): FaultCode | null {
  const [low, high] = scaleOf(q) ?? [-Infinity, Infinity];
  if (value < low) return 'low';
  if (value > high) return 'high';
  const step = q.step ?? (q.type === 'number' ? 0 : 1);
  const steps = (value - (Number.isFinite(low) ? low : 0)) / step;
  // Steps such as 0.1 are not exact in binary.
  return step > 0 && Math.abs(steps - Math.round(steps)) > 1e-6 ? 'step' : null;
}

function dateFault({ range }: Asked, day: string): FaultCode | null {
  const date = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(day) : new Date(Number.NaN);
  if (Number.isNaN(+date) || !date.toISOString().startsWith(day)) return 'date';
  const [low, high] = (range ?? []) as (string | undefined)[];
  return low && day < low ? 'early' : high && day > high ? 'late' : null;
}

function listFault(q: Asked, value: unknown): FaultCode | null {
  if (!Array.isArray(value)) return 'choice';
  const ids = idsOf(q);
  if (new Set(value).size < value.length || !value.every((id) => ids.includes(id))) return 'choice';
  const [least, most] = q.pick ?? [q.type === 'ranking' ? ids.length : 1, ids.length];
  return value.length < Math.min(least, ids.length) ? 'few' : value.length > most ? 'many' : null;
}

function matrixFault(q: Asked, value: unknown): FaultCode | null {
  if (typeof value !== 'object' || Array.isArray(value)) return 'choice';
  const [ids, rows] = [idsOf(q), (q.rows ?? []).map(({ id }) => id)];
  const given = Object.entries(value as object);
  if (!given.every(([row, id]) => rows.includes(row) && ids.includes(id))) return 'choice';
  return q.required && given.length < rows.length ? 'rows' : null;
}

function textFault(q: Asked, value: unknown): FaultCode | null {
  if (typeof value !== 'string') return 'choice';
  if ([...value].length > longest(q)) return 'long';
  const text = value.trim();
  if (q.type === 'email' && !EMAIL.test(text)) return /^[^\s@]+@$/.test(text) ? 'emailEnd' : 'email';
  return q.type === 'phone' && !PHONE.test(text) ? 'phone' : null;
}

/**
 * What is wrong with the answer to one question that is asked; null when it can be sent. Also for values that no widget makes.
 * @param other what was written beside the choice `other`
 */
export function fault(q: Asked, value: Value | undefined, other?: Value): FaultCode | null {
  if (q.type === 'statement') return null;
  if (!isAnswered(value)) return q.required ? 'required' : null;
  switch (q.type) {
    case 'nps':
    case 'csat':
    case 'ces':
    case 'slider':
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? numberFault(q, value) : 'number';
    case 'date':
      return typeof value === 'string' ? dateFault(q, value) : 'date';
    case 'consent':
      return value === true ? null : 'choice';
    case 'multiple':
    case 'ranking':
      return listFault(q, value) ?? besideFault(q, value, other);
    case 'matrix':
      return matrixFault(q, value);
    case 'single':
    case 'dropdown':
    case 'yesno':
      return idsOf(q).includes(value as string) ? besideFault(q, value, other) : 'choice';
    default:
      return textFault(q, value);
  }
}

/** A required question is not answered by `other` alone. */
function besideFault(q: Asked, value: unknown, other: unknown): FaultCode | null {
  const isOther = value === 'other' || (Array.isArray(value) && value.includes('other'));
  if (typeof other === 'string' && [...other].length > 500) return 'long';
  return isOther && q.required && !isAnswered(other) ? 'other' : null;
}

/** Cut to so many characters, never through the middle of one. */
const cut = (text: string, most: number): string =>
  text.length > most ? [...text].slice(0, most).join('') : text;

/**
 * The values that belong to a form, whatever was sent: answers to its questions that the widget would have taken, texts cut to their
 * longest. Missing answers are no fault here: an answer may be partial. The path is not looked at, for its variables are not known.
 */
export function clean(form: Pick<Form<unknown>, 'pages'>, values: unknown): Values {
  const found: [string, Value][] = [];
  const read = (key: string) =>
    Object.hasOwn(Object(values), key) ? (values as Record<string, Value>)[key] : undefined;
  for (const q of form.pages.flatMap((page) => page.questions)) {
    const sent = read(q.id);
    const value = typeof sent === 'string' ? cut(sent, longest(q)) : sent;
    if (!isAnswered(value) || fault({ ...q, required: false }, value)) continue;
    found.push([q.id, value!]);
    const beside = read(`${q.id}.other`);
    const isOther = value === 'other' || (Array.isArray(value) && value.includes('other'));
    if (isOther && typeof beside === 'string' && beside.trim())
      found.push([`${q.id}.other`, cut(beside, 500)]);
  }
  return Object.fromEntries(found);
}
