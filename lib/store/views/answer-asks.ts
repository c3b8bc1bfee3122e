import type { AnswerAsks } from '@/lib/api/survey-views';
import { dayFromNumber, dayNumber } from '@/lib/crm/calendar';
import type { Schedule } from '@/lib/crm/schedules';
import { waveAt, waveDays } from '@/lib/insight/asking/waves';
import { todayAt } from '@/lib/insight/today';
import type { Database } from '../database';
import { questionsOf, surveyOf } from '../results-scope';
import type { When } from '../segment-frame';
import { groupNames } from './schedule-views';

/** Of a schedule the last so many waves can be chosen. */
const MOST_WAVES = 60;

/** What can be asked of the answers to a survey, and what a filter that asks it names. @throws StoreError `missing` */
export async function answerAsks(db: Database, surveyId: string, { now, zone }: When): Promise<AnswerAsks> {
  return db.transaction('r', db.surveys, db.tags, db.segments, async () => {
    const survey = await surveyOf(db, { surveyId, aside: false });
    const today = dayNumber(todayAt(now, zone).day);
    const forms = Object.values(survey.versions).map(({ form }) => form);
    return {
      questions: questionsOf(survey).map(({ ever, versions, rescaled }) => ({
        question: ever,
        versions: rescaled ? [...versions].sort((a, b) => a - b) : null,
      })),
      schedules: await Promise.all(
        Object.entries(survey.schedules ?? {}).map(async ([id, schedule]) => ({
          id,
          audience: schedule.audience,
          names: await groupNames(db, schedule),
          waves: wavesUntil(schedule, today),
        })),
      ),
      langs: [...new Set(forms.toReversed().flatMap(({ langs }) => langs))],
    };
  });
}

/** The waves that have begun, the newest first. */
function wavesUntil(schedule: Schedule, today: number): AnswerAsks['schedules'][number]['waves'] {
  const end = schedule.until === null ? today : Math.min(today, dayNumber(schedule.until));
  const last = waveAt(schedule, end);
  if (last === null) return [];
  return Array.from({ length: Math.min(MOST_WAVES, last + 1) }, (_, at) => {
    const { first, last: until } = waveDays(schedule, last - at);
    return {
      number: last - at + 1,
      from: dayFromNumber(first),
      until: until === null ? null : dayFromNumber(until),
    };
  });
}
