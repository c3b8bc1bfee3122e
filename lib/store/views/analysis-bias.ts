import type { BiasView } from '@/lib/api/analysis-views';
import { shareDifference } from '@/lib/insight/comparing/differences';
import { shareOf } from '@/lib/insight/satisfaction';
import type { Database } from '../database';
import { withPages } from '../held-pages';
import { cameWithAnswer } from '../invites';
import { rootFinder } from '../lookups';
import { tagsOfPeople } from '../people-tags';
import { surveyOf } from '../results-scope';
import { FEWEST, withCorrected } from './analysis-compare';

/** Who of those asked by a personal link or on a schedule did not answer: where the silent are of one kind, the results speak for the others alone. */
export async function biasView(db: Database, { surveyId }: { surveyId: string }): Promise<BiasView> {
  return db.transaction(
    'r',
    ['surveys', 'invites', 'contacts', ...withPages('columns'), 'tags'],
    async (): Promise<BiasView> => {
      await surveyOf(db, { surveyId, aside: false });
      const rows = await db.invites.where('k.survey').equals(surveyId).toArray();
      const rootOf = await rootFinder(db);
      const answered = new Map<string, boolean>();
      for (const { body } of rows) {
        if (body.deletedAt !== null || body.heldOut || cameWithAnswer(body)) continue;
        const id = rootOf(body.contactId);
        answered.set(id, answered.get(id) === true || body.answeredAt !== null);
      }
      const people = await tagsOfPeople(db, [...answered.keys()]);
      const asked = [...answered].filter(([id]) => people.has(id));
      const hits = asked.filter(([, did]) => did).length;
      const rate = shareOf(hits, asked.length);
      if (!rate || asked.length < FEWEST)
        return { missing: { what: 'asked', needs: FEWEST, has: asked.length } };
      const counts = new Map<string, { n: number; hits: number }>();
      for (const [id, did] of asked) {
        for (const tag of people.get(id) ?? []) {
          const count = counts.get(tag) ?? { n: 0, hits: 0 };
          counts.set(tag, { n: count.n + 1, hits: count.hits + (did ? 1 : 0) });
        }
      }
      const tags = await db.tags.bulkGet([...counts.keys()]);
      const found = tags.flatMap((row) => {
        const count = row && counts.get(row.id);
        const share = count && shareOf(count.hits, count.n);
        if (!row || row.body.deletedAt !== null || !count || !share) return [];
        const others = [hits - count.hits, asked.length - count.n] as const;
        const isEnough = count.n >= FEWEST && others[1] >= FEWEST;
        const difference = isEnough ? shareDifference([count.hits, count.n], others) : null;
        return difference ? [{ tagId: row.id, name: row.body.name, rate: share, others: difference }] : [];
      });
      found.sort((a, b) => b.rate.n - a.rate.n || a.name.localeCompare(b.name));
      return { missing: null, rate, rows: withCorrected(found) };
    },
  );
}
