import type { Mark, OverlayState } from '@/lib/api/views';
import type { PageKind, Person, Reading } from '@/lib/sites/page-context';
import { CHIP_CSS } from './chips.css';
import { createShadow } from './shadow';
import { WORDS } from './words';

/** In a list, a dot where something is open; beside a message, a chip; at a recipient, a chip that says no more than "known". */
type Shape = 'chip' | 'dot';

interface Chip {
  host: HTMLElement;
  anchor: Element;
  shape: Shape;
  /** Whom it speaks of. */
  person: string;
  update(words: string, open: boolean, choose: () => void): void;
}

/** Position of a person in the report of that generation. */
export interface Chosen {
  generation: number;
  context: number;
  person: number;
}

function shapeOf(kind: PageKind, mark: Mark): Shape | null {
  if (!mark.known) return null;
  if (kind === 'list') return mark.word ? 'dot' : null;
  return 'chip';
}

/** The same for the same person, however often the page is read. */
const identify = ({ name, contactPoints }: Person) => JSON.stringify([name, contactPoints]);

/** Puts chips beside the people of a reading, and takes them away when their people go. */
export function createChips(
  language: OverlayState['language'],
  theme: 'light' | 'dark',
  onChoose: (chosen: Chosen) => void,
  signal: AbortSignal,
) {
  const words = WORDS[language];
  let shown = new Map<Element, Chip>();

  const clear = () => {
    for (const { host } of shown.values()) host.remove();
    shown = new Map();
  };
  signal.addEventListener('abort', clear);

  return {
    clear,
    /** Takes away the chips at whose element somebody else stands now; the rest waits for its new marks. */
    keep(readings: Reading[]): void {
      const staying = new Set<Chip>();
      readings.forEach(({ context, anchors }) => {
        anchors.forEach((anchor, j) => {
          const chip = anchor && shown.get(anchor);
          const person = context.people[j];
          if (chip && person && chip.person === identify(person)) staying.add(chip);
        });
      });
      for (const [anchor, chip] of shown) {
        if (staying.has(chip)) continue;
        chip.host.remove();
        shown.delete(anchor);
      }
    },
    /** `marks[i][j]` belongs to `readings[i].context.people[j]`, as reported with `generation`. */
    show(readings: Reading[], marks: Mark[][], generation: number): void {
      if (signal.aborted) return;
      const next = new Map<Element, Chip>();
      readings.forEach(({ context, anchors }, i) => {
        anchors.forEach((anchor, j) => {
          const mark = marks[i]?.[j];
          const person = context.people[j];
          if (
            !person ||
            !anchor?.isConnected ||
            !mark ||
            next.has(anchor) ||
            anchor.matches('input, textarea')
          )
            return;
          const shape = shapeOf(context.kind, mark);
          if (!shape) return;
          const before = shown.get(anchor);
          const chip =
            before?.shape === shape && before.host.isConnected ? before : createChip(anchor, shape, theme);
          const neutral = context.kind === 'compose';
          chip.person = identify(person);
          chip.update(
            mark.word && !neutral ? words[mark.word] : words.known,
            mark.word !== null && !neutral,
            () => onChoose({ generation, context: i, person: j }),
          );
          next.set(anchor, chip);
        });
      });
      for (const chip of shown.values()) if (next.get(chip.anchor) !== chip) chip.host.remove();
      shown = next;
    },
  };
}

const MOON = 'M6 1a5 5 0 0 0 0 10z';

function createChip(anchor: Element, shape: Shape, theme: 'light' | 'dark'): Chip {
  const { host, root } = createShadow(shape, CHIP_CSS);
  const frame = document.createElement('span');
  frame.className = theme;
  const button = document.createElement('button');
  const tip = document.createElement('span');
  tip.className = 'tip';
  tip.popover = 'manual';
  if (shape === 'chip') button.append(drawMoon());
  frame.append(button, tip);
  root.append(frame);

  let choose = () => {};
  const showTip = () => {
    const box = host.getBoundingClientRect();
    tip.style.left = `${Math.max(4, box.left)}px`;
    tip.style.top = `${box.bottom + 6}px`;
    tip.showPopover();
  };
  const hideTip = () => tip.matches(':popover-open') && tip.hidePopover();
  button.addEventListener('mouseenter', showTip);
  button.addEventListener('focus', showTip);
  button.addEventListener('mouseleave', hideTip);
  button.addEventListener('blur', hideTip);
  button.addEventListener('click', (event) => {
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopPropagation();
    choose();
  });
  anchor.after(host);
  return {
    host,
    anchor,
    shape,
    person: '',
    update(words, open, onChoose) {
      choose = onChoose;
      button.className = open && shape === 'chip' ? 'chip open' : shape;
      if (button.getAttribute('aria-label') !== words) {
        button.setAttribute('aria-label', words);
        tip.dataset.words = words;
      }
    },
  };
}

function drawMoon(): SVGElement {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  svg.setAttribute('viewBox', '0 0 12 12');
  svg.setAttribute('aria-hidden', 'true');
  const ring = document.createElementNS(ns, 'circle');
  for (const [name, value] of [
    ['cx', '6'],
    ['cy', '6'],
    ['r', '5'],
    ['fill', 'none'],
    ['stroke', 'currentColor'],
  ])
    ring.setAttribute(name as string, value as string);
  const half = document.createElementNS(ns, 'path');
  half.setAttribute('d', MOON);
  half.setAttribute('fill', 'currentColor');
  svg.append(ring, half);
  return svg;
}
