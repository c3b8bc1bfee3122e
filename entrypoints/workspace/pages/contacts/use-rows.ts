import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { askQuietly } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import type { ContactRow } from '@/lib/api/views';

/** A row with the picture of its contact: '' where others have one, nothing where nobody has. */
export interface TableRow extends ContactRow {
  photo?: string;
}

/** Rows fetched beyond those in sight, on either side: a page of scrolling finds them there. */
const AROUND = 40;
/** As many rows as one question may name. */
const MOST = 500;

/** Fetches the rows that are in sight, and a few around; after a change all that were fetched are fetched anew. */
export function useRows(ids: readonly string[]) {
  const { client } = useDesk();
  const rows = useRef(new Map<string, TableRow>());
  const asked = useRef(new Set<string>());
  const inSight = useRef<readonly string[]>([]);
  const [, drawn] = useState(0);

  const load = useCallback(
    async (wanted: readonly string[]) => {
      const missing = wanted.filter((id) => !asked.current.has(id)).slice(0, MOST);
      if (missing.length === 0) return;
      for (const id of missing) asked.current.add(id);
      const [found, photos] = await Promise.all([
        askQuietly(client, 'contacts.rows', { ids: missing }),
        askQuietly(client, 'contacts.photos', { ids: missing }),
      ]);
      for (const id of missing) if (!found) asked.current.delete(id);
      for (const row of found ?? []) {
        rows.current.set(row.id, photos?.any ? { ...row, photo: photos.sources[row.id] ?? '' } : row);
      }
      drawn((count) => count + 1);
    },
    [client],
  );

  useEffect(
    () =>
      client.onWake(() => {
        asked.current.clear();
        void load(inSight.current);
      }),
    [client, load],
  );

  const onVisible = useCallback(
    (keys: readonly string[]) => {
      const first = keys[0];
      if (first === undefined) return;
      const from = Math.max(0, ids.indexOf(first) - AROUND);
      inSight.current = ids.slice(from, from + keys.length + 2 * AROUND);
      void load(inSight.current);
    },
    [ids, load],
  );

  return { rowOf: (id: string) => rows.current.get(id), onVisible };
}
