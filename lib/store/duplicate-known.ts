import type { ContactHit } from '@/lib/api/views';
import type { PointKind } from '@/lib/crm/contacts';
import { normalizePoint } from '@/lib/exchange/points';
import type { Database } from './database';
import { contactHits, matchPoints } from './matches';
import { settingsOf } from './settings';

/** Contacts who have one of these addresses; what cannot be read as one has nobody. */
export async function knownBy(
  db: Database,
  points: { kind: PointKind; value: string }[],
): Promise<ContactHit[]> {
  const { region } = await settingsOf(db);
  const keys = points.flatMap(({ kind, value }) => {
    const point = normalizePoint(kind, value, { region: region ?? undefined });
    return 'error' in point ? [] : [point.key];
  });
  const found = await matchPoints(db, keys);
  const ids = [...new Set([...found.values()].flat().map((match) => match.contactId))];
  return contactHits(db, ids);
}
