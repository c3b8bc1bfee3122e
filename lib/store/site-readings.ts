import { DEFAULT_DEVICE } from '@/lib/crm/defaults';
import { noted, type Report, type SiteReading } from '@/lib/crm/site-readings';
import type { Database } from './database';
import { deviceOf } from './settings';

/** Sites of which it is noted what was read: more than anybody switches on. */
const MOST_SITES = 200;

/** Notes what a page of a site told, once a day for each kind of page and variant. */
export async function noteReading(db: Database, site: string, report: Report, day: string): Promise<void> {
  if (db.newer) return;
  const known = (await deviceOf(db)).siteReadings?.[site];
  if (known && noted(known, report, day) === known) return;
  await db.transaction('rw', db.device, async () => {
    const stored = { ...DEFAULT_DEVICE, ...(await db.device.get('device')), id: 'device' };
    const { [site]: before, ...others } = stored.siteReadings ?? {};
    const kept = Object.entries(others).slice(-(MOST_SITES - 1));
    await db.device.put({
      ...stored,
      siteReadings: { ...Object.fromEntries(kept), [site]: noted(before, report, day) },
    });
  });
}

/** By site what was last read there. */
export async function readingsOf(db: Database): Promise<Record<string, SiteReading>> {
  return (await deviceOf(db)).siteReadings ?? {};
}
