import { ask } from '@/lib/api/remote';
import type { OverlayState } from '@/lib/api/views';
import { isConnected, listen, send } from '@/lib/platform/messaging';
import { onPublicChanged } from '@/lib/platform/public-changes';
import { recipeFor } from '@/lib/sites/match';
import type { Reading } from '@/lib/sites/page-context';
import type { SiteRecipe } from '@/lib/sites/recipe';
import { watch } from '@/lib/sites/watch';
import { createChips } from './chips';
import { showOrphan, takeOutRemains } from './orphan';
import { createPanelFrame } from './panel-frame';
import { createReporter, type ReportCount } from './reporter';
import { watchSending } from './sending';
import { isOurs } from './shadow';
import { onShortcut } from './shortcuts';
import { hostTheme, onThemeChange } from './theme';
import { type Inserted, type Insertion, watchWriting } from './writing';

/** Set while an overlay runs in this document, so that a second injection replaces the first. */
const RUNNING = '__sidelight_overlay__';
const LONGEST_WAIT = 3_600_000;

/** The overlay at work in this document. */
interface Session {
  /** Whether it reads the text of drafts. */
  reads: boolean;
  /** In which its chips speak. */
  language: OverlayState['language'];
  abort(): void;
  /** The store has changed: chips are asked for again. */
  refresh(): void;
  insert(insertion: Insertion): Promise<Inserted>;
}

type Panel = ReturnType<typeof createPanelFrame>;

/** What an overlay leaves in its document for the next. */
interface Running {
  abort(): void;
  /** Missing where an older version runs. */
  count?: ReportCount;
}

/** Starts the overlay in this document. It stops when the site is switched off or hidden, or the extension goes away. */
export function startOverlay(): void {
  const world = globalThis as unknown as Record<string, Running | undefined>;
  const before = world[RUNNING];
  before?.abort();
  const life = new AbortController();
  const count = before?.count ?? { generation: 0 };
  world[RUNNING] = { abort: () => life.abort(), count };
  // Set by the background where it runs this version in a page of an earlier one (lib/platform/scripts.ts).
  if (import.meta.env.FIREFOX && !before && '__sidelight_replaces__' in globalThis && takeOutRemains()) {
    if (window.top === window) showOrphan(life.signal);
    return;
  }
  void run(life.signal, count);
}

const operate = <T>(op: string, input: unknown) => ask(send, op, input) as Promise<T>;

