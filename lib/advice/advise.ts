import type { Step } from '@/lib/api/views';
import type { Outcome } from '@/lib/crm/outcomes';
import { explain } from '@/lib/insight/query';
import type { Frame, Subject } from '@/lib/insight/query-subject';
import type { EffectivePlay } from './catalogue/effective';
import { type Bar, barOf, restsHeld } from './engine/barred';
import { featuresOf, type Measured } from './engine/features';
import { judge } from './engine/judgement';
import type { Learned } from './engine/learned';
import { propensityOf } from './engine/propensity';
import { type Drawing, type Option, type Weighed, weigh } from './engine/rank';
import { factorOf, stakeOf, timingOf } from './engine/score';

/** Everything that advice on one contact rests on. */
export interface Case {
  subject: Subject;
  frame: Frame;
  plays: readonly EffectivePlay[];
  learned: Learned;
  /** What became of advice about the contact so far. */
  outcomes: readonly Outcome[];
  /** Contacts that were ever advised on. */
  advised: number;
  /** Duties of today: where somebody waits for the user, nothing else is written to them. */
  duties: readonly Pick<Step, 'kind'>[];
  touched: boolean;
  now: number;
  drawing: Drawing;
}

/** Why a play that could have been is not there: barred, a duty comes first, or another scored higher. */
export type Why = Bar | 'duty' | 'lower';

export interface Advised {
  /** The one to show; null: nothing is to be advised. */
  best: Weighed<EffectivePlay> | null;
  /** What would be shown if the contact were not held out. */
  held: Weighed<EffectivePlay> | null;
  /** Others that could be, or would be, best first. */
  others: Weighed<EffectivePlay>[];
  /** Plays whose condition holds and that are not shown, with why. */
  rejected: { play: EffectivePlay; why: Why }[];
  /** Probability with which the best (or what is held) was to be shown, and with which plays alone would have shown it. */
  propensity: number;
  alone: number;
}

/** Weighs all plays for a contact: hard rules first, then the score. */
export function advise(given: Case): Advised {
  const options: Option<EffectivePlay>[] = [];
  const heldOut: Option<EffectivePlay>[] = [];
  const standing = standingOf(given);
  const rejected: Advised['rejected'] = [];
  for (const play of given.plays) {
    if (play.off || !explain(play.condition, given.subject, given.frame).holds) continue;
    const bar = coveredBy(play, given.duties) ? 'duty' : barOf(play, standing);
    if (bar) rejected.push({ play, why: bar });
    else options.push(optionOf(play, given));
    if (bar === 'control' && !restsHeld(play, standing)) heldOut.push(optionOf(play, given));
  }
  // Whoever is held out is so for every play.
  const isHeld = options.length === 0;
  const weighed = weigh(isHeld ? heldOut : options, given.drawing);
  const [first = null, ...others] = weighed;
  if (!isHeld) rejected.push(...others.map(({ play }) => ({ play, why: 'lower' as const })));
  return {
    best: isHeld ? null : first,
    held: isHeld ? first : null,
    others,
    rejected,
    propensity: propensityOf(0, weighed.map(entrant)),
    alone: propensityOf(0, weighed.map(byPlays)),
  };
}

type Scored = Pick<Option<EffectivePlay>, 'judgement' | 'stakes'>;

function entrant({ judgement: { logit, variance }, stakes }: Scored) {
  return { logit, variance, factor: factorOf(stakes) };
}

function byPlays({ judgement: { prior }, stakes }: Scored) {
  return { logit: prior, variance: 0, factor: factorOf(stakes) };
}

function standingOf({ subject, touched, outcomes, advised, now, drawing }: Case) {
  return { contact: subject.contact, touched, outcomes, advised, now, day: drawing.day };
}

export function optionOf(
  play: EffectivePlay,
  { subject, learned }: Pick<Case, 'subject' | 'learned'>,
): Option<EffectivePlay> {
  const measured = known(subject.measures);
  return {
    contactId: subject.contact.id,
    play,
    judgement: judge(learned, play.id, play.prior, featuresOf(measured)),
    stakes: {
      value: stakeOf(measured.valueGrade),
      timing: play.timing ? timingOf(asNumber(measured[play.timing.by]), play.timing) : 1,
      lever: play.lever,
    },
  };
}

/** Figures that are there. */
export function known(measures: Subject['measures']): Measured {
  return Object.fromEntries(
    Object.entries(measures).filter(([, value]) => value !== null && value !== undefined),
  ) as Measured;
}

const asNumber = (value: number | string | undefined) => (typeof value === 'number' ? value : undefined);

/** Whoever waits for the user is answered, and not written to about something else; a mail waited for is no silence; a day or a case that is owed is not suggested beside. */
function coveredBy({ id, channel }: EffectivePlay, duties: Case['duties']): boolean {
  const kinds = new Set(duties.map(({ kind }) => kind));
  if (channel !== null && kinds.has('unanswered')) return true;
  if (id === 'greeting' && kinds.has('date')) return true;
  if (id === 'case_news' && kinds.has('case')) return true;
  return id === 'silent' && (kinds.has('waiting') || kinds.has('cadence'));
}
