import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** So long a button that deletes or discloses must have stood in plain sight. */
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
 * Whether an element has been really visible for half a second: a page that lays something over our frame, or makes
 * it transparent, could otherwise steal a click. Source: https://w3c.github.io/IntersectionObserver/v2/
 */
export function useSight(ref: RefObject<Element | null>, wanted: boolean): Sight {
  const [sight, setSight] = useState<Sight>(canTell() ? 'hidden' : 'unknown');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const element = ref.current;
    if (!wanted || !element || !canTell()) return;
    const options: SightObserverInit = { threshold: [1], trackVisibility: true, delay: 100 };
    const observer = new IntersectionObserver((entries: SightEntry[]) => {
      const visible = entries.at(-1)?.isVisible === true;
      clearTimeout(timer.current);
      if (visible) timer.current = setTimeout(() => setSight('seen'), HALF_A_SECOND);
      else setSight('hidden');
    }, options);
    observer.observe(element);
    return () => {
      clearTimeout(timer.current);
      observer.disconnect();
    };
  }, [ref, wanted]);

  return sight;
}
