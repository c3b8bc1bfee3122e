import type { Place, Show } from '../../lib/surveys/form';
import css from './style.css?inline';

export interface SurfaceOptions {
  place: Place;
  side?: Show['side'] | undefined;
  theme?: Show['theme'] | undefined;
  lang: string;
  /** In the flow of this element, or in the document's top layer. */
  at?: Element | undefined;
  onKey?(event: KeyboardEvent): void;
  /** Escape in a dialog. */
  onCancel?(): void;
}

export interface Surface {
  /** Where it is drawn. */
  box: HTMLElement;
  shadow: ShadowRoot;
  /** Aborted when it is closed. */
  signal: AbortSignal;
  focus(): void;
  close(): void;
}

const RTL = /^(ar|he|fa|ur|yi|ps|sd|ug|dv)\b/;
/** Not for the page: it would close its own menu, run its own shortcut, or read what is typed. */
const KEYS = ['keydown', 'keypress', 'keyup'];
const OURS = [
  'click',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'input',
  'beforeinput',
  'change',
  'focusin',
  'focusout',
  'submit',
  'copy',
  'cut',
  'paste',
  'wheel',
];

export const directionOf = (lang: string): 'rtl' | 'ltr' => (RTL.test(lang) ? 'rtl' : 'ltr');

/** `auto` is what the page around it is: a page that is light in the dark stays light. */
export function isDark(theme: Show['theme'], around: Element): boolean {
  if (theme === 'light' || theme === 'dark') return theme === 'dark';
  const view = around.ownerDocument.defaultView!;
  for (let one: Element | null = around; one; one = one.parentElement) {
    const [red, green, blue, alpha = 1] =
      view
        .getComputedStyle(one)
        .backgroundColor.match(/[\d.]+/g)
        ?.map(Number) ?? [];
    if (alpha > 0.5 && blue !== undefined) return red! * 0.299 + green! * 0.587 + blue * 0.114 < 110;
  }
  const scheme = view.getComputedStyle(around.ownerDocument.documentElement).colorScheme;
  return scheme.includes('dark') && view.matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Everything outside of an open modal dialog is inert: the one that was opened last is the place to be. */
function mountOf(document: Document): Element {
  return (
    [...document.querySelectorAll('dialog')].filter((one) => one.matches(':modal')).pop() ?? document.body
  );
}

/**
 * A closed shadow root with its own styles: in the flow, in the top layer, or as a modal dialog. It takes no focus unless it
 * is asked for or modal, follows a modal dialog of the page, and gives the focus back.
 */
export function openSurface(options: SurfaceOptions): Surface {
  const { place, at, lang } = options;
  const document = at?.ownerDocument ?? globalThis.document;
  const view = document.defaultView as Window & typeof globalThis;
  const host = document.createElement('sidelight-box');
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];

  const isModal = place === 'dialog' && !at;
  const floats = !at && !isModal;
  const box = document.createElement(isModal ? 'dialog' : 'div');
  box.className = `box ${place}${options.side === 'start' ? ' start' : ''}${isDark(options.theme, at ?? document.body) ? ' dark' : ''}`;
  box.lang = lang;
  box.dir = directionOf(lang);
  if (floats) box.setAttribute('popover', 'manual');
  if (isModal || floats) box.tabIndex = -1;
  shadow.append(box);

  const end = new AbortController();
  const { signal } = end;
  const before = document.activeElement as HTMLElement | null;

  const mount = () => {
    const active = shadow.activeElement as HTMLElement | null;
    const place = mountOf(document);
    if (host.parentElement !== place) place.append(host);
    // Browsers of before 2024 have no top layer for it: there it is above all that has a lower z-index.
    if (box.showPopover && !box.matches(':popover-open')) box.showPopover();
    if (active !== shadow.activeElement) active?.focus();
    watch.disconnect();
    watch.observe(document, { subtree: true, attributeFilter: ['open'] });
    // A dialog may also be taken out of the page with all that it holds.
    if (place !== document.body) watch.observe(place.parentNode!, { childList: true });
  };
  const watch = new view.MutationObserver(() => {
    if (!host.isConnected || host.parentElement !== mountOf(document)) mount();
  });

  if (at) at.append(host);
  else if (floats) {
    mount();
    signal.addEventListener('abort', () => watch.disconnect());
  } else {
    document.body.append(host);
    if (isModal) {
      (box as HTMLDialogElement).showModal();
      box.addEventListener('cancel', (event) => {
        event.preventDefault();
        options.onCancel?.();
      });
    }
  }

  for (const name of OURS) host.addEventListener(name, (event) => event.stopPropagation(), { signal });
  for (const name of KEYS) {
    view.addEventListener(
      name,
      (event) => {
        if (!event.composedPath().includes(host)) return;
        event.stopImmediatePropagation();
        if (name === 'keydown') options.onKey?.(event as KeyboardEvent);
      },
      { capture: true, signal },
    );
  }

  return {
    box,
    shadow,
    signal,
    focus: () => (shadow.querySelector<HTMLElement>('h2[tabindex]') ?? box).focus(),
    close() {
      const hadFocus = isModal || !!shadow.activeElement;
      end.abort();
      host.remove();
      if (hadFocus && before?.isConnected) before.focus({ preventScroll: true });
    },
  };
}
