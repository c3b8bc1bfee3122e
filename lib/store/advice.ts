import { whyOf } from '@/lib/advice/advice-why';
import { adviceEvidence, draftOf, reasonOf, titleOf } from '@/lib/advice/advice-words';
import { type Advised, advise, type Case, known } from '@/lib/advice/advise';
import { type EffectivePlay, playsOf } from '@/lib/advice/catalogue/effective';
import type { Measured } from '@/lib/advice/engine/features';
import type { Learned } from '@/lib/advice/engine/learned';
import { isTouched, steps } from '@/lib/advice/steps';
import type { AdviceView } from '@/lib/api/advice-views';
import type { Outcome } from '@/lib/crm/outcomes';
import type { Measures } from '@/lib/insight/measures';
import type { Frame, Subject } from '@/lib/insight/query-subject';
import type { Today } from '@/lib/insight/today';
import { byPerson } from './around';
import type { Database } from './database';
import { learnedOf } from './learned';
import { advisedCount, latestFirst, outcomesOf } from './outcomes';
import { type Brief, briefs } from './reads';
import { frameOf, type When } from './segment-frame';
import { subjectsOf } from './segment-subject';
import { settingsOf } from './settings';
import { situationOf, todayOf, type Usage, usageOf } from './views/situation';

/** What advice on any contact is made with, read once. */
export interface Advisor {
  frame: Frame;
  plays: EffectivePlay[];
  learned: Learned;
  advised: number;
  usage: Usage;
  today: Today;
  when: When;
  drawing: Case['drawing'];
  /** Figures of everybody, where many are advised on. */
  figures?: Measures;
}

/** Reads it, outside of any transaction. */
export async function advisorOf(db: Database, when: When): Promise<Advisor> {
  const [frame, settings, learned, advised, usage, device] = await Promise.all([
    frameOf(db, when),
    settingsOf(db),
    learnedOf(db),
    advisedCount(db),
    usageOf(db),
    db.meta.get('device'),
  ]);
  const today = todayOf(when);
  return {
    frame,
    plays: playsOf(settings.plays),
    learned,
    advised,
    usage,
    today,
    when,
    drawing: { user: String(device?.value ?? ''), day: today.day },
  };
}

/** A contact with what is advised. */
export interface Advice {
  contactId: string;
  brief: Brief;
  subject: Subject;
  advised: Advised;
  measured: Measured;
  /** Of the same play, for this contact: how often it was done. */
  done(playId: string): number;
}

/** Weighs every play for a contact; null for one that is in no list. */
export async function adviceFor(db: Database, id: string, advisor: Advisor): Promise<Advice | null> {
  const [brief] = await briefs(db, [id]);
  const [advice = null] = brief ? await advicesOn(db, [brief], advisor) : [];
  return advice;
}

/** The same of several of whom was read what a row of a table shows. What else is read is of one moment; those who are in no list by then are left out. */
export async function advicesOn(db: Database, read: readonly Brief[], advisor: Advisor): Promise<Advice[]> {
  const ids = read.map(({ contact }) => contact.id);
  const [subjects, outcomes] = await db.transaction('r', db.tables, async () => {
    const found = await subjectsOf(db, ids, advisor.when, advisor.figures);
    const people = [...found.values()].flatMap(({ contactIds }) => contactIds);
    return [found, await outcomesOf(db, people)] as const;
  });
  const became = byPerson(outcomes, ({ contactId }) => [contactId]);
  return read.flatMap((brief) => {
    const subject = subjects.get(brief.contact.id);
    if (!subject) return [];
    const own = subject.contactIds.flatMap((id) => [...(became.get(id) ?? [])]);
    return [weighed(brief, subject, own.sort(latestFirst), advisor)];
  });
}

function weighed(
  brief: Brief,
  subject: Subject,
  outcomes: readonly Outcome[],
  { frame, plays, learned, usage, today, when, drawing, ...advisor }: Advisor,
): Advice {
  const situation = situationOf(brief, usage);
  const advised = advise({
    subject,
    frame,
    plays,
    learned,
    outcomes,
    advised: advisor.advised,
    duties: steps(situation, today),
    touched: isTouched(situation),
    now: when.now,
    drawing,
  });
  return {
    contactId: subject.contact.id,
    brief,
    subject,
    advised,
    measured: known(subject.measures),
    done: (playId) => outcomes.filter((one) => one.playId === playId && one.became === 'done').length,
  };
}

/** What is shown of it; null where nothing is advised. */
export function adviceView(
  { contactId, subject, advised, measured, done }: Advice,
  { learned, today }: Advisor,
): AdviceView | null {
  const { best } = advised;
  const why = whyOf(advised, learned, measured);
  if (!best || !why) return null;
  const { play } = best;
  return {
    contactId,
    playId: play.id,
    kind: play.kind,
    channel: play.channel,
    minutes: play.minutes,
    title: titleOf(play),
    reason: reasonOf(play, measured),
    evidence: adviceEvidence(play, subject, today),
    draft: draftOf(play, subject.contact.name, done(play.id)),
    why,
  };
}
