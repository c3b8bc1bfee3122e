import type { ExitsView } from '@/lib/api/insights-views';
import { EXIT_REASONS, type ExitReason } from '@/lib/crm/exit-reasons';
import { eachContact } from '../contact-scan';
import { type At, figure, type Whom } from './insights-books';

/** Why deals were lost and contacts left, as the user said or a file did; the most frequent reason first. */
export function exitsView(ctx: At, whom: Whom): Promise<ExitsView> {
  return figure(ctx, 'exits', whom, async ({ db, people, events }): Promise<ExitsView> => {
    const isAll = whom.tagId === undefined && whom.segmentId === undefined;
    const asked = new Set(people.map((at) => events.ids[at]!));
    const counts = new Map<ExitReason | null, { deals: number; contacts: number }>(
      [...EXIT_REASONS, null].map((code) => [code, { deals: 0, contacts: 0 }]),
    );
    await db.deals.each(({ body: { state, deletedAt, reasonCode, contactIds } }) => {
      if (state !== 'lost' || deletedAt !== null) return;
      if (isAll || contactIds.some((id) => asked.has(id))) counts.get(reasonCode ?? null)!.deals += 1;
    });
    await eachContact(db, ({ id, stage }) => {
      if (stage?.stage === 'exit' && asked.has(id)) counts.get(stage.code ?? null)!.contacts += 1;
    });
    const rows = [...counts]
      .map(([code, count]) => ({ code, ...count }))
      .filter(({ deals, contacts }) => deals + contacts > 0)
      // What was not said stands last.
      .sort(
        (a, b) =>
          Number(a.code === null) - Number(b.code === null) || b.deals + b.contacts - a.deals - a.contacts,
      );
    const sum = (of: 'deals' | 'contacts') => rows.reduce((total, row) => total + row[of], 0);
    if (rows.length === 0) return { missing: { what: 'exits', needs: 1, has: 0 } };
    return { missing: null, rows, deals: sum('deals'), contacts: sum('contacts') };
  });
}
