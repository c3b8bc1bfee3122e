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
/** As many rows as are read at once: more would hold up a frame. */
const MOST = 40;
/** Of a list that was not turned yet so many are asked for first. */
export const FIRST_ROWS = MOST;

/**
 * Fetches the rows that are in sight, then a few around; after a change those in sight are fetched anew. One question is asked at a time:
 * who turns the wheel fast is past most rows before they could come.
 */
export function useRows(ids: readonly string[]) {
  const { client } = useDesk();
  const rows = useRef(new Map<string, TableRow>());
  const asked = useRef(new Set<string>());
  const wanted = useRef<readonly string[]>([]);
  const isReading = useRef(false);
  const [, drawn] = useState(0);

  const load = useCallback(async () => {
    if (isReading.current) return;
    isReading.current = true;
    for (;;) {
      const missing = wanted.current.filter((id) => !asked.current.has(id)).slice(0, MOST);
      if (missing.length === 0) break;
      for (const id of missing) asked.current.add(id);
      const [found, photos] = await Promise.all([
        askQuietly(client, 'contacts.rows', { ids: missing }),
        askQuietly(client, 'contacts.photos', { ids: missing }),
      ]);
      if (!found) {
        for (const id of missing) asked.current.delete(id);
        break;
      }
      for (const row of found) {
        rows.current.set(row.id, photos?.any ? { ...row, photo: photos.sources[row.id] ?? '' } : row);
      }
      drawn((count) => count + 1);
    }
    isReading.current = false;
  }, [client]);

  useEffect(
    () =>
      client.onWake(() => {
        asked.current.clear();
        void load();
      }),
    [client, load],
  );

  const onVisible = useCallback(
    (keys: readonly string[]) => {
      const first = keys[0];
      if (first === undefined) return;
      const from = ids.indexOf(first);
      const to = from + keys.length;
      wanted.current = [
        ...keys,
        ...ids.slice(to, to + AROUND),
        ...ids.slice(Math.max(0, from - AROUND), from),
      ];
      void load();
    },
    [ids, load],
  );

  return { rowOf: (id: string) => rows.current.get(id), onVisible };
}
