import type { SiteReadings, SiteSeen } from '@/lib/api/views';
import { localMoment, zoneHere } from '@/lib/crm/calendar';
import { readingState, type SiteReading } from '@/lib/crm/site-readings';
import { readPublic } from '@/lib/platform/sites';
import { recipeFor } from '@/lib/sites/match';
import type { PageContext, PageKind, PersonRole } from '@/lib/sites/page-context';
import type { PageRule, SiteRecipe } from '@/lib/sites/recipe';
import type { Database } from '@/lib/store/database';
import { settingsOf } from '@/lib/store/settings';
import { noteReading, readingsOf } from '@/lib/store/site-readings';

/** Notes in counts what a report told, so that its user can see whether a site is still read. */
export async function noteReport(
  db: Database,
  site: string,
  { contexts, claimed }: { contexts: PageContext[]; claimed: boolean },
  now: number,
): Promise<void> {
  const { day } = localMoment(now, zoneHere());
  const read = contexts
    .filter(({ people }) => people.length > 0)
    .map(({ kind, variant, people }) => ({
      kind,
      variant: isName(variant) ? variant : null,
      day,
      people: countsOf(people),
    }));
  // A draft or an empty list that is recognised names nobody, and is read all the same.
  if (read.length === 0 && (contexts.length > 0 || !claimed)) return;
  const recipe = contexts[0]?.site ?? null;
  await noteReading(db, site, { recipe: isName(recipe) ? recipe : null, read }, day);
}

/** What a recipe may call itself and its variants: a report is a page's word, and nothing else is kept of it. */
const isName = (text: string | null): text is string => text !== null && /^[a-z0-9/+-]{1,120}$/.test(text);

function countsOf(people: PageContext['people']): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { role } of people) counts[role] = (counts[role] ?? 0) + 1;
  return counts;
}

/** Every site that is known or taught, with what was last read where it is switched on. */
export async function siteReadings(db: Database): Promise<SiteReadings[]> {
  const [{ soundOnes }, { RECIPES }, { taught = {} }, { sites }, notes] = await Promise.all([
    import('@/lib/sites/taught'),
    import('@/lib/sites/recipes'),
    settingsOf(db),
    readPublic(),
    readingsOf(db),
  ]);
  const mine = soundOnes(taught);
  const all = [...mine, ...RECIPES];
  const seen = Object.keys(sites)
    .filter((origin) => sites[origin]?.on)
    .map((origin) => ({
      recipe: recipeOf(origin, notes[origin], mine, RECIPES),
      ...seenOn(origin, notes[origin]),
    }));
  return all.map((recipe) => ({
    id: recipe.id,
    name: recipe.name,
    taught: mine.includes(recipe),
    hosts: recipe.hosts,
    pages: recipe.pages.map((page) => ({ kind: page.kind, variants: variantsOf(page) })),
    seen: seen
      .filter((one) => one.recipe === recipe.id)
      .map(({ recipe: _id, ...one }) => ({ ...one, state: stateOf(one.state, recipe) })),
  }));
}

/** A network has many pages without anybody to recognise: that it told nothing on some of them says nothing. */
const stateOf = (state: SiteSeen['state'], { pages }: SiteRecipe): SiteSeen['state'] =>
  state === 'changed' && pages.some(({ kind }) => kind === 'profile' || kind === 'post') ? 'holds' : state;

/** By which recipe a site is read: by that which read it last, else by that of its address. */
function recipeOf(
  origin: string,
  note: SiteReading | undefined,
  mine: SiteRecipe[],
  known: SiteRecipe[],
): string | undefined {
  const { hostname } = new URL(origin);
  const own = mine.find(({ hosts }) => hosts.includes(hostname));
  return own ? own.id : knownAs(origin, note, known);
}

/** The same of the product's own: software that stands on any host is told by its pages alone. */
export function knownAs(
  origin: string,
  note: SiteReading | undefined,
  known: SiteRecipe[],
): string | undefined {
  return note?.recipe && known.some(({ id }) => id === note.recipe)
    ? note.recipe
    : recipeFor(new URL(origin), known)?.id;
}

function seenOn(origin: string, note: SiteReading | undefined): SiteSeen {
  const last = Object.entries(note?.kinds ?? {}).map(([kind, { day, variant, people }]) => ({
    kind: kind as PageKind,
    day,
    variant,
    people: Object.entries(people).map(([role, count]) => ({ role: role as PersonRole, count })),
  }));
  const latestFirst = last.sort((a, b) => b.day.localeCompare(a.day));
  return { origin, state: readingState(note), last: latestFirst, unread: note?.unread ?? null };
}

function variantsOf({ region, open = [], people }: PageRule): SiteReadings['pages'][number]['variants'] {
  const dated = [...region, ...open, ...Object.values(people).flat()];
  return dated.map(({ id, since, unseen = false }) => ({ id, since, unseen }));
}
