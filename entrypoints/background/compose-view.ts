import type { ComposeView } from '@/lib/api/compose-views';
import { composeLines } from '@/lib/store/compose-check';
import type { Database } from '@/lib/store/database';
import { shownDraft } from './drafts-shown';
import { recognise } from './recognise';
import type { TabRecord } from './tab-records';

/** The draft of a tab with what there is to know before it is sent; null where none is open. */
export async function composeView(
  db: Database,
  record: TabRecord | null,
  { own, now, reads }: { own: ReadonlySet<string>; now: number; reads: boolean },
): Promise<ComposeView | null> {
  const shown = shownDraft(record);
  if (!shown) return null;
  const { context, key } = shown;
  const people = (await recognise(db, context, own)).filter(({ automatic }) => !automatic);
  const contactIds = [...new Set(people.flatMap(({ contactId }) => contactId ?? []))];
  const lines = await composeLines(
    db,
    {
      people: people.map(({ contactId, name, address }) => ({ contactId, name, address })),
      draft: reads ? (context.draft ?? null) : null,
      own,
      key,
    },
    { now },
  );
  return { key, contactIds, recipients: people.length, lines, reads };
}
