import { addressAt } from '@/lib/sites/pointed';
import { createShadow } from '../overlay.content/shadow';
import { hostTheme } from '../overlay.content/theme';
import { BAR_CSS } from './bar.css';
import { boxOf } from './documents';

export interface Act {
  label: string;
  run(): void;
  main?: boolean;
}

/** What the bar shows: a title, lines that a screen reader is told, and what may be done. */
export interface BarContent {
  ask: string;
  lines?: string[];
  keys?: string;
  fault?: string | null;
  acts: Act[];
}

/** The bar at the page's upper edge, and the frame around an element. Takes no room from the page, and leaves with `signal`. */
export function createBar(title: string, signal: AbortSignal) {
  const { host, root } = createShadow('teach', BAR_CSS);
  const frame = document.createElement('div');
  frame.className = 'frame';
  frame.hidden = true;
  const bar = document.createElement('section');
  bar.className = `bar ${hostTheme()}`;
  bar.tabIndex = -1;
  bar.setAttribute('aria-label', title);
  const said = document.createElement('div');
  said.setAttribute('role', 'status');
  const here = textIn('p', 'here', '');
  here.setAttribute('role', 'status');
  const acts = document.createElement('div');
  acts.className = 'acts';
  const heading = textIn('h2', '', title);
  bar.append(heading, said, here, acts);
  root.append(frame, bar);
  document.documentElement.append(host);
  signal.addEventListener('abort', () => host.remove());

  return {
    host,
    controls: () => [...acts.querySelectorAll('button')],
    focused: () => [...acts.children].indexOf(root.activeElement as Element),
    focus: (control: HTMLElement | null) => (control ?? bar).focus({ preventScroll: true }),
    show({ ask, lines = [], keys, fault, acts: given }: BarContent): void {
      said.replaceChildren(
        textIn('p', 'ask', ask),
        ...lines.map((line) => textIn('p', '', line)),
        ...(keys ? [textIn('p', 'keys', keys)] : []),
        ...(fault ? [textIn('p', 'fault', fault)] : []),
      );
      const buttons = given.map(({ label, run, main }) => {
        const button = textIn('button', main ? 'main' : '', label) as HTMLButtonElement;
        button.type = 'button';
        button.addEventListener('click', (event) => event.isTrusted && run());
        return button;
      });
      here.textContent = '';
      acts.replaceChildren(...buttons);
      (buttons.find(({ className }) => className) ?? bar).focus({ preventScroll: true });
    },
    /** Draws the frame around an element, or none; `told` says what stands there. The bar gives way to what it would cover. */
    point(element: Element | null, told = false): void {
      frame.hidden = element === null;
      frame.style.display = element ? 'block' : 'none';
      here.textContent = element && told ? textOf(element) : '';
      if (!element) return;
      const { left, top, width, height } = boxOf(element);
      if (told) bar.classList.toggle('low', top < bar.offsetHeight + 24);
      Object.assign(frame.style, {
        left: `${left - 3}px`,
        top: `${top - 3}px`,
        width: `${width + 6}px`,
        height: `${height + 6}px`,
      });
    },
  };
}

/** What stands there, with its address if it bears one. */
function textOf(element: Element): string {
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 120);
  const email = addressAt(element)?.email;
  return email && !text.includes(email) ? `${text} <${email}>` : text;
}

function textIn(tag: 'h2' | 'p' | 'button', className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}
