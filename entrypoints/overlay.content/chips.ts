import type { Mark, OverlayState } from '@/lib/api/views';
import type { PageKind, Person, Reading } from '@/lib/sites/page-context';
import { type Chip, drawChip, type Says, type Shape } from './chip';
import { WORDS } from './words';

/** What is to stand at an element of the page; `chip` once it has come into sight. */
interface Place {
  shape: Shape;
  /** Whom it speaks of. */
  person: string;
  says: Says;
  /** Of a page that its user taught. */
  taught: boolean;
  chip: Chip | null;
}

/** Position of a person in the report of that generation. */
export interface Chosen {
  generation: number;
  context: number;
  person: number;
}

/** Chips are drawn this far ahead of the scroll. */
const AHEAD = '200px 0px';
/** Milliseconds for which chips are drawn in one go; the rest waits for the next frame. */
const TICK = 8;

function shapeOf(kind: PageKind, mark: Mark): Shape | null {
  if (!mark.known) return null;
  if (kind === 'list') return mark.word ? 'dot' : null;
  return 'chip';
}

/** The same for the same person, however often the page is read. */
const identify = ({ name, contactPoints }: Person) => JSON.stringify([name, contactPoints]);

/**
 * Puts chips beside the people of a reading, and takes them away when their people go. A list of a thousand rows costs what
 * is in sight: a chip is drawn when its place comes there.
 */
export function createChips(
  language: OverlayState['language'],
  theme: 'light' | 'dark',
  onChoose: (chosen: Chosen) => void,
  /** Resolves when the page has been read as it is now. */
  settled: () => Promise<void>,
  signal: AbortSignal,
) {
  const words = WORDS[language];
  let places = new Map<Element, Place>();

  const draw = (target: Element) => {
    const place = places.get(target);
    if (!place || place.chip || !target.isConnected) return;
    place.chip = drawChip(target, place.shape, theme, place.taught);
    place.chip.say(place.says);
    sight.unobserve(target);
  };
  const sight = new IntersectionObserver(
    async (entries) => {
      // Told a frame later or while somebody scrolls: the page may have put another person there by now.
      await settled();
      const until = performance.now() + TICK;
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || !places.has(target)) continue;
        if (performance.now() < until) draw(target);
        else watchFor(target);
      }
    },
    { rootMargin: AHEAD },
  );

  /** An element that is observed anew is told at the next frame, whether it is in sight. */
  function watchFor(anchor: Element): void {
    sight.unobserve(anchor);
    sight.observe(anchor);
  }

  const leave = (anchor: Element, place: Place) => {
    sight.unobserve(anchor);
    place.chip?.host.remove();
  };
  const clear = () => {
    for (const [anchor, place] of places) leave(anchor, place);
    places = new Map();
  };
  signal.addEventListener('abort', () => {
    clear();
    sight.disconnect();
  });

  return {
    clear,
    /** Takes away the chips at whose element somebody else stands now; the rest waits for its new marks. */
    keep(readings: Reading[]): void {
      const staying = new Set<Element>();
      readings.forEach(({ context, anchors }) => {
        anchors.forEach((anchor, j) => {
          const place = anchor && places.get(anchor);
          const person = context.people[j];
          if (place && person && place.person === identify(person)) staying.add(anchor);
        });
      });
      for (const [anchor, place] of places) {
        if (staying.has(anchor)) continue;
        leave(anchor, place);
        places.delete(anchor);
      }
    },
    /** `marks[i][j]` belongs to `readings[i].context.people[j]`, as reported with `generation`. */
    show(readings: Reading[], marks: Mark[][], generation: number): void {
      if (signal.aborted) return;
      const next = new Map<Element, Place>();
      readings.forEach(({ context, anchors }, i) => {
        anchors.forEach((anchor, j) => {
          const mark = marks[i]?.[j];
          const person = context.people[j];
          const shape = mark && shapeOf(context.kind, mark);
          if (!person || !shape || !anchor?.isConnected || next.has(anchor)) return;
          if (anchor.matches('input, textarea')) return;
          const isDraft = context.kind === 'compose';
          const open = mark.word !== null && !isDraft;
          const note = isDraft && mark.word === 'check';
          const says: Says = {
            words: (open || note) && mark.word ? words[mark.word] : words.known,
            open,
            note,
            choose: () => onChoose({ generation, context: i, person: j }),
          };
          const before = places.get(anchor);
          const kept = before?.shape === shape && before.chip?.host.isConnected ? before.chip : null;
          kept?.say(says);
          const taught = context.variant?.startsWith('taught') ?? false;
          next.set(anchor, { shape, person: identify(person), says, taught, chip: kept });
        });
      });
      for (const [anchor, place] of places) {
        if (!next.has(anchor)) leave(anchor, place);
        else if (place.chip && next.get(anchor)?.chip !== place.chip) place.chip.host.remove();
      }
      places = next;
      for (const [anchor, place] of places) if (!place.chip) watchFor(anchor);
    },
  };
}
