import type { Mark } from '@/lib/api/views';
import { readPublic } from '@/lib/platform/sites';
import type { PageContext } from '@/lib/sites/page-context';
import { composeLines, MOST_RECIPIENTS } from '@/lib/store/compose-check';
import type { Database } from '@/lib/store/database';
import { keyOf } from './drafts-shown';
import { personKey, recognise } from './recognise';

interface Draft {
  site: string;
  own: ReadonlySet<string>;
  now: number;
  /** The document that shows it. */
  frame: { frameId: number; documentId: string | null };
}

/**
 * The marks of a report with those of a draft's recipients: that there is something to know of them, and nothing of what is open with
 * them. A page learns from it neither: every chip of a draft looks the same to it.
 */
export async function withDrafts(
  db: Database,
  contexts: PageContext[],
  marks: Mark[][],
  { site, own, now, frame }: Draft,
): Promise<Mark[][]> {
  return Promise.all(
    contexts.map(async (context, at) => {
      const before = marks[at] ?? [];
      if (context.kind !== 'compose') return before;
      const plain = before.map(({ known }): Mark => ({ known, word: null }));
      if (!plain.some(({ known }) => known)) return plain;
      const reads = (await readPublic()).sites[site]?.reads ?? false;
      // One look-up for all whom the check looks at, whatever their number.
      const people = context.people.slice(0, MOST_RECIPIENTS);
      const told = await recognise(db, { ...context, people }, own);
      const lines = await composeLines(
        db,
        {
          people: told.map(({ contactId, name, address }) => ({ contactId, name, address })),
          draft: reads ? (context.draft ?? null) : null,
          own,
          key: keyOf(frame.frameId, frame, context),
        },
        { now },
      );
      const ids = new Map(told.map(({ key, contactId }) => [key, contactId]));
      const about = new Set(lines.map(({ contactId }) => contactId));
      return plain.map((mark, place) => {
        const person = people[place];
        const id = person && ids.get(personKey(person));
        return mark.known && id && about.has(id) ? { ...mark, word: 'check' } : mark;
      });
    }),
  );
}
