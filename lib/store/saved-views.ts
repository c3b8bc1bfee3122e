import { isReserved } from '@/lib/crm/fields';
import type { CustomField, SavedView } from '@/lib/crm/settings';
import { command } from './command';
import { StoreError } from './errors';
import { SETTINGS_ID } from './settings-row';
import type { Context } from './work';

/** Tables as their user wants to find them again, and fields of the user's own: maps of the settings, each entry by itself. */

type Done = Record<string, never>;

/** Saves a view, or what became of it. A new one stands last. */
export function putView(
  ctx: Context,
  { id, view }: { id: string; view: Omit<SavedView, 'place'> },
): Promise<Done> {
  return command(ctx, async (work) => {
    const settings = await work.one('settings', SETTINGS_ID);
    const views = settings.views ?? {};
    const last = Math.max(-1, ...Object.values(views).map(({ place }) => place));
    settings.views = { ...views, [id]: { ...view, place: views[id]?.place ?? last + 1 } as SavedView };
    return {};
  });
}

export function removeView(ctx: Context, { id }: { id: string }): Promise<Done> {
  return command(ctx, async (work) => {
    const settings = await work.one('settings', SETTINGS_ID);
    const { [id]: gone, ...views } = settings.views ?? {};
    if (!gone) throw new StoreError('missing', 'This view was removed meanwhile.');
    settings.views = views;
    return {};
  });
}

/** Puts views in this order. */
export function orderViews(ctx: Context, { ids }: { ids: string[] }): Promise<Done> {
  return command(ctx, async (work) => {
    const settings = await work.one('settings', SETTINGS_ID);
    const views = Object.entries(settings.views ?? {});
    const placeOf = (id: string, place: number) => (ids.includes(id) ? ids.indexOf(id) : ids.length + place);
    settings.views = Object.fromEntries(
      views.map(([id, view]) => [id, { ...view, place: placeOf(id, view.place) }]),
    );
    return {};
  });
}

/**
 * Makes or changes a field of the user's own. `key` is the name under which contacts bear it, and stays.
 * @param isNew no other field may bear the name
 * @throws StoreError `invalid` for a new one under a name of the product's, `conflict` when another has it
 */
export function putField(
  ctx: Context,
  { key, field, isNew = false }: { key: string; field: CustomField; isNew?: boolean | undefined },
): Promise<Done> {
  return command(ctx, async (work) => {
    const settings = await work.one('settings', SETTINGS_ID);
    const isKnown = Object.hasOwn(settings.fields ?? {}, key);
    if (!isKnown && isReserved(key))
      throw new StoreError('invalid', 'Every contact has a field of this name.');
    if (isKnown && isNew) throw new StoreError('conflict', 'There is a field of this name.');
    settings.fields = { ...settings.fields, [key]: field };
    return {};
  });
}

/** Forgets what was said of a field. Values that contacts have under its name stay with them. */
export function removeField(ctx: Context, { key }: { key: string }): Promise<Done> {
  return command(ctx, async (work) => {
    const settings = await work.one('settings', SETTINGS_ID);
    const { [key]: gone, ...fields } = settings.fields ?? {};
    if (!gone) throw new StoreError('missing', 'This field was removed meanwhile.');
    settings.fields = fields;
    return {};
  });
}
