import type { Clause } from '@/lib/api/views';
import type { Activity } from '@/lib/crm/activities';
import { daysBetween } from '@/lib/crm/calendar';
import type { Today } from '@/lib/insight/today';
import { isOpenPromise } from './due-steps';
import { evidenceOf, figure, words } from './evidence';
import { PLAYS } from './plays';
import { expectedDay } from './rhythm-steps';
import type { Situation } from './situation';
import { awaited, type Talk, talks, unanswered } from './talk';
import { shorten, topic } from './topic';

/** From so many days on a silence is told as such. */
const SILENCE_DAYS = 14;
/** A first mail after so many days is worth a clause. */
const RETURN_DAYS = 30;
const MOST_CLAUSES = 3;

/**
 * One sentence in clauses on how things stand: the last contact, then what is open, most pressing first. At most three.
 * A sentence on silence names its coverage: where mails are logged by hand it says that none is logged.
 */
export function briefing(situation: Situation, today: Today): Clause[] {
  const talk = talks(situation, today);
  const open = [
    promiseClause(situation, 'me', today),
    unansweredClause(situation, talk, today),
    returnClause(situation, talk, today),
    promiseClause(situation, 'them', today),
    waitingClause(situation, talk, today),
  ].filter((one) => one !== null);
  // A rhythm says something only where nothing else is open.
  const cadence = open.length === 0 ? cadenceClause(situation, talk, today) : null;
  const clauses = [lastClause(situation, talk, today), ...open, ...(cadence ? [cadence] : [])];
  return clauses.slice(0, MOST_CLAUSES);
}

function lastClause(situation: Situation, [latest]: Talk[], today: Today): Clause {
  const last = latest?.activity;
  if (!last) return { words: words('last_none'), evidence: [coverage(situation)] };
  const days = today.daysSince(last.at);
  const about = topic(last.subject);
  const key = days > SILENCE_DAYS ? silenceKey(situation, last, today) : spokenKey(last, days);
  return {
    words: words(about ? `${key}_about` : key, { count: days, ...(about && { topic: about }) }),
    evidence: [evidenceOf(last, today)],
  };
}

/** `last_wrote`, `last_you_wrote` or `last_spoke`, with `_today` where it was today. */
function spokenKey({ type, direction }: Activity, days: number): string {
  const written = type === 'mail' || type === 'message';
  const verb = !written || !direction ? 'spoke' : direction === 'in' ? 'wrote' : 'you_wrote';
  return days === 0 ? `last_${verb}_today` : `last_${verb}`;
}

/** Whether mails were logged without asking ever since a day: only then is a silence of the log a silence. */
function isCovered({ loggedSince }: Situation, from: number, today: Today): boolean {
  return loggedSince !== null && today.dayAt(loggedSince) <= today.dayAt(from);
}

function silenceKey(situation: Situation, last: Activity, today: Today): string {
  if (isCovered(situation, last.at, today)) return 'last_spoke';
  return last.type === 'mail' ? 'silence_mail' : 'silence';
}

function promiseClause({ activities }: Situation, by: 'me' | 'them', today: Today): Clause | null {
  const open = activities.filter((one) => isOpenPromise(one) && one.promise?.by === by);
  // The one due first; without any due date, the oldest.
  const [first] = open.sort(
    (a, b) => (a.promise?.due?.date ?? '9').localeCompare(b.promise?.due?.date ?? '9') || a.at - b.at,
  );
  if (!first) return null;
  const due = first.promise?.due;
  return {
    words: words(by === 'me' ? 'open_promise_mine' : 'open_promise_theirs', { what: shorten(first.subject) }),
    evidence: [
      evidenceOf(first, today),
      due ? figure('state_promise_due', { due: { due } }) : figure('state_promise_undated'),
    ],
  };
}

function unansweredClause({ contact, purpose }: Situation, talk: Talk[], today: Today): Clause | null {
  const run = unanswered(contact, talk, PLAYS[purpose].answerAfterDays, today);
  const oldest = run.at(-1);
  if (!oldest) return null;
  const days = today.daysSince(oldest.at);
  const evidence = [evidenceOf(oldest, today)];
  // The clause on the last contact has told of this very mail.
  if (oldest === talk[0]?.activity) return { words: words('open_unanswered'), evidence };
  return {
    words: words(days === 0 ? 'open_unanswered_today' : 'open_unanswered_since', { count: days }),
    evidence,
  };
}

/** "the first mail logged in 94 days": what came after a long silence. */
function returnClause(situation: Situation, [latest, earlier]: Talk[], today: Today): Clause | null {
  const [last, before] = [latest?.activity, earlier?.activity];
  if (!last || !before || today.daysSince(last.at) > SILENCE_DAYS) return null;
  const gap = daysBetween(today.dayAt(before.at), today.dayAt(last.at));
  if (gap < RETURN_DAYS) return null;
  const key = isCovered(situation, before.at, today) ? 'open_return' : 'open_return_logged';
  return {
    words: words(key, { count: gap }),
    evidence: [evidenceOf(before, today)],
  };
}

function waitingClause({ contact, purpose }: Situation, talk: Talk[], today: Today): Clause | null {
  const mail = awaited(contact, talk, PLAYS[purpose].waitingAfterDays, today);
  return mail && { words: words('open_waiting'), evidence: [evidenceOf(mail, today)] };
}

function cadenceClause({ contact }: Situation, [latest]: Talk[], today: Today): Clause | null {
  const day = expectedDay(contact, latest?.activity, today);
  if (!contact.cadence || !day || day > today.day) return null;
  const { days, since } = contact.cadence;
  const evidence = [figure('from_cadence', { at: { moment: since } }, since)];
  if (day === today.day) return { words: words('open_cadence_today'), evidence };
  return { words: words('open_cadence', { count: days }), evidence };
}

function coverage({ contact, loggedSince }: Situation) {
  const at = { moment: loggedSince ?? contact.addedAt };
  return figure(loggedSince === null ? 'coverage_manual' : 'coverage_auto', { at }, at.moment);
}
