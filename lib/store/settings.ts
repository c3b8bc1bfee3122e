import { DEFAULT_DEVICE, DEFAULT_SETTINGS } from '@/lib/crm/defaults';
import type { DeviceSettings, Settings } from '@/lib/crm/settings';
import { command } from './command';
import type { Database, SettingsBody } from './database';
import { SETS, same } from './edits';
import { StoreError } from './errors';
import { once } from './reading';
import { SETTINGS_ID } from './settings-row';
import type { Context, Work } from './work';

/** The user's settings; what was never set has its default. */
export async function settingsOf(db: Database): Promise<Settings> {
  const row = await once('settings', () => db.settings.get(SETTINGS_ID));
  const { id: _id, schema: _schema, clock: _clock, deletedAt: _deleted, ...stored } = row?.body ?? {};
  return { ...DEFAULT_SETTINGS, ...stored };
}

export async function deviceOf(db: Database): Promise<DeviceSettings> {
  const { id: _id, ...stored } = (await once('device', () => db.device.get('device'))) ?? { id: '' };
  return { ...DEFAULT_DEVICE, ...stored };
}

/** Sets what is given and leaves the rest. */
export function setSettings(ctx: Context, given: Partial<Settings>): Promise<Record<string, never>> {
  return command(ctx, async (work) => {
    const body = await settingsBody(work);
    // Since when an origin is logged is not for the caller to say.
    Object.assign(body, given, { autologSince: body.autologSince });
    for (const list of SETS) body[list] = sorted(body[list]);
    markSince(body, work.now);
    return {};
  });
}

/** Adds entries to one of the lists, or takes them out; two pages that do so at once do not undo each other. */
export function includeSettings(
  ctx: Context,
  { list, values, on }: { list: (typeof SETS)[number]; values: string[]; on: boolean },
): Promise<Record<string, never>> {
  return command(ctx, async (work) => {
    const body = await settingsBody(work);
    const rest = body[list].filter((one) => !values.includes(one));
    body[list] = sorted(on ? [...rest, ...values] : rest);
    markSince(body, work.now);
    return {};
  });
}

/**
 * Changes recipes of the user's own: those that differ between two states of all of them. Pages that change different ones at once do not
 * undo each other.
 * @throws StoreError `conflict` where one that is changed is not kept any more as it was in `from`
 */
export function setTaught(
  ctx: Context,
  { from, to }: Record<'from' | 'to', NonNullable<Settings['taught']>>,
): Promise<Record<string, never>> {
  return command(ctx, async (work) => {
    const body = await settingsBody(work);
    const taught = { ...body.taught };
    for (const key of Object.keys({ ...from, ...to })) {
      if (same(from[key], to[key])) continue;
      if (!same(taught[key], from[key])) throw new StoreError('conflict', 'This site was taught meanwhile.');
      if (key in to) taught[key] = to[key] ?? null;
      else delete taught[key];
    }
    body.taught = taught;
    return {};
  });
}

/** Keeps since when each origin is logged: now for a new one. */
function markSince(body: SettingsBody, now: number): void {
  const { autologOrigins, autologSince = {} } = body;
  body.autologSince = Object.fromEntries(
    autologOrigins.map((origin) => [origin, autologSince[origin] ?? now]),
  );
}

function sorted(values: string[]): string[] {
  return [...new Set(values)].sort();
}

function settingsBody(work: Work): Promise<SettingsBody> {
  return work.one('settings', SETTINGS_ID);
}

/** Sets what belongs to this device alone. */
export async function setDevice(db: Database, given: Partial<DeviceSettings>): Promise<void> {
  await db.transaction('rw', db.device, async () => {
    const stored = await db.device.get('device');
    await db.device.put({ ...DEFAULT_DEVICE, ...stored, ...given, id: 'device' });
  });
}
