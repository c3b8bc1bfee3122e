import { readPrefixed, readSession, removeSession, updateSession } from '@/lib/platform/session';
import { wakeItem } from '@/lib/platform/wake';
import type { PageContext, Person, Said } from '@/lib/sites/page-context';
import { same } from '@/lib/store/edits';
import { personKey } from './recognise';

/** What one document of a tab last reported. */
export interface FrameRecord {
  documentId: string | null;
  generation: number;
  contexts: PageContext[];
  claimed: boolean;
  theme: 'light' | 'dark';
  /** Contacts of its page with whom something is open. */
  owed?: string[];
  at: number;
  /** Start of the current window of the rate limit, and reports in it. */
  windowAt: number;
  reports: number;
}
type Gone = Pick<FrameRecord, 'documentId' | 'generation'>;
type GoneOf = Gone & { tabId: number };
/** So many of them are kept: a message is under way for moments. */
const MOST_GONE = 32;
/**
 * Documents that went away, the last ones of all tabs: what they said before comes too late. Beside the records of the tabs, for a
 * document may go before anything was told of its tab, or when the tab is closed already, and then no record may stay behind.
 */
const GONE = 'gone';

/**
 * Key of the person whose chip was clicked, when, and the comment that it stands at; null where it stands at none, but at the head of a
 * post. Forgotten with the next report, unless it tells which of several places of theirs is meant, and that still stands there.
 */
export interface Clicked {
  person: string;
  at: number;
  said: Said | null;
}

export interface TabRecord {
  origin: string;
  frames: Record<number, FrameRecord>;
  clicked: Clicked | null;
  /** Rises with every change, whichever document it is of: each counts its own reports from the start, and is compared with no other. */
  turn: number;
}

/** Reports a document may send in ten seconds: fast paging through mails needs about fifty. */
export const REPORT_LIMIT = 200;
const REPORT_WINDOW = 10_000;

const PREFIX = 'tab:';
const keyOf = (tabId: number) => PREFIX + tabId;

/** What is known of every tab. */
export async function allTabs(): Promise<[number, TabRecord][]> {
  const found = Object.entries(await readPrefixed<TabRecord>(PREFIX));
  return found.map(([key, record]) => [Number(key.slice(PREFIX.length)), record]);
}

export function readTab(tabId: number): Promise<TabRecord | null> {
  return readSession<TabRecord>(keyOf(tabId));
}

function changeTab(
  tabId: number,
  change: (before: TabRecord | null) => Omit<TabRecord, 'turn'> | null,
  also?: Record<string, unknown>,
): Promise<TabRecord | null> {
  const next = (before: TabRecord | null): TabRecord | null => {
    const after = change(before);
    return after === before || after === null ? before : { ...after, turn: (before?.turn ?? 0) + 1 };
  };
  return updateSession(keyOf(tabId), next, also);
}

export interface Report
  extends Pick<FrameRecord, 'documentId' | 'generation' | 'contexts' | 'claimed' | 'theme'> {
  /** When the document was loaded, epoch milliseconds; where that is not told, all that was said before is older. */
  loaded?: number | undefined;
}

/**
 * Takes a document's report. `stale` for one that is older than what the same document said already, `busy` for one too many.
 * A new top document sweeps away what the frames of the one before had said, and leaves what its own said already. A report that is taken wakes the views.
 */
