import type { AskedView } from '@/lib/api/asked-views';
import { readAsked } from '@/lib/exchange/asked-text';
import type { LookUp } from '@/lib/platform/context-menu';
import { openPage } from '@/lib/platform/pages';
import { readSession, removeSession, writeSession } from '@/lib/platform/session';
import { siteOf } from '@/lib/platform/sites';
import { wake } from '@/lib/platform/wake';
import type { Database } from '@/lib/store/database';
import { findContacts } from '@/lib/store/find';
import { contactHits, matchNames, matchPoints } from '@/lib/store/matches';
import { standsBeside } from './side-panel';

/** A longer list says nothing. */
const MOST_HITS = 8;
/** A side panel that opens takes the question at once; what nobody took by then is forgotten, in ms. The worker lives as long. */
const LIFE = 20_000;

type Kept = AskedView & { at: number };
const keyOf = (windowId: number) => `asked:${windowId}`;

/** Answers "Look up in Sidelight": in the side panel of that window, and where none is shown in the workspace. */
export async function answerLookUp(db: Database, asked: LookUp, isShown: Promise<boolean>): Promise<void> {
  const view = await lookUpAsked(db, asked);
  if (!view) return;
  // One that stands open already is shown also where the browser opens none.
  if (!(await isShown) && !(await standsBeside(asked.windowId)))
    return openPage('workspace', hashOf(view, asked.isPrivate));
  const key = keyOf(asked.windowId);
  const at = Date.now();
  await writeSession(key, { ...view, at } satisfies Kept);
  setTimeout(() => void forget(key, at), LIFE);
  await wake('tab');
}

/** What was asked since stays. */
async function forget(key: string, at: number): Promise<void> {
  if ((await readSession<Kept>(key))?.at === at) await removeSession(key);
}

/** The address of a page gets into the browser's history: of a private window it says nothing of what was marked there. */
function hashOf({ contactId, text }: AskedView, isPrivate: boolean): string {
  if (isPrivate) return '#/contacts';
  return contactId ? `#/contacts/${contactId}` : `#/contacts?${new URLSearchParams({ text })}`;
}

/** Whom a marked text means: by an address one contact, else all that may be meant. A name alone is a question. Null: no text. */
export async function lookUpAsked(
  db: Database,
  { text, link, page }: Pick<LookUp, 'text' | 'link' | 'page'>,
): Promise<AskedView | null> {
  const asked = readAsked(text, link);
  if (!asked) return null;
  const { name, point } = asked;
  const ids = point
    ? ((await matchPoints(db, [point.key])).get(point.key) ?? []).map(({ contactId }) => contactId)
    : await matchNames(db, asked.text);
  const exact = await contactHits(db, ids.slice(0, MOST_HITS));
  const hits =
    point || exact.length > 0 ? exact : await findContacts(db, { text: asked.text, limit: MOST_HITS });
  return {
    text: asked.text,
    name,
    point: point && { kind: point.kind, value: point.value },
    source: page && (siteOf(page)?.replace(/^https?:\/\//, '') ?? null),
    contactId: (point && exact.length === 1 && exact[0]?.id) || null,
    hits,
  };
}

/** What was asked in a window, once. */
export async function takeAsked(windowId: number, now: number): Promise<AskedView | null> {
  const kept = await readSession<Kept>(keyOf(windowId));
  if (!kept) return null;
  await removeSession(keyOf(windowId));
  const { at, ...view } = kept;
  return now - at < LIFE ? view : null;
}
