import { v7 as uuid } from 'uuid';
import type { Schedule } from '@/lib/crm/schedules';
import { openDatabase } from '@/lib/store/database';
import { clientOf, logCall, settled, timed } from './everybody';
import { survey } from './surveys';

/** Milliseconds of a preview: with nothing in memory, asked again as while somebody writes, and after a call was logged. */
export type ScheduleTimes = Record<
  'every' | 'after' | 'some',
  Record<'cold' | 'warm' | 'call', number[]> & {
    /** Whom the audience holds, so that it is seen that it is asked of many. */
    count: number;
  }
>;

/** Previews of schedules that ask a tag, and nearly everybody, with a draw, and a quota of a tag. What is made is taken back. */
export async function schedules(turns: number): Promise<ScheduleTimes> {
  await settled();
  const first = await openDatabase();
  const client = clientOf(first);
  const [tagId = ''] = await first.tags.toCollection().primaryKeys();
  const [contactId = ''] = await first.contacts.toCollection().primaryKeys();
  const segmentId = uuid();
  await client.call('segments.put', { id: segmentId, name: 'Work', query: { ask: 'kind', is: 'work' } });
  const { id: surveyId } = await client.call('surveys.add', {
    name: 'Bench',
    form: survey(Date.now()).draft,
  });
  await client.call('surveys.publish', { id: surveyId });
  const base: Schedule = {
    on: true,
    audience: { by: 'segment', id: segmentId },
    agreedOnly: false,
    rhythm: { kind: 'every', days: 90 },
    from: new Date().toISOString().slice(0, 10),
    until: null,
    perDay: 100,
    channel: 'mail',
    holdout: 10,
    quotas: [{ group: { by: 'tag', id: tagId }, most: 50 }],
  };
  const times: ScheduleTimes = {
    every: { cold: [], warm: [], call: [], count: 0 },
    after: { cold: [], warm: [], call: [], count: 0 },
    some: { cold: [], warm: [], call: [], count: 0 },
  };
  const kinds: Record<keyof ScheduleTimes, Partial<Schedule>> = {
    some: { audience: { by: 'tag', id: tagId } },
    every: {},
    after: { rhythm: { kind: 'after', event: 'purchase', days: 7 } },
  };
  for (const kind of ['some', 'every', 'after'] as const) {
    const schedule = { ...base, ...kinds[kind] };
    for (let turn = 0; turn < turns; turn += 1) {
      const db = await openDatabase();
      const own = clientOf(db);
      const ask = async () => {
        const [ms, { count }] = await timed(() =>
          own.call('schedules.preview', { surveyId, id: surveyId, schedule }),
        );
        times[kind].count = count;
        return ms;
      };
      times[kind].cold.push(await ask());
      times[kind].warm.push(await ask());
      await logCall(own, contactId);
      times[kind].call.push(await ask());
      await own.call('changes.undo', {});
      db.close();
    }
  }
  for (let made = 0; made < 3; made += 1) await client.call('changes.undo', {});
  first.close();
  return times;
}
