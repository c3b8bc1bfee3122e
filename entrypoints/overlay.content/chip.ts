import { CHIP_CSS } from './chips.css';
import { createShadow } from './shadow';

/** In a list, a dot where something is open; beside a message, a chip; at a recipient, a chip that says no more than "known". */
export type Shape = 'chip' | 'dot';

/** What a chip says and does. */
export interface Says {
  words: string;
  open: boolean;
  /** There is something to know of a recipient, in no colour that stands out. */
  note?: boolean;
  choose(): void;
}

export interface Chip {
  host: HTMLElement;
  say(what: Says): void;
}

const MOON = 'M6 1a5 5 0 0 0 0 10z';

const isRow = (display: string) => /^(?:block|flow-root|list-item|flex|grid|table-cell)$/.test(display);
const displayOf = (element: Element) => getComputedStyle(element).display;
const firstSaid = (element: Element) => [...element.children].find(({ textContent }) => textContent?.trim());

/**
 * Puts a chip behind an element, or within one that fills a line: behind it the chip would take a line of its own. Ours know elements
 * that stand in a line; whoever teaches a page points at what they like.
 */
function place(host: HTMLElement, anchor: Element, taught: boolean): void {
  const around = taught && anchor.parentElement;
  if (!around || !isRow(displayOf(anchor)) || /flex|grid/.test(displayOf(around))) {
    anchor.after(host);
    return;
  }
  let line = anchor;
  for (let first = firstSaid(line); first && isRow(displayOf(first)); first = firstSaid(line)) line = first;
  // What is cut off at its end would hide it there.
  if (getComputedStyle(line).overflowX === 'hidden') line.prepend(host);
  else line.append(host);
}

/** Draws a chip at an element of the page; `taught`: of a page that its user taught. */
export function drawChip(anchor: Element, shape: Shape, theme: 'light' | 'dark', taught = false): Chip {
  const { host, root } = createShadow(shape, CHIP_CSS);
  const button = document.createElement('button');
  if (shape === 'chip') button.append(drawMoon());
  root.append(button);

  let said: Says = { words: '', open: false, choose() {} };
  let tip: HTMLElement | null = null;
  /** Made when somebody looks: few of a list's dots are ever pointed at. */
  const makeTip = (): HTMLElement => {
    const made = document.createElement('span');
    made.className = `tip ${theme}`;
    made.popover = 'manual';
    root.append(made);
    const hide = () => made.matches(':popover-open') && made.hidePopover();
    button.addEventListener('mouseleave', hide);
    button.addEventListener('blur', hide);
    return made;
  };
  const showTip = () => {
    tip ??= makeTip();
    tip.dataset.words = said.words;
    const box = host.getBoundingClientRect();
    tip.style.left = `${Math.max(4, box.left)}px`;
    tip.style.top = `${box.bottom + 6}px`;
    tip.showPopover();
  };
  button.addEventListener('mouseenter', showTip);
  button.addEventListener('focus', showTip);
  button.addEventListener('click', (event) => {
    if (!event.isTrusted) return;
    event.preventDefault();
    event.stopPropagation();
    said.choose();
  });
  place(host, anchor, taught);
  return {
    host,
    say(what) {
      const { words, open, note } = what;
      said = what;
      button.className = `${shape} ${theme}${shape === 'dot' ? '' : open ? ' open' : note ? ' note' : ''}`;
      if (button.getAttribute('aria-label') !== words) button.setAttribute('aria-label', words);
      if (tip) tip.dataset.words = words;
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
