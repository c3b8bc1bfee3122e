import type { OverlayState } from '@/lib/api/views';
import type { Room } from '@/lib/sites/recipe';
import { freePlace } from './free-place';
import { makeRoom } from './make-room';
import { PANEL_FRAME_CSS } from './panel-frame.css';
import { createShadow } from './shadow';
import { hostTheme } from './theme';
import { WORDS } from './words';

type Operate = <T>(op: string, input: unknown) => Promise<T>;

export const MIN_WIDTH = 300;
export const MAX_WIDTH = 600;
const STEP = 16;
/** So long hosts take at most to lay themselves out in the space that the panel left them, in ms. */
const LAID_OUT = 400;

/**
 * The frame that shows the panel, in a closed root of the top document. The page can neither reach into it nor learn its
 * address: the token in it is good for one load and ten seconds.
 */
export function createPanelFrame(operate: Operate, roomOfSite: () => Room | null, signal: AbortSignal) {
  let state: OverlayState | null = null;
  let wanted = false;
  let built: ReturnType<typeof build> | null = null;
  /** Widths and folds that are on their way to be kept: until they have arrived, what stands here is younger. */
  let sending = 0;
  const room = makeRoom(roomOfSite, signal);

  async function keep(op: 'tab.width' | 'tab.fold', input: object): Promise<void> {
    sending += 1;
    await operate(op, input).catch(() => {});
    sending -= 1;
  }

  function build() {
    const { host, root } = createShadow('panel', PANEL_FRAME_CSS);
    const dock = document.createElement('div');
    const edge = document.createElement('div');
    const fold = document.createElement('button');
    const frame = document.createElement('iframe');
    edge.className = 'edge';
    edge.tabIndex = 0;
    edge.setAttribute('role', 'separator');
    edge.setAttribute('aria-orientation', 'vertical');
    edge.setAttribute('aria-label', WORDS[state?.language ?? 'en'].panel);
    fold.className = 'fold';
    frame.title = WORDS[state?.language ?? 'en'].panel;
    frame.addEventListener('load', () => {
      if (root.activeElement !== frame) return;
      // The keyboard was given to the frame before there was a panel in it, which does not have it by itself.
      frame.blur();
      frame.focus();
    });
    fold.addEventListener('click', (event) => event.isTrusted && setFolded(false));
    dock.append(frame, edge, fold);
    root.append(dock);
    resizable(
      edge,
      () => state?.width ?? 360,
      (width, done) => {
        if (state) state = { ...state, width };
        draw();
        if (done) void keep('tab.width', { width });
      },
    );
    document.documentElement.append(host);
    let isLoaded = false;
    /** Once: who leaves the panel folded has none at work in the page. */
    const load = () => {
      if (isLoaded) return;
      isLoaded = true;
      void operate<{ url: string }>('tab.panel', {})
        .then(({ url }) => {
          frame.src = url;
        })
        .catch(() => {});
    };
    return { host, root, dock, edge, fold, frame, load };
  }

  function draw(): void {
    if (state?.beside) {
      takeOut();
      return;
    }
    const visible = wanted && state !== null;
    if (visible && !built) built = build();
    if (!built || !state) return;
    const { host, root, dock, edge, fold, frame, load } = built;
    const focused = root.activeElement;
    host.hidden = !visible;
    if (!state.folded) load();
    dock.className = `dock ${hostTheme()}${state.folded ? ' folded' : ''}`;
    dock.style.width = `${state.width}px`;
    edge.setAttribute('aria-valuenow', String(state.width));
    edge.setAttribute('aria-valuemin', String(MIN_WIDTH));
    edge.setAttribute('aria-valuemax', String(MAX_WIDTH));
    fold.setAttribute('aria-label', WORDS[state.language].unfold);
    // The keyboard follows: what is hidden keeps no focus.
    if (state.folded && (focused === frame || focused === edge)) fold.focus();
    else if (!state.folded && focused === fold) frame.focus();
    room.take(visible && !state.folded ? state.width : 0);
    if (!state.folded) dock.style.top = '';
    else if (!dock.style.top) {
      placeTab();
      setTimeout(placeTab, LAID_OUT);
    }
  }

  /** The folded panel's tab stands where it covers no control of the page. */
  function placeTab(): void {
    if (!built || !state?.folded) return;
    const { host, dock } = built;
    dock.style.top = `${freePlace(host, Number.parseInt(dock.style.top, 10) || undefined)}px`;
  }

  function setFolded(folded: boolean): void {
    if (!state) return;
    state = { ...state, folded };
    draw();
    void keep('tab.fold', { folded });
  }

  function leave(): void {
    wanted = false;
    takeOut();
  }

  function takeOut(): void {
    built?.host.remove();
    built = null;
    room.take(0);
  }

  signal.addEventListener('abort', leave);
  window.addEventListener('resize', placeTab, { signal });

  return {
    /** Follows the state of the site; `shown` is false when it is off or hidden. */
    apply(next: OverlayState, shown: boolean): void {
      state = sending && state ? { ...next, width: state.width, folded: state.folded } : next;
      if (shown) draw();
      else leave();
    },
    leave,
    /** There is something to show on this page, which may have changed: the frame is built, once. */
    want(): void {
      // The page has changed, and with it what lies under the tab.
      if (wanted) placeTab();
      else {
        wanted = true;
        draw();
      }
    },
    toggle(): void {
      if (built && state) setFolded(!state.folded);
    },
  };
}

/** Width by drag and by arrow keys. Only what the user does counts, not what the page makes up. */
function resizable(
  edge: HTMLElement,
  width: () => number,
  resize: (width: number, done: boolean) => void,
): void {
  const clamp = (value: number) => Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, value)));
  edge.addEventListener('pointerdown', (down) => {
    if (!down.isTrusted) return;
    edge.setPointerCapture(down.pointerId);
    const from = width() + down.clientX;
    const move = (event: PointerEvent) => resize(clamp(from - event.clientX), false);
    edge.addEventListener('pointermove', move);
    edge.addEventListener(
      'lostpointercapture',
      () => {
        edge.removeEventListener('pointermove', move);
        resize(width(), true);
      },
      { once: true },
    );
  });
  edge.addEventListener('keydown', (event) => {
    const by = event.key === 'ArrowLeft' ? STEP : event.key === 'ArrowRight' ? -STEP : 0;
    if (!event.isTrusted || !by) return;
    event.preventDefault();
    resize(clamp(width() + by), true);
  });
}
