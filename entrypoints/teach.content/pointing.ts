import { candidates } from './candidates';
import { documentsHere } from './documents';

const POINTER = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'dblclick', 'auxclick'];

interface Pointing {
  /** Our own element, which is never pointed at. */
  host: HTMLElement;
  /** Draws the frame around an element; by the keyboard it is told as well. */
  point(element: Element | null, told?: boolean): void;
  /** Controls of our own: they follow the last place on the page. */
  controls(): HTMLElement[];
  /** The control that has the focus, -1 for none. */
  focused(): number;
  /** Gives the focus to a control, or to the bar itself. */
  focus(control: HTMLElement | null): void;
  /** Null until something is asked for: the page then gets its clicks and keys. */
  chosen(): ((element: Element) => void) | null;
  leave(): void;
}

/**
 * Lets the user point at elements of the page and of its frames, by mouse or keyboard. The page hears nothing of it meanwhile.
 * @returns looks for frames that came since
 */
export function watchPointing(pointing: Pointing, signal: AbortSignal): () => void {
  const { host, point, controls, focused, focus, chosen, leave } = pointing;
  const options = { signal, capture: true };
  const watched = new WeakSet<Document>();
  let at: Element | null = null;
  /** Whether the keyboard stands there: from where the mouse happens to be it starts anew. */
  let byKeys = false;
  let listed: Element[] = [];
  const mark = (element: Element | null, told = false) => {
    at = element;
    byKeys = told;
    point(element, told);
  };
  const isOurs = (event: Event) => event.composedPath().includes(host);
  const hush = (event: Event) => {
    if (!event.isTrusted || isOurs(event) || !chosen()) return false;
    event.stopImmediatePropagation();
    return true;
  };
  const keep = (event: Event) => {
    const isKept = hush(event);
    if (isKept) event.preventDefault();
    return isKept;
  };

  const step = (by: 1 | -1) => {
    if (!listed.some((one) => one.isConnected)) listed = candidates(documentsHere());
    const ring = [...listed, ...controls()];
    const control = focused() < 0 ? -1 : listed.length + focused();
    const here = at && byKeys ? listed.indexOf(at) : control;
    const next = here < 0 && by < 0 ? ring.length - 1 : (here + by + ring.length) % ring.length;
    const place = ring[next] ?? null;
    if (next >= listed.length) {
      mark(null);
      return focus(place as HTMLElement | null);
    }
    focus(null);
    place?.scrollIntoView({ block: 'nearest' });
    mark(place, true);
  };
  /** Keys that were taken and are held still. */
  const held = new Set<string>();
  const onKeyPress = (event: Event) => {
    if (event.isTrusted && isOurs(event)) event.stopImmediatePropagation();
  };
  const onKeyUp = (event: KeyboardEvent) => {
    if (event.isTrusted && (held.delete(event.code) || isOurs(event))) event.stopImmediatePropagation();
  };
  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted) return;
    const choose = chosen();
    const by = stepOf(event);
    if (event.key === 'Escape') leave();
    else if (choose && by) step(by);
    else if (choose && event.key === 'Enter' && at && focused() < 0) {
      const element = at;
      mark(null);
      choose(element);
    } else if (isOurs(event)) {
      // A button of the bar does what it does; the page has shortcuts of its own. Enter that is still held is no answer.
      if (event.repeat) event.preventDefault();
      return event.stopImmediatePropagation();
    } else return;
    held.add(event.code);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onClick = (event: Event) => {
    const element = targetOf(event);
    const choose = chosen();
    if (!keep(event) || !element || !choose) return;
    mark(null);
    choose(element);
  };

  const watchDocuments = () => {
    listed = [];
    for (const one of documentsHere()) {
      const window = one.defaultView;
      if (watched.has(one) || !window) continue;
      watched.add(one);
      window.addEventListener(
        'pointermove',
        (event) => event.isTrusted && chosen() && mark(isOurs(event) ? null : targetOf(event)),
        options,
      );
      for (const type of [...POINTER, 'contextmenu']) window.addEventListener(type, keep, options);
      // Prevented, a touch would be followed by no click.
      for (const type of ['touchstart', 'touchend'])
        window.addEventListener(type, hush, { ...options, passive: true });
      window.addEventListener('click', onClick, options);
      window.addEventListener('keydown', onKey, options);
      window.addEventListener('keypress', onKeyPress, options);
      window.addEventListener('keyup', onKeyUp, options);
      window.addEventListener('scroll', () => at && point(at), { ...options, passive: true });
      // Of a frame within that shows another document: it reaches the document, and no window.
      one.addEventListener('load', (event) => isFrame(event.target) && watchDocuments(), options);
    }
  };
  watchDocuments();
  return watchDocuments;
}

function stepOf({ key, shiftKey }: KeyboardEvent): 1 | -1 | 0 {
  if (key === 'ArrowDown' || (key === 'Tab' && !shiftKey)) return 1;
  return key === 'ArrowUp' || key === 'Tab' ? -1 : 0;
}

/** Elements of frames are of another world, and no instance of ours. */
const isFrame = (target: EventTarget | null): boolean =>
  /^i?frame$/i.test((target as Partial<Element> | null)?.tagName ?? '');

/** What stands there: an element below the body. Elements of frames are of another world, and no instance of ours. */
function targetOf(event: Event): Element | null {
  const [target] = event.composedPath() as Partial<Element>[];
  const element = target?.nodeType === 1 ? (target as Element) : null;
  return element && !/^(?:html|body|i?frame|frameset)$/i.test(element.tagName) ? element : null;
}
