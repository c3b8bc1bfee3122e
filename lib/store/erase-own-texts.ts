import type { Edit } from '@/lib/crm/changes';
import type { PlaySetting } from '@/lib/crm/plays';
import type { SavedView, Settings } from '@/lib/crm/settings';
import type { Database, SettingsBody } from './database';
import type { Traces } from './erase';
import { type Called, isNamedBy, isTheirs } from './erase-words';
import { SETTINGS_ID } from './settings-row';
import { changeRow, rowOf } from './work';

/** Texts of the user's own that are about nobody and name an erased person: what bears such a text goes. */

type Field = keyof Settings;
type Erasing = (value: never, named: Called) => unknown;

/** Told of no other person, or a wish that outlives the profile: these stay. */
const STAYS: ReadonlySet<string> = new Set<Field | keyof SettingsBody>([
  'id',
  'schema',
  'clock',
  'deletedAt',
  'purpose',
  'ownPoints',
  'neverLog',
  'autologOrigins',
  'autologSince',
  'baseCurrency',
  'region',
  'rates',
  'retention',
  'minutes',
  'views',
]);

/** Where an entry that names them does not go as a whole. */
const BY_FIELD: Partial<Record<Field, Erasing>> = {
  plays: (plays: Record<string, PlaySetting>, called) =>
    Object.fromEntries(
      Object.entries(plays).flatMap(([id, setting]) => {
        const left = playWithout(setting, called);
        return left ? [[id, left]] : [];
      }),
    ),
  // What was taught stays under the name of its host, unless that is theirs too.
  taught: (taught: NonNullable<Settings['taught']>, called) =>
    Object.fromEntries(
      Object.entries(taught)
        .map(([host, recipe]): [string, object] => [
          host,
          isNamedBy(called, recipe) ? { ...(recipe as object), name: host } : (recipe as object),
        ])
        .filter((entry) => !isNamedBy(called, entry)),
    ),
  // Deals stand in the stage: it is called by its place.
  pipeline: (stages: NonNullable<Settings['pipeline']>, called) =>
    stages.map((stage, at) => (isNamedBy(called, stage.name) ? { ...stage, name: String(at + 1) } : stage)),
};

/** Of a play of the product the changed texts go, one of the user's own goes as a whole. */
function playWithout(setting: PlaySetting, called: Called): PlaySetting | null {
  if (!isNamedBy(called, setting)) return setting;
  if (setting.own) return null;
  return Object.fromEntries(
    Object.entries(setting).filter(([, value]) => !isNamedBy(called, value)),
  ) as PlaySetting;
}

/**
 * Settings of any kind, also of one that this version does not know: of a list or a map the entries go that name the person. A saved view
 * goes also for a part of their name that nobody else has.
 */
export async function eraseSettings(
  db: Database,
  { called, clock }: Pick<Traces, 'called' | 'clock'>,
  segments: ReadonlySet<string>,
): Promise<void> {
  const row = await db.settings.get(SETTINGS_ID);
  const views = row ? await viewsOf(db, called, row.body.views ?? {}) : new Set<string>();
  if (row) {
    const after = without(row.body, called);
    if (views.size > 0) {
      after.views = Object.fromEntries(Object.entries(row.body.views ?? {}).filter(([id]) => !views.has(id)));
    }
    if (after.tiers) after.tiers = after.tiers.filter(({ segmentId }) => !segments.has(segmentId));
    if (JSON.stringify(after) !== JSON.stringify(row.body)) {
      await db.settings.put(rowOf('settings', { ...after, clock }));
    }
  }
  await scrubHistory(
    db,
    [SETTINGS_ID],
    ({ table, path, before, after }) =>
      table === 'settings' && (views.has(path[1] ?? '') || isNamedBy(called, [path, before, after])),
  );
}

function without(body: SettingsBody, called: Called): SettingsBody {
  const fields = Object.entries(body).map(([field, value]): [string, unknown] => {
    if (STAYS.has(field)) return [field, value];
    const own = BY_FIELD[field as Field] as ((value: unknown, called: Called) => unknown) | undefined;
    if (own && value !== undefined) return [field, own(value, called)];
    if (Array.isArray(value)) return [field, value.filter((one) => !isNamedBy(called, one))];
    if (typeof value !== 'object' || value === null) return [field, value];
    return [field, Object.fromEntries(Object.entries(value).filter((entry) => !isNamedBy(called, entry)))];
  });
  return Object.fromEntries(fields) as SettingsBody;
}

async function viewsOf(db: Database, called: Called, views: Record<string, SavedView>): Promise<Set<string>> {
  const gone = new Set<string>();
  for (const [id, { name, filter }] of Object.entries(views)) {
    const texts = [name, filter.text, ...(filter.facts ?? []).map(({ value }) => value)];
    for (const text of texts) if (text && (await isTheirs(db, called, text))) gone.add(id);
  }
  return gone;
}

/** Takes edits that speak of somebody out of the history of these rows. The changes stay, so that no command is done again. */
export async function scrubHistory(
  db: Database,
  subjects: readonly string[],
  speaks: (edit: Edit) => boolean,
): Promise<void> {
  const changes = await db.changes.where('k.subjects').anyOf(subjects).distinct().toArray();
  const scrubbed = changes.flatMap(({ body }) => {
    const edits = body.edits.filter((edit) => !speaks(edit));
    return edits.length < body.edits.length ? [changeRow({ ...body, edits })] : [];
  });
  await db.changes.bulkPut(scrubbed);
}
