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
 * Whether this frame has been really visible for half a second: a page that lays something over it, or makes it
 * transparent, could otherwise steal a click. The page's things lie over the frame as a whole or not at all; the body is
 * observed, because menus and tooltips of our own would hide any smaller element.
 * Source: https://w3c.github.io/IntersectionObserver/v2/
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
    observer.observe(document.body);
    return () => {
      clearTimeout(timer.current);
      observer.disconnect();
    };
  }, [wanted]);

  return sight;
}
