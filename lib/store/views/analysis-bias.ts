import type { BiasView } from '@/lib/api/analysis-views';
import { shareDifference } from '@/lib/insight/comparing/differences';
import { shareOf } from '@/lib/insight/satisfaction';
import type { Database } from '../database';
import { withPages } from '../held-pages';
import { surveyOf } from '../results-scope';
import { FEWEST, withCorrected } from './analysis-compare';
import { askedPeople } from './asked-people';

/** Who of those asked by a personal link or on a schedule did not answer: where the silent are of one kind, the results speak for the others alone. */
export async function biasView(db: Database, { surveyId }: { surveyId: string }): Promise<BiasView> {
  return db.transaction(
    'r',
    ['surveys', 'invites', 'contacts', ...withPages('columns'), 'tags'],
    async (): Promise<BiasView> => {
      await surveyOf(db, { surveyId, aside: false });
      const asked = await askedPeople(db, surveyId);
      const hits = asked.filter(({ answered }) => answered).length;
      const rate = shareOf(hits, asked.length);
      if (!rate || asked.length < FEWEST)
        return { missing: { what: 'asked', needs: FEWEST, has: asked.length } };
      const counts = new Map<string, { n: number; hits: number }>();
      for (const { answered, tags } of asked) {
        for (const tag of tags) {
          const count = counts.get(tag) ?? { n: 0, hits: 0 };
          counts.set(tag, { n: count.n + 1, hits: count.hits + (answered ? 1 : 0) });
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
