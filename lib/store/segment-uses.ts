import type { SegmentUse } from '@/lib/api/segment-views';
import type { Schedule } from '@/lib/crm/schedules';
import type { Query } from '@/lib/crm/segments';
import { goalsOf } from '@/lib/crm/survey-goals';
import type { Survey } from '@/lib/crm/surveys';
import { clausesOf } from '@/lib/insight/query-parts';
import type { Database } from './database';
import { queryOf } from './segment-frame';
import { liveSegments } from './segment-names';
import { tagRules } from './segment-rings';
import { settingsOf } from './settings';

/** What rests on a segment: without it these find nobody, or are not told. */
export async function usesOf(db: Database, id: string): Promise<SegmentUse[]> {
  return db.transaction('r', db.segments, db.tags, db.settings, db.surveys, async () => {
    const segments = await liveSegments(db);
    const rules = [...(await tagRules(db))].filter(([, { segmentId }]) => segmentId === id);
    const tags = await db.tags.bulkGet(rules.map(([tagId]) => tagId));
    const surveys = (await db.surveys.toArray()).map(({ body }) => body);
    const { tiers = [], views = {}, plays = {} } = await settingsOf(db);
    return [
      ...segments
        .filter((one) => one.id !== id && asksFor(id, queryOf(one)))
        .map((one) => use('segment', one.id, one.name)),
      ...tags.flatMap((row) => (row ? [use('tag', row.id, row.body.name)] : [])),
      ...tiers.filter(({ segmentId }) => segmentId === id).map((one) => use('tier', one.id, one.name)),
      ...Object.entries(views)
        .filter(([, { filter }]) => filter.segmentId === id)
        .map(([viewId, { name }]) => use('view', viewId, name)),
      ...Object.entries(plays)
        .filter(([, { condition }]) => asksFor(id, condition ?? null))
        .map(([playId, { title, own }]) => use('play', playId, title ?? own?.title ?? '')),
      ...surveys.filter(({ deletedAt }) => deletedAt === null).flatMap((survey) => usesIn(survey, id)),
    ];
  });
}

const use = (by: SegmentUse['by'], id: string, name: string): SegmentUse => ({ by, id, name });

function asksFor(id: string, query: Query | null): boolean {
  return (
    query !== null && clausesOf(query).some((clause) => clause.ask === 'segment' && clause.segmentId === id)
  );
}

/** Schedules and goals of a survey, each kind once: they are named by it. */
function usesIn(survey: Survey, id: string): SegmentUse[] {
  const schedules = Object.values(survey.schedules ?? {}).some((one) => isAbout(one, id));
  const goals = Object.values(goalsOf(survey)).some(({ segmentId }) => segmentId === id);
  return [
    ...(schedules ? [use('schedule', survey.id, survey.name)] : []),
    ...(goals ? [use('goal', survey.id, survey.name)] : []),
  ];
}

function isAbout({ audience, quotas }: Schedule, id: string): boolean {
  return [audience, ...quotas.map(({ group }) => group)].some((one) => one.by === 'segment' && one.id === id);
}
