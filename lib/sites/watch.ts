import { observeRoot, recipeFor } from './match';
import type { Reading } from './page-context';
import { MOST_PEOPLE, type ReadOptions, readAll } from './read';
import type { SiteRecipe } from './recipe';

/** Mutations that follow a read are gathered for this time, in milliseconds. */
const FOLLOW = 100;
/** Elements of one role that are read at first, about one screen of a list. Whoever scrolls has twice as many read, and again. */
const FIRST_TURN = 64;
/** Reading takes at most this share of the time: after a slow read the next waits longer. */
const SHARE = 0.1;
/** The longest wait, in milliseconds: a read that the machine itself held up must not leave whom it showed standing beside the next mail. */
const LONGEST = 1000;

export interface WatchOptions extends Pick<ReadOptions, 'own'> {
  /** Those that may claim the document. */
  recipes: SiteRecipe[];
  /** What stands in the page and is not of it: who puts it there or takes it away changes nothing that is read. */
  isOurs?: (node: Node) => boolean;
}

export interface Watcher {
  /** Resolves when every change of the page so far has been read; at once when none is waiting. */
  settled(): Promise<void>;
}

/**
 * Reads a document now and after every change, until aborted. `onReadings` gets every page that the document shows, most
 * important first; an empty list when nothing is recognised. It is called after the first reading, and then when something differs.
 *
 * The first mutation is read at the next frame, followers together after 100 ms. Nothing is observed on a page that no
 * recipe claims or while the tab is hidden, and nothing polls.
 */
export function watch(
  document: Document,
  onReadings: (readings: Reading[]) => void,
  signal: AbortSignal,
  { recipes, own, isOurs = () => false }: WatchOptions,
): Watcher {
  const view = document.defaultView;
  const recipe = view && recipeFor(view.location, recipes, document);
  if (!view || !recipe || signal.aborted) return { settled: async () => {} };

  let last: Reading[] | null = null;
  let observed: Element[] = [];
  let href = '';
  let quietUntil = 0;
  let elements = FIRST_TURN;
  /** There was more to read than that. */
  let cut = false;
  let cancel: (() => void) | null = null;
  /** The page has changed since it was read. */
  let changed = false;
  let waiting: (() => void)[] = [];

  const observer = new view.MutationObserver((records) => {
    if (view.location.href !== href || records.some((record) => matters(record, recipe, isOurs))) follow();
  });

  /** At the next frame, or when the quiet time after the last read is over. */
  function schedule(): void {
    if (cancel || !view || document.hidden) return;
    const wait = quietUntil - view.performance.now();
    if (wait <= 0) {
      // Behind the frame, when the page has been laid out: asked within it, what is visible would cost a layout of ours.
      const frame = view.requestAnimationFrame(() => {
        const timer = view.setTimeout(readNow);
        cancel = () => view.clearTimeout(timer);
      });
      cancel = () => view.cancelAnimationFrame(frame);
    } else {
      const timer = view.setTimeout(readNow, wait);
      cancel = () => view.clearTimeout(timer);
    }
  }

  function readNow(): void {
    if (!view || !recipe) return;
    cancel = null;
    changed = false;
    const start = view.performance.now();
    href = view.location.href;
    const budget = { elements, cut: false };
    const readings = readSafely(document, recipe, { own, budget });
    observe(observeRoot(document, recipe), readings);
    const end = view.performance.now();
    quietUntil = end + Math.min(LONGEST, Math.max(FOLLOW, (end - start) / SHARE));
    if (!last || !isSame(last, readings)) {
      last = readings;
      onReadings(readings);
    }
    cut = budget.cut && elements < MOST_PEOPLE;
    for (const resolve of waiting) resolve();
    waiting = [];
  }

  /** A long list costs what is looked at: more of it is read when somebody scrolls. */
  function scrolled(): void {
    if (!cut) return;
    cut = false;
    elements = Math.min(MOST_PEOPLE, elements * 2);
    follow();
  }

  function follow(): void {
    changed = true;
    schedule();
  }

  /**
   * The recipe's root with all in it, what was read beside it, such as a draft in a window of its own, and of the ancestors
   * only the children: a region that is replaced is noticed.
   */
  function observe(root: Element, readings: Reading[]): void {
    const beside = readings.map(({ region }) => region).filter((region) => !region.contains(root));
    const regions = [root, ...beside];
    const wanted = regions.filter(
      (one, at) => !regions.some((other, i) => (other === one ? i < at : other.contains(one))),
    );
    if (wanted.length === observed.length && wanted.every((one, at) => one === observed[at])) return;
    observer.disconnect();
    observed = wanted;
    for (const one of wanted) {
      observer.observe(one, {
        childList: true,
        // A page that draws the next person into the same elements may change nothing but their texts.
        characterData: true,
        subtree: true,
        ...(recipe?.attributes && { attributeFilter: recipe.attributes.names }),
      });
      for (let at = one.parentElement; at; at = at.parentElement) observer.observe(at, { childList: true });
    }
  }

  function stop(): void {
    cancel?.();
    cancel = null;
    observer.disconnect();
    observed = [];
  }

  /** The address changes before the page does: what follows is read as it comes, or after a while if nothing comes. */
  function navigated(): void {
    changed = true;
    const timer = view?.setTimeout(follow, FOLLOW);
    signal.addEventListener('abort', () => view?.clearTimeout(timer), { once: true });
  }

  function shown(): void {
    if (document.hidden) {
      stop();
      // What the page shows meanwhile is not known.
      changed = true;
    } else follow();
  }

  signal.addEventListener('abort', stop);
  document.addEventListener('visibilitychange', shown, { signal });
  document.addEventListener('change', follow, { signal, capture: true });
  document.addEventListener('focusin', follow, { signal });
  document.addEventListener('scroll', scrolled, { signal, capture: true, passive: true });
  for (const kind of ['hashchange', 'popstate']) view.addEventListener(kind, navigated, { signal });
  navigationOf(view)?.addEventListener('currententrychange', navigated, { signal });
  schedule();
  return {
    settled: () => (changed ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
  };
}

/** Nobody where the page has bent its own elements so that reading them fails: whom it showed before is gone with what it was. */
function readSafely(document: Document, recipe: SiteRecipe, options: ReadOptions): Reading[] {
  try {
    return readAll(document, document.location, [recipe], options);
  } catch {
    return [];
  }
}

/** The Navigation API tells of pushState too. Where it is missing, the mutations that follow a navigation do. */
function navigationOf(view: Window): EventTarget | undefined {
  return 'navigation' in view ? (view.navigation as EventTarget) : undefined;
}

function matters(
  { type, target, addedNodes, removedNodes }: MutationRecord,
  { attributes }: SiteRecipe,
  isOurs: (node: Node) => boolean,
): boolean {
  // What is typed names nobody.
  if (type === 'characterData') return !target.parentElement?.closest('[contenteditable]');
  if (type === 'childList') {
    // Not as arrays: of a thousand rows the first one tells.
    for (const nodes of [addedNodes, removedNodes]) for (const node of nodes) if (!isOurs(node)) return true;
    return false;
  }
  return (target as Element).matches(attributes?.on ?? '*');
}

/** Elements are compared first: they tell most changes, and cost less than texts. */
function isSame(before: Reading[], now: Reading[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ context, anchors }, at) => {
      const other = now[at] as Reading;
      return (
        anchors.length === other.anchors.length &&
        anchors.every((anchor, i) => anchor === other.anchors[i]) &&
        JSON.stringify(context) === JSON.stringify(other.context)
      );
    })
  );
}
