import type { Who } from '../../lib/surveys/answer';
import type { Ending, Form, Page, Question, Values } from '../../lib/surveys/form';
import { asked, follows } from '../../lib/surveys/path';
import type { Variables } from '../../lib/surveys/rules';
import type { FaultCode } from '../../lib/surveys/validate';

export interface SubmissionOptions {
  who?: Who;
  hidden?: Record<string, string>;
  /** Values that the visitor has yet to send. */
  prefill?: Values;
  /** Address of the page, for rules and results. */
  page?: string;
}

/** One visitor's way through one form: what was typed, and where it stands. What leaves it is in `leave.ts`. */
export interface Submission {
  readonly id: string;
  readonly form: Form;
  readonly variables: Variables;
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
  const ahead = () => follows(form, run.pageId, run.values, variables);
  const endingOf = (id: string) => form.endings.find((one) => one.id === id);

  const run: Submission = {
    id: crypto.randomUUID(),
    form,
    options,
    variables,
    startedAt: Date.now(),
    values: { ...prefill },
    faults: {},
    pageId: '',
    ending: undefined,
    trail: [],
    questions: () => asked(form, { id: run.pageId } as Page, run.values, variables),
    isLast: () => !!endingOf(ahead()),
    isUntouched: () => !Object.keys(run.values).length,
    goOn() {
      const to = ahead();
      run.ending = endingOf(to);
      run.pageId = run.ending ? '' : to;
    },
  };
  run.goOn();
  return run;
}
