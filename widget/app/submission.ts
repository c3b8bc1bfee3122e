import type { Answer, Who } from '../../lib/surveys/answer';
import type { Ending, Form, Page, Question, Value, Values } from '../../lib/surveys/form';
import { asked, follows, kept } from '../../lib/surveys/path';
import type { Variables } from '../../lib/surveys/rules';
import { type FaultCode, fault } from '../../lib/surveys/validate';

export interface SubmissionOptions {
  who?: Who;
  hidden?: Record<string, string>;
  /** Values that the visitor has yet to send. */
  prefill?: Values;
  /** Address of the page, for rules and results. */
  page?: string;
  /** Called with all that is known after each page. */
  post(answer: Answer): void;
  /** Something that is drawn has changed. */
  changed(): void;
}

/** One visitor's way through one form: what was typed, where it stands, and what is posted. */
export interface Submission {
  readonly id: string;
  readonly form: Form;
  readonly variables: Variables;
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
  set(question: string, value: Value | undefined): void;
  /** Leaves the page, without its answers when it is skipped. @returns false when an answer cannot be sent so */
  next(how: { skip: boolean; bot: boolean }): boolean;
  back(): void;
}

export function makeSubmission(form: Form, options: SubmissionOptions): Submission {
  const { who, hidden = {}, prefill, page, post, changed } = options;
  const startedAt = Date.now();
  const times: Record<string, number> = {};
  const variables: Variables = {
    ...hidden,
    ...(who?.name && { name: who.name }),
    lang: form.lang,
    url: page ?? '',
  };
  let seq = 0;
  let since = startedAt;
  /** What the visitor sent with its page. Nothing else travels: neither what an address filled in, nor what was typed and left. */
  let sent: Values = {};

  const ahead = () => follows(form, run.pageId, run.values, variables);
  const endingOf = (id: string) => form.endings.find((one) => one.id === id);
  const countTime = () => {
    times[run.pageId] = (times[run.pageId] ?? 0) + Date.now() - since;
    since = Date.now();
  };

  const run: Submission = {
    id: crypto.randomUUID(),
    form,
    variables,
    values: { ...prefill },
    faults: {},
    pageId: '',
    ending: undefined,
    trail: [],
    questions: () => asked(form, { id: run.pageId } as Page, run.values, variables),
    isLast: () => !!endingOf(ahead()),
    isUntouched: () => !Object.keys(run.values).length,
    set(question, value) {
      const { [question]: _, ...values } = run.values;
      const { [question.split('.')[0]!]: __, ...faults } = run.faults;
      run.values = value === undefined ? values : { ...values, [question]: value };
      run.faults = faults;
      changed();
    },
    next({ skip, bot }) {
      const faults: Submission['faults'] = {};
      for (const q of run.questions()) {
        const beside = `${q.id}.other`;
        if (skip) {
          const { [q.id]: _, [beside]: __, ...rest } = run.values;
          run.values = rest;
        }
        const code = fault(q, run.values[q.id], run.values[beside]);
        if (code) faults[q.id] = code;
      }
      run.faults = faults;
      const isFine = !Object.keys(faults).length;
      if (isFine) {
        countTime();
        for (const { id } of run.questions())
          for (const key of [id, `${id}.other`]) {
            const { [key]: _, ...rest } = sent;
            const value = run.values[key];
            sent = value === undefined ? rest : { ...rest, [key]: value };
          }
        const to = ahead();
        run.ending = endingOf(to);
        post({
          v: 1,
          id: run.id,
          seq: seq++,
          form: form.id,
          version: form.version,
          lang: form.lang,
          startedAt,
          at: Date.now(),
          done: !!run.ending,
          values: kept(form, sent, variables),
          times: { ...times },
          ...(page && { page }),
          ...(Object.keys(hidden).length && { hidden }),
          ...(who && Object.keys(who).length && { who }),
          ...(bot && { bot }),
        });
        run.trail.push(run.pageId);
        run.pageId = run.ending ? '' : to;
      }
      changed();
      return isFine;
    },
    back() {
      countTime();
      run.faults = {};
      run.pageId = run.trail.pop() ?? run.pageId;
      changed();
    },
  };
  const first = ahead();
  run.ending = endingOf(first);
  run.pageId = run.ending ? '' : first;
  return run;
}
