import type { Database } from '@/lib/store/database';
import { BlockReader } from '@/lib/store/search/blocks';
import { allMarks } from '@/lib/store/search/marks';
import { idsOf } from '@/lib/store/search/numbers';
import { readRuns } from '@/lib/store/search/runs';

/** What the index says of each document by its id, however its runs are cut: kind, day, words with their ranks. */
export async function contentOf(db: Database): Promise<Record<string, object>> {
  const documents = new Map<number, Map<string, number>>();
  for (const { voids, blocks } of await readRuns(db, await db.searchRuns.toCollection().primaryKeys())) {
    for (const document of voids) documents.delete(document);
    for (const block of blocks) {
      const reader = new BlockReader(block);
      for (const word of block.words.split('\n')) {
        reader.each((document, rank) => {
          const words = documents.get(document) ?? new Map<string, number>();
          documents.set(document, words);
          words.set(word, Math.min(rank, words.get(word) ?? rank));
        });
      }
    }
  }
  const { kinds, days } = await allMarks(db);
  const shown = Array.from(kinds.keys()).filter((document) => kinds[document] !== 0);
  const all = [...new Set([...shown, ...documents.keys()])];
  const ids = await idsOf(db, all);
  const rows = all.map((document, at) => {
    const words = [...(documents.get(document) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    return [ids[at] ?? `erased ${document}`, { kind: kinds[document], day: days[document], words }] as const;
  });
  return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
}