export async function takeReport(
  tabId: number,
  frameId: number,
  origin: string,
  { loaded = Number.POSITIVE_INFINITY, ...report }: Report,
  now: number,
): Promise<'taken' | 'stale' | 'busy'> {
  let outcome: 'taken' | 'stale' | 'busy' = 'taken';
  const left = (await readSession<GoneOf[]>(GONE))?.find(isOf(tabId, report));
  const change = (before: TabRecord | null): Omit<TabRecord, 'turn'> | null => {
    const old = before?.frames[frameId];
    const same = old !== undefined && old.documentId === report.documentId;
    const sweep = frameId === 0 && !same;
    if (
      (same && isStale(report.generation, old.generation)) ||
      (left && report.generation <= left.generation)
    ) {
      outcome = 'stale';
      return before;
    }
    const inWindow = same && now - old.windowAt < REPORT_WINDOW;
    const reports = inWindow ? old.reports + 1 : 1;
    if (reports > REPORT_LIMIT) {
      outcome = 'busy';
      return before;
    }
    const kept = same && old.owed ? { owed: old.owed } : {};
    const frame: FrameRecord = {
      ...report,
      ...kept,
      at: now,
      windowAt: inWindow ? old.windowAt : now,
      reports,
    };
    const frames = { ...(sweep ? since(loaded, before) : before?.frames), [frameId]: frame };
    return {
      ...before,
      origin: frameId === 0 ? origin : (before?.origin ?? origin),
      frames,
      clicked: sweep ? null : stillThere(before?.clicked, frames),
    };
  };
  await changeTab(tabId, change, wakeItem('tab'));
  return outcome;
}

/** Whether the chip that was clicked stands at this element of the page. Chromium's session storage gives fields back in another order. */
export const isClicked = (clicked: Clicked, one: Person): boolean =>
  personKey(one) === clicked.person && same(one.said ?? null, clicked.said);

/** The click on the chip of somebody who commented, while what it stands at is there in any document of the tab. */
function stillThere(clicked: Clicked | null | undefined, frames: TabRecord['frames']): Clicked | null {
  if (!clicked) return null;
  const pages = Object.values(frames).flatMap(({ contexts }) => contexts);
  const isThere = ({ people }: PageContext) =>
    people.some((one) => isClicked(clicked, one)) &&
    people.some((one) => one.said && personKey(one) === clicked.person);
  return pages.some(isThere) ? clicked : null;
}

/** What was said since then. */
function since(loaded: number, record: TabRecord | null): TabRecord['frames'] {
  return Object.fromEntries(
    Object.entries(record?.frames ?? {}).filter(([, { at }]) => at >= Math.floor(loaded)),
  );
}

/** A report that was overtaken on its way. */
export function isStale(generation: number, latest: number): boolean {
  return generation < latest;
}

const isOf =
  (tabId: number, { documentId }: Pick<Gone, 'documentId'>) =>
  (one: GoneOf) =>
    one.tabId === tabId && one.documentId === documentId;

/** A document went away. One that has come back, and told of itself since, stays. */
export async function forgetFrame(
  tabId: number,
  frameId: number,
  { documentId, generation }: Gone,
): Promise<void> {
  let isBack = false;
  await changeTab(tabId, (before) => {
    const frame = before?.frames[frameId];
    if (!before || frame?.documentId !== documentId) return before;
    isBack = isStale(generation, frame.generation);
    if (isBack) return before;
    const { [frameId]: _gone, ...frames } = before.frames;
    return { ...before, frames: frameId === 0 ? {} : frames };
  });
  if (isBack) return;
  await updateSession<GoneOf[]>(GONE, (all) => {
    const others = (all ?? []).filter((one) => !isOf(tabId, { documentId })(one));
    return [...others, { tabId, documentId, generation }].slice(-MOST_GONE);
  });
}

/** Keeps with whom of a document something is open, unless a younger report has come. */
export async function noteOwed(
  of: { tabId: number; frameId: number } & Pick<FrameRecord, 'documentId' | 'generation'>,
  owed: string[],
): Promise<{ record: TabRecord | null; isChanged: boolean }> {
  let isChanged = false;
  const record = await changeTab(of.tabId, (before) => {
    const frame = before?.frames[of.frameId];
    const isOf = frame?.documentId === of.documentId && frame.generation === of.generation;
    if (!before || !frame || !isOf || (frame.owed ?? []).join() === owed.join()) return before;
    isChanged = true;
    return { ...before, frames: { ...before.frames, [of.frameId]: { ...frame, owed } } };
  });
  return { record, isChanged };
}

export async function chipClicked(tabId: number, clicked: Clicked): Promise<void> {
  await changeTab(tabId, (before) => before && { ...before, clicked });
}

export function forgetTab(tabId: number): Promise<void> {
  return removeSession(keyOf(tabId));
}
