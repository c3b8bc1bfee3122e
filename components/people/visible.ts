import { useEffect, useRef, useState } from 'preact/hooks';

/** So long the frame must have stood in plain sight before something in it deletes or discloses. */
const HALF_A_SECOND = 500;

/** `unknown` where the browser cannot tell whether something lies above: there nothing is deleted from a frame. */
export type Sight = 'seen' | 'hidden' | 'unknown';

interface SightObserverInit extends IntersectionObserverInit {
  trackVisibility: boolean;
  delay: number;
}
interface SightEntry extends IntersectionObserverEntry {
  isVisible?: boolean;
}

/** Whether this browser tells if an element is covered or transparent (Intersection Observer v2). */
function canTell(): boolean {
  return 'IntersectionObserverEntry' in globalThis && 'isVisible' in IntersectionObserverEntry.prototype;
}

/**
 * A pixel in the corner of this frame, above all else in it. What the page lays over a part of the frame makes all of it
 * invisible to the observer, and so do menus and tooltips of our own with what they lie over: none reaches this corner.
 */
function cornerOfFrame(): Element {
  const known = document.querySelector('[data-corner]');
  if (known) return known;
  const corner = document.createElement('div');
  corner.dataset.corner = '';
  corner.ariaHidden = 'true';
  corner.style.cssText =
    'position:fixed;left:0;bottom:0;width:1px;height:1px;z-index:2147483647;pointer-events:none';
  return document.body.appendChild(corner);
}

/**
 * Whether this frame has been really visible for half a second: a page that lays something over it, or makes it
 * transparent, could otherwise steal a click. Source: https://w3c.github.io/IntersectionObserver/v2/
 */
export function useSight(wanted: boolean): Sight {
  const [sight, setSight] = useState<Sight>(canTell() ? 'hidden' : 'unknown');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (!wanted || !canTell()) return;
    const options: SightObserverInit = { threshold: [1], trackVisibility: true, delay: 100 };
    const observer = new IntersectionObserver((entries: SightEntry[]) => {
      const visible = entries.at(-1)?.isVisible === true;
      clearTimeout(timer.current);
      if (visible) timer.current = setTimeout(() => setSight('seen'), HALF_A_SECOND);
      else setSight('hidden');
    }, options);
    observer.observe(cornerOfFrame());
    return () => {
      clearTimeout(timer.current);
      observer.disconnect();
    };
  }, [wanted]);

  return sight;
}
