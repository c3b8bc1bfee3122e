import type { Form, Page, Question, Rule, Values } from './form';
import { holds, type Know } from './rules';

/** A form in one language or in all: the path does not read texts. */
type AnyForm<T> = Pick<Form<T>, 'pages' | 'endings'>;

/** A page that the path leads over, with what is asked there. */
export interface Step<T> {
  page: Page<T>;
  /** May be empty: such a page is passed without being shown. */
  questions: Question<T>[];
}

export interface Walk<T> {
  steps: Step<T>[];
  /** Values of what is asked on the path, and nothing else. */
  values: Values;
  /** Id of the ending; empty when the form has none. */
  ending: string;
}

/**
 * The path through a form as the values have it, from the first page to an ending. Only what lies on it counts: an answer that an
 * earlier one takes off the path decides nothing. A jump to nowhere or backwards is none.
 */
export function walk<T>(form: AnyForm<T>, values: Values, know?: Know): Walk<T> {
  const steps: Step<T>[] = [];
  let known: Values = {};
  const learn = (key: string) => {
    if (Object.hasOwn(values, key)) known = { ...known, [key]: values[key]! };
  };
  const are = (rule: Rule) => holds(rule, known, know?.(known));
  let ending = form.endings[0]?.id ?? '';
  for (let at = 0; at < form.pages.length; ) {
    const page = form.pages[at]!;
    const questions = page.questions.filter((question) => {
      if (question.when && !are(question.when)) return false;
      learn(question.id);
      learn(`${question.id}.other`);
      return true;
    });
    steps.push({ page, questions });
    const jump = page.next?.find(({ when, to }) => (leads(form, at, to) || isEnding(form, to)) && are(when));
    if (jump && isEnding(form, jump.to)) {
      ending = jump.to;
      break;
    }
    at = jump ? leads(form, at, jump.to) : at + 1;
  }
  return { steps, values: known, ending };
}

const isEnding = <T>(form: AnyForm<T>, id: string): boolean => form.endings.some((one) => one.id === id);

/** Index of a later page; 0 for everything else. */
function leads<T>(form: AnyForm<T>, at: number, id: string): number {
  const to = form.pages.findIndex((page) => page.id === id);
  return to > at ? to : 0;
}

/** What is asked on a page, in its order. */
export function asked<T>(form: AnyForm<T>, page: Page<T>, values: Values, know?: Know): Question<T>[] {
  return walk(form, values, know).steps.find((step) => step.page.id === page.id)?.questions ?? [];
}

/**
 * What follows a page: the id of the next one on which something is asked, else of the ending.
 * @param pageId of the page that is left; empty for the first page of the path
 */
export function follows<T>(form: AnyForm<T>, pageId: string, values: Values, know?: Know): string {
  const { steps, ending } = walk(form, values, know);
  const at = (id: string) => form.pages.findIndex((page) => page.id === id);
  const from = at(pageId);
  return steps.find(({ page, questions }) => questions.length > 0 && at(page.id) > from)?.page.id ?? ending;
}

/** The values of what is asked on the path, with the texts beside `other`. What they were kept from keeps the same again. */
export function kept<T>(form: AnyForm<T>, values: Values, know?: Know): Values {
  return walk(form, values, know).values;
}

/** How far along a page is, above 0 and below 1; never less than on a page before. */
export function shareDone<T>({ pages }: AnyForm<T>, pageId: string): number {
  return (pages.findIndex((page) => page.id === pageId) + 1) / (pages.length + 1);
}
