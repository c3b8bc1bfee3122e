import type { AuthorForm, Texts } from '../form';
import { scaleOf } from '../scale';
import { type AuthorQuestion, type FormFault, silent } from './fault';

const LISTS = ['single', 'multiple', 'dropdown', 'ranking', 'matrix'];
const DRAWN = ['csat', 'ces'];
/** Numbers that fit beside one another on a telephone. */
const MOST_CELLS = 11;

type Found = Pick<FormFault, 'code' | 'lang'>;

function textFaults(form: AuthorForm, q: AuthorQuestion): Found[] {
  const empty = (code: Found['code'], texts: Texts): Found[] =>
    silent(form, texts).map((lang) => ({ code, lang }));
  // An optional text is either there in all languages or in none.
  const optional = (code: Found['code'], texts: Texts | undefined): Found[] =>
    texts && silent(form, texts).length < form.langs.length ? empty(code, texts) : [];
  const lists = [
    ...(LISTS.includes(q.type) ? (q.choices ?? []) : []),
    ...(q.type === 'matrix' ? (q.rows ?? []) : []),
  ];
  return [
    ...empty('emptyTitle', q.title),
    ...optional('emptyText', q.help),
    ...lists.flatMap(({ text }) => empty('emptyChoice', text)),
    ...(q.other ? empty('emptyChoice', q.other) : []),
    ...(q.ends ?? []).flatMap((end) => optional('emptyEnds', end)),
  ];
}

function isRangeBad(q: AuthorQuestion): boolean {
  const [low, high] = q.range ?? [];
  if (q.type === 'date')
    return low !== undefined && high !== undefined && low !== '' && high !== '' && low > high;
  const scale = scaleOf(q);
  if (!scale) return false;
  if (!(scale[0] < scale[1])) return true;
  return DRAWN.includes(q.type) && (scale[1] - scale[0] >= MOST_CELLS || !scale.every(Number.isInteger));
}

function isStepBad({ type, step, ...q }: AuthorQuestion): boolean {
  if (step === undefined || (type !== 'slider' && type !== 'number')) return false;
  const [low, high] = scaleOf({ type, ...q }) ?? [0, Number.POSITIVE_INFINITY];
  return !(step > 0) || step > high - low;
}

/** What is wrong with a question taken by itself. */
export function questionFaults(form: AuthorForm, q: AuthorQuestion): Found[] {
  const found = textFaults(form, q);
  const choices = (q.choices ?? []).length;
  const add = (code: Found['code'], isWrong: boolean) => {
    if (isWrong) found.push({ code });
  };
  add('fewChoices', LISTS.includes(q.type) && choices + (q.other ? 1 : 0) < 2);
  add('noRows', q.type === 'matrix' && (q.rows ?? []).length === 0);
  add('badRange', isRangeBad(q));
  add('badStep', isStepBad(q));
  const [least, most] = q.pick ?? [1, 1];
  add('badPick', q.pick !== undefined && !(least >= 0 && least <= most && most >= 1 && least <= choices + 1));
  add('badLength', q.most !== undefined && !(Number.isInteger(q.most) && q.most >= 1 && q.most <= 10_000));
  return found;
}
