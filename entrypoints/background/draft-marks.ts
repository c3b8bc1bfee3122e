import type { Mark } from '@/lib/api/views';
import { readPublic } from '@/lib/platform/sites';
import type { PageContext } from '@/lib/sites/page-context';
import { composeLines } from '@/lib/store/compose-check';
import type { Database } from '@/lib/store/database';
import { recognise } from './recognise';

/**
 * The marks of a report with those of a draft's recipients: that there is something to know of them, and nothing of what is open with
 * them. A page learns from it neither: every chip of a draft looks the same to it.
 */
export async function withDrafts(
  db: Database,
  contexts: PageContext[],
  marks: Mark[][],
  { site, own, now }: { site: string; own: ReadonlySet<string>; now: number },
): Promise<Mark[][]> {
  return Promise.all(
    contexts.map(async (context, at) => {
      const before = marks[at] ?? [];
      if (context.kind !== 'compose') return before;
      const plain = before.map(({ known }): Mark => ({ known, word: null }));
      if (!plain.some(({ known }) => known)) return plain;
      const reads = (await readPublic()).sites[site]?.reads ?? false;
      const people = await Promise.all(
        context.people.map(async (person) => (await recognise(db, { ...context, people: [person] }, own))[0]),
      );
      const told = people.flatMap((person) => person ?? []);
      const lines = await composeLines(
        db,
        {
          people: told.map(({ contactId, name, address }) => ({ contactId, name, address })),
          draft: reads ? (context.draft ?? null) : null,
          own,
        },
        { now },
      );
      const about = new Set(lines.map(({ contactId }) => contactId));
      return plain.map((mark, place) => {
        const id = people[place]?.contactId;
        return mark.known && id && about.has(id) ? { ...mark, word: 'check' } : mark;
      });
    }),
  );
}
