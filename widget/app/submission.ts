import type { Who } from '../../lib/surveys/answer';
import type { Ending, Form, Order, Page, Question, Values } from '../../lib/surveys/form';
import { asked, follows } from '../../lib/surveys/path';
import type { Know, Variables } from '../../lib/surveys/rules';
import type { FaultCode } from '../../lib/surveys/validate';
import type { More } from './more';

export interface SubmissionOptions {
  who?: Who;
  hidden?: Record<string, string>;
  /** Values that the visitor has yet to send. */
  prefill?: Values;
  /** Address of the page, for rules and results. */
  page?: string;
  /** There from the beginning where an order is drawn; what is computed has time until the first page is left. */
  more?: More | undefined;
  /** Decides what is drawn; unless told the visitor's own, kept while the tab is open. */
  seed?: string;
}

/** One visitor's way through one form: what was typed, and where it stands. What leaves it is in `leave.ts`. */
export interface Submission {
  readonly id: string;
  /** As this visitor is shown it. */
  form: Form;
  readonly variables: Variables;
  /** What rules and texts can ask besides the answers. */
  know: Know;
  /** What was drawn. */
  order?: Order;
  readonly options: SubmissionOptions;
  /** Epoch ms. */
  readonly startedAt: number;
  /** What was typed, on the path or not. */
  values: Values;
  faults: Record<string, FaultCode>;
  /** Empty on the ending. */
  pageId: string;
  ending: Ending | undefined;
  /** Pages that lie behind. */
  trail: string[];
  questions(): Question[];
  isLast(): boolean;
  isUntouched(): boolean;
  /** The page that follows, or the ending. */
  goOn(): void;
}

export function makeSubmission(form: Form, options: SubmissionOptions): Submission {
  const { who, hidden, prefill, page } = options;
  const variables: Variables = {
    ...hidden,
    ...(who?.name && { name: who.name }),
    lang: form.lang,
    url: page ?? '',
  };
  const ahead = () => follows(run.form, run.pageId, run.values, run.know);
  const endingOf = (id: string) => form.endings.find((one) => one.id === id);

  const run: Submission = {
    id: crypto.randomUUID(),
    form,
    options,
    variables,
    know: () => variables,
    startedAt: Date.now(),
    values: { ...prefill },
    faults: {},
    pageId: '',
    ending: undefined,
    trail: [],
    questions: () => asked(run.form, { id: run.pageId } as Page, run.values, run.know),
    isLast: () => !!endingOf(ahead()),
    isUntouched: () => !Object.keys(run.values).length,
    goOn() {
      const to = ahead();
      run.ending = endingOf(to);
      run.pageId = run.ending ? '' : to;
    },
  };
  options.more?.ready(run);
  run.goOn();
  return run;
}