async function run(signal: AbortSignal, count: ReportCount): Promise<void> {
  let recipes: SiteRecipe[] | null = null;
  const recipe = () => recipeFor(location, recipes ?? [], document);
  const panel =
    window.top === window ? createPanelFrame(operate, () => recipe()?.room ?? null, signal) : null;
  let session: Session | null = null;
  /** Runs while everything is hidden, until it is shown again. */
  let hidden: ReturnType<typeof setTimeout> | undefined;

  let orphaned = false;
  /** After any failure, and when the user comes back to the page: if the extension is gone under it, stop and say so. */
  const failed = () => {
    if (orphaned || isConnected() || signal.aborted) return;
    orphaned = true;
    session?.abort();
    panel?.leave();
    if (panel) showOrphan(signal);
  };
  for (const event of ['pointerdown', 'keydown', 'focus'])
    window.addEventListener(event, failed, { signal, capture: true });
  // One for the document, not for a session: its reports are counted on when the site is hidden and shown again.
  const reporter = createReporter(operate, failed, signal, count);
  // A page that goes while it is hidden is forgotten too.
  window.addEventListener('pagehide', (event) => event.isTrusted && reporter.forget(), { signal });
  const refresh = async () => {
    const [state] = await Promise.all([
      operate<OverlayState>('tab.state', {}),
      recipes ?? operate<SiteRecipe[]>('tab.recipes', {}).then((told) => (recipes = told)),
    ]);
    if (signal.aborted) return;
    clearTimeout(hidden);
    const rest = (state.hiddenUntil ?? 0) - Date.now();
    // A page that stands in front all the while is told by nobody else that the hour is over.
    // Asks anew after an hour at most: the clock may be set meanwhile, and a wait of more than 24 days counts as none.
    hidden =
      rest > 0 ? setTimeout(() => void refresh().catch(failed), Math.min(rest, LONGEST_WAIT)) : undefined;
    const shown = state.on && !hidden;
    panel?.apply(state, shown);
    if (session && (session.reads !== state.reads || session.language !== state.language)) {
      session.abort();
      session = null;
    }
    if (shown && !session) session = readPage(state, recipe(), panel, reporter, failed, signal);
    else if (!shown) {
      session?.abort();
      session = null;
    }
  };

  let taught: number | undefined;
  /** Recipes of the user's own have changed: where they are for this page it is read anew. */
  const renew = async () => {
    const told = await operate<SiteRecipe[]>('tab.recipes', {});
    if (JSON.stringify(told) !== JSON.stringify(recipes)) {
      recipes = told;
      session?.abort();
      session = null;
    }
    await refresh();
  };

  signal.addEventListener('abort', () => {
    clearTimeout(hidden);
    session?.abort();
  });
  signal.addEventListener(
    'abort',
    onPublicChanged((state) => {
      const isTaught = state.taught !== taught;
      taught = state.taught;
      void (isTaught ? renew() : refresh()).catch(failed);
    }),
  );
  /** The caret may stand in a frame of the page, such as a preview pane; the panel stands in the top document. */
  const toggle = async () => {
    if (panel) return panel.toggle();
    const { folded } = await operate<OverlayState>('tab.state', {});
    await operate('tab.fold', { folded: !folded });
  };
  onShortcut('KeyS', signal, () => void toggle().catch(failed));
  onThemeChange(signal, () => {
    session?.abort();
    session = null;
    void refresh().catch(failed);
  });
  onShortcut('KeyH', signal, () => void operate('tab.hide', { minutes: hidden ? 0 : 60 }).catch(failed));
  listen((message) => {
    const word = typeof message === 'object' && message !== null && 'overlay' in message && message.overlay;
    if (word === 'toggle') panel?.toggle();
    if (word === 'refresh') session?.refresh();
    if (word === 'state') void refresh().catch(failed);
    if (word === 'insert') return session?.insert(message as unknown as Insertion) ?? null;
    return null;
  });
  // Only tabs in front are told of changes; whoever comes back to this one sees what holds now.
  const onShown = () => {
    if (document.visibilityState !== 'visible') return;
    session?.refresh();
    if (panel) void refresh().catch(failed);
  };
  document.addEventListener('visibilitychange', onShown, { signal });
  await refresh().catch(failed);
}

/** Reads the page and keeps the background and the chips in step with it, until stopped. */
function readPage(
  state: OverlayState,
  recipe: SiteRecipe | null,
  panel: Panel | null,
  reporter: ReturnType<typeof createReporter>,
  failed: () => void,
  parent: AbortSignal,
): Session {
  const session = new AbortController();
  const { signal } = session;
  signal.addEventListener('abort', () => reporter.stop());
  parent.addEventListener('abort', () => session.abort(), { signal });
  const claimed = recipe !== null && recipe.id !== 'generic';
  reporter.renew();
  const chips = createChips(
    state.language,
    hostTheme(),
    (chosen) => void operate('tab.choose', chosen).catch(failed),
    () => watcher.settled(),
    signal,
  );
  let latest: Reading[] = [];
  const writing = watchWriting(recipe, {
    reads: state.reads,
    changed: () => void onReadings(latest),
    signal,
  });
  const sending = watchSending(
    recipe?.send ?? null,
    () => latest,
    (context) => operate('tab.sent', { context }),
    signal,
  );
  const onReadings = async (readings: Reading[]) => {
    latest = readings;
    // Of a page that is not recognised its own document tells once; frames, and pages of no known site, have nothing to say.
    if (!readings.length && reporter.generation() === 0 && !(claimed && panel)) return;
    sending.read();
    if (claimed || readings.length) panel?.want();
    chips.keep(readings);
    const contexts = readings.map(({ context }) =>
      context.kind === 'compose' ? writing.withDraft(context) : context,
    );
    const marks = await reporter.report(contexts, hostTheme(), claimed);
    if (!marks) return;
    // The page may have put somebody else into the same elements since it was read.
    await watcher.settled();
    if (latest === readings) chips.show(readings, marks, reporter.generation());
  };
  if (claimed) panel?.want();
  const watcher = watch(document, onReadings, signal, { recipes: recipe ? [recipe] : [], isOurs });
  return {
    reads: state.reads,
    language: state.language,
    abort: () => session.abort(),
    refresh() {
      reporter.renew();
      void onReadings(latest);
    },
    insert: (insertion) => writing.insert(insertion, reporter.generation()),
  };
}
