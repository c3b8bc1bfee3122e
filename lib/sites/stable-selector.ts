import { matches } from './visible';

/** What a part of a page may be called for long: letters, no digits; a digit counts things or is a hash of a build. */
const LASTING = /^[a-z]{2,}(?:[-_]{1,2}[a-z]+)*$/i;
/** Names that come and go with what the user does. */
const PASSING =
  /(?:^|[-_])(?:active|current|selected|open|opened|closed|hover|focus|focused|hidden|visible|unread|read|new|loaded|is|has)(?:$|[-_])/i;
/** "bdVaJa": capitals as no word has them. */
const SCRAMBLED = /[a-z][A-Z][a-z]?[A-Z]|^[^aeiouy]{5,}$/;
/** Attributes whose value a site chose to name a part by. */
const NAMING = new Set(['data-testid', 'data-test-id', 'itemprop', 'name', 'role', 'type']);
/** Elements whose tag alone says something. */
const TELLING = new Set(['header', 'main', 'article', 'address', 'h1', 'h2', 'h3', 'h4', 'time']);
/** How far up names are looked for, and how many selectors are tried. */
const LEVELS = 8;
const TRIES = 600;
/** In longer rows the position of an element says nothing of what it is. */
const SHORT_ROW = 8;

function lasts(value: string, personal: ReadonlySet<string>): boolean {
  if (value.length > 40 || !LASTING.test(value) || PASSING.test(value) || SCRAMBLED.test(value)) return false;
  return !value
    .toLowerCase()
    .split(/[-_]+/)
    .some((word) => personal.has(word));
}

/** Words of a person that must not be part of a selector: it would find nobody else. */
export function personalWords(texts: string[]): Set<string> {
  return new Set(
    texts
      .flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u))
      .filter((word) => word.length > 2)
      .slice(0, 50),
  );
}

/** What an element is called, the most lasting first. */
function tokensOf(element: Element, personal: ReadonlySet<string>): string[] {
  const named: string[] = [];
  const borne: string[] = [];
  for (const { name, value } of element.attributes) {
    if (!/^[a-z][a-z-]*$/.test(name)) continue;
    if (NAMING.has(name) || (name.startsWith('data-') && lasts(value, personal))) {
      if (lasts(value, personal)) named.push(`[${name}="${value}"]`);
    } else if (name === 'email' || name.startsWith('data-')) borne.push(`[${name}]`);
  }
  const id = lasts(element.id, personal) ? [`#${element.id}`] : [];
  const classes = [...element.classList].filter((one) => lasts(one, personal)).map((one) => `.${one}`);
  const tag = element.tagName.toLowerCase();
  const pairs = classes.slice(1).map((one) => `${classes[0]}${one}`);
  return [...id, ...named, ...classes, ...borne, ...pairs, ...(TELLING.has(tag) ? [tag] : [])];
}

/** Selectors of an element below `root`, the most lasting first, by position in a short row last. */
function* selectorsOf(element: Element, root: Element, personal: ReadonlySet<string>): Generator<string> {
  const tag = element.tagName.toLowerCase();
  const own = [...tokensOf(element, personal), tag];
  const above: string[][] = [];
  for (let up = element.parentElement; up && up !== root && above.length < LEVELS; up = up.parentElement)
    above.push(tokensOf(up, personal));
  yield* own.slice(0, -1);
  for (const tokens of above) for (const token of tokens) for (const mine of own) yield `${token} ${mine}`;
  if (/^[a-z0-9]+$/.test(tag)) yield tag;
  yield* placesOf(element, root, personal);
}

function* placesOf(element: Element, root: Element, personal: ReadonlySet<string>): Generator<string> {
  let path = '';
  let at: Element = element;
  for (let level = 0; level < LEVELS && at !== root; level++) {
    const parent = at.parentElement;
    if (!parent || parent.children.length > SHORT_ROW) return;
    const alike = [...parent.children].filter(({ tagName }) => tagName === at.tagName);
    path = ` > ${at.tagName.toLowerCase()}:nth-of-type(${alike.indexOf(at) + 1})${path}`;
    if (parent === root) yield `:scope${path}`;
    for (const token of tokensOf(parent, personal)) yield `${token}${path}`;
    at = parent;
  }
}

/**
 * The most lasting selector of an element within `root` whose matches are accepted: by ids without digits, names in attributes and
 * classes that are words, alone or below a name further up; by position only within a short row. Null when none is.
 */
export function stableSelector(
  element: Element,
  root: Element,
  personal: ReadonlySet<string>,
  accept: (found: Element[], selector: string) => boolean = (found) => found.length === 1,
): string | null {
  let tries = 0;
  for (const selector of selectorsOf(element, root, personal)) {
    if (++tries > TRIES) return null;
    if (selector.length > 400) continue;
    const found = matches(root, selector);
    if (found.includes(element) && accept(found, selector)) return selector;
  }
  return null;
}
