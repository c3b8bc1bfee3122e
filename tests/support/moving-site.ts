import type { Page } from '@playwright/test';
import type { EveryPage } from './every-site.ts';

/** One of many people of a site: the same page with another address, name and place in the address bar. */
export interface Variant {
  url: string;
  html: string;
  point: { kind: 'email' | 'phone' | 'handle' | 'url'; value: string };
}

/** How the page goes to the next person. */
export type Step = 'drawn anew' | 'same elements' | 'address first';

/** In the page: what it showed, and where chips were put meanwhile. */
export interface Mover {
  go(url: string, html: string, number: number, step: Step): void;
  /** Numbers of the people who were shown whenever a chip or dot went in. */
  puts: number[];
}

const inEvery = (text: string, from: string, to: string): string => {
  const plain = from.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return text.replace(new RegExp(`(?<![a-z0-9])${plain}(?![a-z0-9])`, 'gi'), (found) => found + to);
};

/** The page of person `number`: whatever stands for the person who is shown bears the number behind it. */
export function variantOf(page: EveryPage, number: number): Variant {
  const person = page.expected?.people[0];
  // A handle stands in the address of the page too.
  const points = person?.contactPoints ?? [];
  const point = points.find(({ kind }) => kind === 'handle') ?? points[0];
  if (!person?.name || !point) throw new Error(`${page.name} shows nobody with a name and an address.`);
  const [site, handle] = /^([a-z-]+):(.+)$/.exec(point.value)?.slice(1) ?? ['', point.value];
  const token = (handle as string).split('@')[0] as string;
  const mark = String(number);
  const forms = new Set([token, encodeURIComponent(token)]);
  const { origin } = new URL(page.url);
  let url = page.url;
  let html = page.html;
  for (const name of new Set([person.name, person.name.replaceAll('&', '&amp;')]))
    html = html.replaceAll(name, `${name} ${mark}`);
  for (const form of forms) {
    html = inEvery(html, form, mark);
    url = origin + inEvery(url.slice(origin.length), form, mark);
  }
  // A mail has a number of its own in the address; where it is in none, the address says nothing of the mail.
  if (url === page.url)
    url = `${origin}/${page.url
      .slice(origin.length + 1)
      .replace(/(_uid=\d+)|[/=]*$/, (found, uid) => (uid ? found + mark : mark + found))}`;
  const value = (site && point.kind === 'handle' ? `${site}:` : '') + inEvery(handle as string, token, mark);
  return { url, html, point: { kind: point.kind, value } };
}

/** Runs in the page, as text: it uses nothing from outside. */
export function installMover(): void {
  const puts: number[] = [];
  let current = 0;
  let drawing = 0;
  new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
      if (node instanceof HTMLElement && /^(chip|dot)$/.test(node.dataset.sidelight ?? ''))
        puts.push(current);
  }).observe(document, { childList: true, subtree: true });
  const isOurs = (node: Node) => node instanceof HTMLElement && node.dataset.sidelight !== undefined;
  /** Writes one tree into another of the same shape, as a library does that keeps its elements. */
  const write = (from: Node, to: Node): void => {
    if (from.nodeValue !== to.nodeValue) to.nodeValue = from.nodeValue;
    if (from instanceof Element && to instanceof Element)
      for (const { name, value } of from.attributes)
        if (to.getAttribute(name) !== value) to.setAttribute(name, value);
    const old = [...to.childNodes].filter((node) => !isOurs(node));
    [...from.childNodes].forEach((child, at) => {
      if (old[at]) write(child, old[at] as Node);
    });
  };
  const show = (next: Document, number: number, step: Step) => {
    current = number;
    document.title = next.title;
    if (step === 'drawn anew') document.body.replaceChildren(...next.body.childNodes);
    else write(next.body, document.body);
  };
  // Back, and forward again, as a router draws it.
  window.addEventListener('popstate', ({ state }) => {
    clearTimeout(drawing);
    if (state?.html)
      show(new DOMParser().parseFromString(state.html, 'text/html'), state.number, 'same elements');
  });
  const mover: Mover = {
    puts,
    go(url, html, number, step) {
      const next = new DOMParser().parseFromString(html, 'text/html');
      const draw = () => show(next, number, step);
      // Whoever goes on sooner than the page could draw never sees it, however late the timer: no router draws the page before over this one.
      clearTimeout(drawing);
      history.pushState({ html, number }, '', url);
      if (step === 'address first') drawing = window.setTimeout(draw, 40);
      else draw();
    },
  };
  Object.assign(window, { mover });
}

/** Goes to a person's page within the page that is open. */
export const go = (page: Page, { url, html }: Variant, number: number, step: Step): Promise<void> =>
  page.evaluate(
    ([to, text, at, how]) => (window as unknown as { mover: Mover }).mover.go(to, text, at, how),
    [url, html, number, step] as const,
  );
