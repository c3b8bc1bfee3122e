import { titleOf } from '@/lib/advice/advice-words';
import { known } from '@/lib/advice/advise';
import { backtestAnswers } from '@/lib/advice/engine/back-test';
import { hash } from '@/lib/advice/engine/draw';
import type { BacktestView } from '@/lib/api/advice-views';
import type { Activity } from '@/lib/crm/activities';
import { addDays } from '@/lib/crm/calendar';
import { minutesOf } from '@/lib/insight/events';
import { exchangeOf } from '@/lib/insight/figures';
import { explain } from '@/lib/insight/query';
import type { Subject } from '@/lib/insight/query-subject';
import { stageOf } from '@/lib/insight/rhythm/stage';
import { shareOf } from '@/lib/insight/satisfaction';
import { advisorOf } from './advice';
import type { Database } from './database';
import { heldPages, withPages } from './held-pages';
import { idsOf } from './page-parts';
import { measuresOf } from './read-measures';
import type { When } from './segment-frame';
import { subjectsOf } from './segment-subject';

const DAY = 86_400_000;
/** Looked at every four weeks of the last year; what came within four weeks after counts. */
const STEP = 28;
const LOOKS = 13;
const MOST_CONTACTS = 200;

/**
 * The engine on the user's own past: what the plays would have said on days gone by, and whether there was an exchange or a purchase
 * within four weeks; and how well the answers so far were foretold, by plays alone and with what was learned until then. Of many contacts a
 * sample is looked at, the same every time. What is no activity (tags, fields, tasks, cases) is asked as it is today;
 * a day counts whole, and what came on it is no answer to what was said on it.
 */
export async function backtest(db: Database, when: When): Promise<BacktestView> {
  const advisor = await advisorOf(db, when);
  const pages = await db.transaction('r', withPages('columns'), async () => heldPages(db, 'columns'));
  const chosen = pages
    .flatMap(idsOf)
    .sort((a, b) => hash(a) - hash(b))
    .slice(0, MOST_CONTACTS)
    .sort();
  const subjects = await db.transaction('r', db.tables, async () => subjectsOf(db, chosen, when));
  const tallies = new Map(advisor.plays.map(({ id }) => [id, { said: 0, hits: 0 }]));
  let [looks, came] = [0, 0];
  for (let turn = LOOKS; turn >= 1; turn -= 1) {
    const now = when.now - turn * STEP * DAY;
    const measures = await measuresOf(db, [...subjects.keys()], now, when.zone);
    const today = measures.moment.day;
    const dayOf = ({ at }: { at: number }) => measures.moment.dayOf(minutesOf(at));
    for (const [at, id] of measures.ids.entries()) {
      const subject = subjects.get(id);
      // Before the first activity there was nobody to advise on.
      if (!subject?.activities.some((one) => dayOf(one) <= today)) continue;
      // As told by that day alone: what daily runs kept since then, and the user's own word, came later.
      const ground = measures.ground(at);
      const past: Subject = {
        ...subject,
        activities: subject.activities.filter((one) => dayOf(one) <= today),
        answers: subject.answers.filter((one) => dayOf(one) <= today),
        measures: known({ ...measures.all(at), stage: ground && stageOf(ground).stage }),
      };
      const hit = cameWithin(subject, (one) => dayOf(one) - today);
      looks += 1;
      if (hit) came += 1;
      for (const play of advisor.plays) {
        if (play.off || !explain(play.condition, past, { ...advisor.frame, today }).holds) continue;
        const tally = tallies.get(play.id);
        if (!tally) continue;
        tally.said += 1;
        if (hit) tally.hits += 1;
      }
    }
  }
  const rows = await db.outcomes.where('k.at').above(Number.NEGATIVE_INFINITY).toArray();
  return {
    from: addDays(advisor.today.day, -LOOKS * STEP),
    to: addDays(advisor.today.day, -STEP),
    contacts: subjects.size,
    said: [...tallies.values()].reduce((sum, { said }) => sum + said, 0),
    plays: advisor.plays.flatMap((play) => {
      const { said, hits } = tallies.get(play.id) ?? { said: 0, hits: 0 };
      const share = shareOf(hits, said);
      if (!share) return [];
      const usual = looks > 0 ? came / looks : null;
      return [{ title: titleOf(play), said, hits, low: share.low, high: share.high, usual }];
    }),
    ...backtestAnswers(rows.map((row) => row.body)),
  };
}

/** Whether there was an exchange or a purchase within four weeks after a day. @param daysAfter days of an activity after it */
function cameWithin({ activities, contactIds }: Subject, daysAfter: (one: Activity) => number): boolean {
  return activities.some((one) => {
    if (one.type !== 'purchase' && exchangeOf(one, contactIds) === null) return false;
    const days = daysAfter(one);
    return days > 0 && days <= STEP;
  });
}
