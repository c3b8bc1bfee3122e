import { type Answer, LONGEST_PAYLOAD } from '../../lib/surveys/answer';
import type { Question, Values } from '../../lib/surveys/form';
import { follows, kept } from '../../lib/surveys/path';
import { fault } from '../../lib/surveys/validate';
import type { Submission } from './submission';

const without = (values: Values, key: string): Values => {
  const { [key]: _, ...rest } = values;
  return rest;
};

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value) ?? '').length;

/** What is known of a submission besides what was typed. */
export interface Log {
  /** When the page that is shown was entered. */
  since: number;
  /** Milliseconds on each page. */
  times: Record<string, number>;
  /** Number of the next post. */
  seq: number;
  /** What the visitor sent with its page. Nothing else travels: neither what an address filled in, nor what was typed and left. */
  sent: Values;
}

export const newLog = ({ startedAt }: Submission): Log => ({ since: startedAt, times: {}, seq: 0, sent: {} });

function countTime({ pageId }: Submission, log: Log): void {
  const now = Date.now();
  log.times[pageId] = (log.times[pageId] ?? 0) + now - log.since;
  log.since = now;
}

/** What the visitor has sent once this page is sent too. */
function sentWith(run: Submission, { sent: before }: Log, questions: Question[]): Values {
  let sent = before;
  for (const { id } of questions)
    for (const key of [id, `${id}.other`]) {
      const value = run.values[key];
      sent = value === undefined ? without(sent, key) : { ...sent, [key]: value };
    }
  return sent;
}

function answerOf(run: Submission, { seq, times }: Log, sent: Values, bot: boolean): Answer {
  const { form, know, order } = run;
  const { page, hidden = {}, who } = run.options;
  return {
    v: 1,
    id: run.id,
    seq,
    form: form.id,
    version: form.version,
    lang: form.lang,
    startedAt: run.startedAt,
    at: Date.now(),
    done: form.endings.some(({ id }) => id === follows(form, run.pageId, run.values, know)),
    values: kept(form, sent, know),
    ...(order && { order }),
    times: { ...times },
    ...(page && { page }),
    ...(Object.keys(hidden).length && { hidden }),
    ...(who && Object.keys(who).length && { who }),
    ...(bot && { bot }),
  };
}

/**
 * Leaves the page, without the answers of the page when it is skipped. What would be too long to be delivered
 * stays: its longest text is to be made shorter.
 * @returns what is to be posted; nothing when an answer cannot be sent so, and what is wrong stands in `faults`
 */
export function leave(
  run: Submission,
  log: Log,
  { skip, bot }: { skip: boolean; bot: boolean },
): Answer | undefined {
  const questions = run.questions();
  const faults: Submission['faults'] = {};
  for (const q of questions) {
    const beside = `${q.id}.other`;
    if (skip) run.values = without(without(run.values, q.id), beside);
    const code = fault(q, run.values[q.id], run.values[beside]);
    if (code) faults[q.id] = code;
  }
  countTime(run, log);
  const sent = sentWith(run, log, questions);
  const answer = answerOf(run, log, sent, bot);
  const weight = ({ id }: Question) => bytesOf(run.values[id]);
  const [heaviest] = [...questions].sort((a, b) => weight(b) - weight(a));
  if (heaviest && bytesOf(answer) > LONGEST_PAYLOAD) faults[heaviest.id] ??= 'total';
  run.faults = faults;
  if (Object.keys(faults).length) return;
  log.sent = sent;
  log.seq += 1;
  run.trail.push(run.pageId);
  run.goOn();
  return answer;
}

/** To the page before; what was typed stays as it is. */
export function goBack(run: Submission, log: Log): void {
  countTime(run, log);
  run.faults = {};
  run.pageId = run.trail.pop() ?? run.pageId;
}
