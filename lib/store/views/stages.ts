import type { Stage } from '@/lib/api/views';
import { zoneHere } from '@/lib/crm/calendar';
import { SHOWN_STAGE } from '@/lib/crm/stage-names';
import type { Database } from '../database';
import { measuresOf } from '../read-measures';
import type { At } from './situation';

/** Where contacts stand, by id; those of whom nothing is known are left out. */
export async function stagesOf(db: Database, ids: string[], { now, zone }: At): Promise<Map<string, Stage>> {
  if (ids.length === 0) return new Map();
  const here = zone ?? zoneHere();
  const measures = await measuresOf(db, ids, now, here);
  return new Map(
    measures.ids.flatMap((id, at) => {
      const stage = measures.stage(at)?.stage;
      return stage ? [[id, SHOWN_STAGE[stage]] as const] : [];
    }),
  );
}
