import type { AuthorForm, Question, Texts } from '@/lib/surveys/form';
import { scaleOf } from '@/lib/surveys/scale';
import { plainForm } from '../clean';

/** Numbers before a question: `3、`, `Q3.`, `3)`. */
const NUMBER = /^(?:q ?\d{1,3} ?[.、:)\s-]|第\d{1,3}题[.、:\s]*|\d{1,3} ?[.、:)](?!\d))\s*/;
const NUMBERED = /^(?:q ?|第)?(\d{1,3})(?:题)?(?:$|[.、:)\s](?!\d))/;
/** What programs write behind one: the type, a star for required, a mark of the sentence. */
const TAIL =
  /[\s*?:。.]+$|[[【(](?:单选|多选|填空|量表|矩阵|打分|排序|必填|single|multiple|required)[^\])】]*[\])】]$/;
const TAG = /<[^<>]{1,100}>/g;

/** Words of a choice in the form in which they are compared. */
export function plainWords(text: string): string {
  return plainForm(text).toLowerCase();
}

/** Of a longer heading the rest is not looked at: what stands behind it is taken off piece by piece. */
const LONGEST = 1000;

/** The same of a question: without its number, and without what programs write behind it. */
export function plainTitle(text: string): string {
  let plain = plainWords(text.slice(0, LONGEST).replace(TAG, ' '));
  plain = plain.replace(NUMBER, '') || plain;
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(TAIL, '').trim() || plain;
  }
  return plain;
}

/** The number that stands before a question; null where none does. */
export function numberOf(heading: string): number | null {
  const [, number] = NUMBERED.exec(plainWords(heading)) ?? [];
  return number ? Number(number) : null;
}

/** A place of a form at which a column may aim. */
export interface Place {
  question: Question<Texts>;
  is: 'value' | 'row' | 'tick' | 'other';
  /** Id of the row or choice. */
  part?: string;
  /** Every way in which a heading may say it, in plain form. */
  names: Set<string>;
}

const saysOf = (texts: Texts | undefined): string[] => {
  const said = Object.values(texts ?? {}).flatMap((text) => [plainTitle(text), plainWords(text)]);
  return [...new Set(said.filter(Boolean))];
};

/** How programs join a question and its row or choice in one heading. */
const JOINED = [
  (title: string, part: string) => `${title} / ${part}`,
  (title: string, part: string) => `${title}:${part}`,
  (title: string, part: string) => `${title}: ${part}`,
  (title: string, part: string) => `${title}—${part}`,
  (title: string, part: string) => `${title} - ${part}`,
  (title: string, part: string) => `${title} [${part}]`,
  (title: string, part: string) => `${title}(${part})`,
  (title: string, part: string) => `${title} (${part})`,
];

const joined = (titles: string[], parts: string[]): Set<string> =>
  new Set(
    titles.flatMap((title) => parts.flatMap((part) => JOINED.map((join) => plainTitle(join(title, part))))),
  );

/** All places of a form, in its order. */
export function placesOf(form: Pick<AuthorForm, 'pages'>): Place[] {
  return form.pages.flatMap((page) => page.questions).flatMap((question) => placesOfOne(question));
}

function placesOfOne(question: Question<Texts>): Place[] {
  const { type, title, rows = [], choices = [], other } = question;
  if (type === 'statement') return [];
  const titles = saysOf(title);
  const place = (is: Place['is'], names: Set<string>, part?: string): Place => ({
    question,
    is,
    names,
    ...(part === undefined ? {} : { part }),
  });
  if (type === 'matrix') return rows.map((row) => place('row', joined(titles, saysOf(row.text)), row.id));
  const range = scaleOf(question)?.join('-');
  const own = place('value', new Set([...titles, ...titles.map((one) => `${one} (${range})`)]));
  const beside = other ? [place('other', joined(titles, saysOf(other)))] : [];
  if (type !== 'multiple') return [own, ...beside];
  const ticks = choices.map((choice) => {
    const says = saysOf(choice.text);
    return place('tick', new Set([...joined(titles, says), ...says]), choice.id);
  });
  return [own, ...beside, ...ticks];
}
