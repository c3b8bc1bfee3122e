import { briefing } from '@/lib/advice/briefing';
import { expectedDay } from '@/lib/advice/rhythm-steps';
import { steps } from '@/lib/advice/steps';
import { talks } from '@/lib/advice/talk';
import type { ContactView } from '@/lib/api/views';
import { isTradedWith } from '@/lib/crm/stage-names';
import { pulse } from '@/lib/insight/pulse';
import type { Database } from '../database';
import { identityOf } from '../lookups';
import { MEASURE_TABLES } from '../read-measures';
import { reading } from '../reading';
import { BUNDLE_TABLES, bundle } from '../reads';
import { dealLines } from './deal-views';
import { lastScore, SCORE_TABLES } from './last-score';
import { needViews } from './need-views';
import { dateViews, employer, factViews, newestFact, pointViews } from './profile';
import { type At, situationOf, todayOf, usageOf } from './situation';
import { stagesOf } from './stages';
import { tierView } from './tier-view';
import { taskView, timelineItem } from './timeline';

const PULSE_WEEKS = 104;
const TIMELINE = 50;
/** Of what has no field so much is shown. */
const LONGEST_KEPT = 500;
/** Tasks done so lately are shown below the open ones. */
const DONE_FOR = 14 * 86_400_000;

/** The tables that a contact's view is read from. */
export const CONTACT_TABLES = [
  ...new Set([...BUNDLE_TABLES, ...SCORE_TABLES, ...MEASURE_TABLES, 'deals', 'settings']),
];

/**
 * One contact with all that a profile shows. Null when it does not exist or was deleted.
 * @param at.timeline rows of the time line, newest first; 50 when left out
 */
export async function contactView(
  db: Database,
  id: string,
  at: At & { timeline?: number },
): Promise<ContactView | null> {
  const [read, usage, score, deals, stages] = await reading(db, CONTACT_TABLES, () =>
    Promise.all([
      bundle(db, id, { timeline: at.timeline ?? TIMELINE, doneSince: at.now - DONE_FOR }),
      usageOf(db),
      lastScore(db, id),
      identityOf(db, id).then((ids) => dealLines(db, ids, todayOf(at).day)),
      stagesOf(db, [id], at),
    ]),
  );
  if (!read) return null;
  const { contact, names } = read;
  const today = todayOf(at);
  const situation = situationOf(read, usage);
  const [last] = talks(situation, today);
  const notes = [...read.notes].sort((a, b) => Number(b.pinned) - Number(a.pinned) || b.at - a.at);
  return {
    id: contact.id,
    name: contact.name,
    kind: contact.kind,
    stage: isTradedWith(contact) ? (stages.get(contact.id) ?? null) : null,
    tier: tierView(contact),
    title: newestFact(contact.facts, 'title')?.value ?? null,
    company: employer(contact, read.company),
    facts: factViews(contact.facts),
    points: pointViews(contact.points),
    dates: dateViews(contact.dates, today),
    tags: read.tags,
    consents: contact.consents,
    doNotContact: contact.doNotContact,
    cadence: contact.cadence,
    autolog: contact.autolog,
    kept: Object.values(contact.kept ?? {}).map(({ name, value, source, at }) => ({
      name,
      value: value.slice(0, LONGEST_KEPT),
      source,
      at,
    })),
    addedAt: contact.addedAt,
    briefing: briefing(situation, today),
    steps: steps(situation, today),
    notes: notes.map((one) => timelineItem(one, names, today)),
    timeline: read.activities.map((one) => timelineItem(one, names, today)),
    timelineTotal: read.total,
    tasks: [...read.tasks, ...read.done].map((task) => taskView(task, names, today)),
    pulse: {
      ...pulse(read.figures?.weeks ?? {}, today.day, PULSE_WEEKS),
      expected: expectedDay(contact, last?.activity, today),
    },
    cases: read.cases
      .filter((one) => one.state !== 'resolved')
      .map(({ id, number, title, replyDueAt, repliedAt }) => ({ id, number, title, replyDueAt, repliedAt })),
    deals,
    needs: needViews(contact.needs),
    score,
    others: read.others.map((one) => ({
      id: one.id,
      name: one.name,
      title: newestFact(one.facts, 'title')?.value ?? null,
    })),
    mergedFrom: read.mergedFrom,
    revision: read.figures?.revision ?? contact.clock,
  };
}
