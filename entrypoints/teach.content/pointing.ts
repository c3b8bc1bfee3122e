import { addressesIn } from '@/lib/sites/addresses';
import { isVisible } from '@/lib/sites/visible';

/** Elements that the keyboard goes through: more is no choice. */
const MOST = 300;
const LOOKED_AT = 5000;

/** What may name somebody: short texts that stand alone, and bearers of an address, these first. */
function candidates(own: Element): Element[] {
  const bearing: Element[] = [];
  const others: Element[] = [];
  for (const element of [...document.body.querySelectorAll('*')].slice(0, LOOKED_AT)) {
    const text = element.textContent?.trim() ?? '';
    if (element === own || element.childElementCount > 0 || text.length < 2 || text.length > 120) continue;
    if (/^(?:script|style|option|noscript|textarea)$/i.test(element.tagName) || !isVisible(element)) continue;
    const attributes = [...element.attributes].map(({ value }) => value).join(' ');
    (addressesIn(`${text} ${attributes}`).length > 0 ? bearing : others).push(element);
    if (bearing.length + others.length >= MOST) break;
  }
  return [...bearing, ...others];
}

interface Pointing {
  /** Our own element, which is never pointed at. */
  host: HTMLElement;
  /** Whether Enter is for a control of our own. */
  holdsFocus(): boolean;
  point(element: Element | null): void;
  /** Null until something is asked for: the page then gets its clicks and keys. */
  chosen(): ((element: Element) => void) | null;
  leave(): void;
}

/** Lets the user point at elements of the page by mouse or keyboard. The page hears nothing of it meanwhile. */
export function watchPointing(
  { host, holdsFocus, point, chosen, leave }: Pointing,
  signal: AbortSignal,
): void {
  const options = { signal, capture: true };
  let at: Element | null = null;
  let listed: Element[] = [];
  const mark = (element: Element | null) => {
    at = element;
    point(element);
  };
  const isOurs = (event: Event) => event.composedPath().includes(host);
  const keep = (event: Event) => {
    if (!event.isTrusted || isOurs(event) || !chosen()) return false;
    event.preventDefault();
    event.stopImmediatePropagation();
    return true;
  };
  const targetOf = (event: Event) => {
    const [target] = event.composedPath();
    return target instanceof Element && target !== document.body && target !== document.documentElement
      ? target
      : null;
  };
  window.addEventListener(
    'pointermove',
    (event) => event.isTrusted && chosen() && mark(isOurs(event) ? null : targetOf(event)),
    options,
  );
  for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'dblclick', 'auxclick'])
    window.addEventListener(type, keep, options);
  window.addEventListener(
    'click',
    (event) => {
      const element = targetOf(event);
      const choose = chosen();
      if (!keep(event) || !element || !choose) return;
      mark(null);
      choose(element);
    },
    options,
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted) return;
      const choose = chosen();
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (event.key === 'Escape') leave();
      else if (choose && step) {
        if (!listed.some((one) => one.isConnected)) listed = candidates(host);
        const next = (at ? listed.indexOf(at) : step > 0 ? -1 : listed.length) + step;
        const element = listed[(next + listed.length) % listed.length] ?? null;
        element?.scrollIntoView({ block: 'nearest' });
        mark(element);
      } else if (choose && event.key === 'Enter' && at && !holdsFocus()) {
        const element = at;
        mark(null);
        choose(element);
      } else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    options,
  );
  window.addEventListener('scroll', () => at && point(at), { ...options, passive: true });
}
