import { PLAYS } from '@/lib/advice/plays';
import { compareSteps } from '@/lib/advice/ranking';
import { CADENCE_LEAD_DAYS, DUE_LEAD_DAYS, UNANSWERED_DAYS } from '@/lib/advice/situation';
import { steps } from '@/lib/advice/steps';
import type { Step, TodayItem, TodayView } from '@/lib/api/views';
import { addDays } from '@/lib/crm/calendar';
import type { Database } from '../database';
import { type Brief, todayRows } from '../reads';
import { employer } from './profile';
import { type At, situationOf, todayOf, usageOf } from './situation';
import { taskView } from './timeline';

type Section = 'waitingForYou' | 'youWaitFor' | 'due' | 'dates';

const DAY = 86_400_000;

/**
 * The page Today: every next step that counts today, by what it is, the most pressing first.
 * @param at.limit of each section
 * @param at.counted only the number of rows is wanted: companies are not read
 */
export async function todayView(
  db: Database,
  at: At & { limit: number; counted?: boolean },
): Promise<TodayView> {
  const today = todayOf(at);
  const usage = await usageOf(db);
  const plays = PLAYS[usage.purpose];
  const rows = await todayRows(db, {
    // A day more than the rules of advice, here and below: they count local days.
    now: at.now + (CADENCE_LEAD_DAYS + 1) * DAY,
    today: today.day,
    until: addDays(today.day, plays.dateLeadDays),
    mailAfter: at.now - (UNANSWERED_DAYS + 1) * DAY,
    sentBefore: at.now - plays.waitingAfterDays * DAY,
    limit: at.limit * 2,
    counted: at.counted ?? false,
  });
  const view: TodayView = {
    waitingForYou: [],
    youWaitFor: [],
    due: [],
    dates: [],
    tasks: rows.tasks.map((task) => taskView(task, new Map(), today)),
  };
  for (const brief of rows.briefs) {
    for (const step of steps(situationOf(brief, usage), today)) {
      const section = sectionOf(step);
      if (section) view[section].push(itemOf(brief, step));
    }
  }
  for (const section of ['waitingForYou', 'youWaitFor', 'due', 'dates'] as const) {
    view[section] = view[section].sort((a, b) => compareSteps(a.step, b.step)).slice(0, at.limit);
  }
  return view;
}

/** Where a step stands on the page; null for what is not of today: undated, far ahead, an offer. */
function sectionOf({ kind, due, lateDays, title }: Step): Section | null {
  if (kind === 'unanswered') return 'waitingForYou';
  if (kind === 'case') return title.key === 'advice.case_reply_title' ? 'waitingForYou' : 'due';
  if (kind === 'waiting') return 'youWaitFor';
  if (kind === 'date') return 'dates';
  if (kind === 'cadence' && lateDays < -CADENCE_LEAD_DAYS) return null;
  if (kind === 'first' || due === null || lateDays < -DUE_LEAD_DAYS) return null;
  return title.key === 'advice.promise_theirs_title' ? 'youWaitFor' : 'due';
}

function itemOf({ contact, company }: Brief, step: Step): TodayItem {
  return {
    contact: {
      id: contact.id,
      name: contact.name,
      company: employer(contact, company)?.name ?? null,
      stage: null,
    },
    step,
    ageDays: step.lateDays < 0 ? null : step.lateDays,
  };
}
