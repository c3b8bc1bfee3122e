import { isVisible, matches } from './visible';

/** What a part of a page may be called for long: letters, no digits; a digit counts things or is a hash of a build. */
const LASTING = /^[a-z]{2,}(?:[-_]{1,2}[a-z]+)*$/i;
/** Names that come and go with what the user does. */
const PASSING =
  /(?:^|[-_])(?:active|current|selected|open|opened|closed|hover|focus|focused|hidden|visible|unread|read|new|loaded|is|has)(?:$|[-_])/i;
/** "bdVaJa": capitals as no word has them, or no vowel. */
const isScrambled = (word: string): boolean =>
  (word.length > 3 && (word.slice(1).match(/[A-Z]/g)?.length ?? 0) * 3 > word.length - 1) ||
  /^[^aeiouy]{5,}$/i.test(word);
/** Names that a build makes up behind a known beginning, and those that say how a thing looks and not what it is. */
const MADE_UP = /^(?:css|sc|jss|svelte|emotion|styled|makeStyles)-|^[A-Za-z]{1,3}_[A-Za-z]{1,3}$/;
const LOOKS =
  /^(?:flex|grid|block|inline|relative|absolute|truncate|italic|underline|uppercase)$|^(?:flex|grid|font|text|bg|border|rounded|items|justify|leading|tracking|shadow|overflow|whitespace|select|space|gap|min|max|inline)-/;
/** Attributes whose value a site chose to name a part by. Of any other the value may be a person, a folder or a label. */
const NAMING = new Set([
  'data-testid',
  'data-test-id',
  'data-view',
  'data-role',
  'data-type',
  'data-part',
  'data-region',
  'itemprop',
  'name',
  'role',
  'type',
]);
/** Elements whose tag alone says something. */
const TELLING = new Set(['header', 'main', 'article', 'address', 'h1', 'h2', 'h3', 'h4', 'time']);
/** How far up names are looked for, and how many selectors are tried. */
const LEVELS = 8;
const TRIES = 600;
/** Each try looks at every element: on a page of a million there are few. */
const VISITS = 20_000_000;
/** In longer rows the position of an element says nothing of what it is. */
const SHORT_ROW = 8;

function lasts(value: string, personal: ReadonlySet<string>): boolean {
  if (value.length > 40 || !LASTING.test(value) || PASSING.test(value)) return false;
  if (value.split(/[-_]+/).some((word) => isScrambled(word) || personal.has(word.toLowerCase())))
    return false;
  const joined = value.toLowerCase().replace(/[-_]/g, '');
  return ![...personal].some((word) => word.length >= LONG_WORD && joined.includes(word));
}

/** A shorter word of a name stands in many another: "may" in "display-area-may". */
const LONG_WORD = 4;

/**
 * Words of persons that must not be part of a selector: it would find nobody else, and say who they are. Those of names, and names and
 * parts of addresses written as one: "annaberg".
 */
export function personalWords(texts: string[]): Set<string> {
  const words = texts.flatMap((text) => {
    const parts = text.toLowerCase().split(/[^\p{L}]+/u);
    const local = text.toLowerCase().replace(/@.*$/, '');
    return [...parts, parts.join(''), local.replace(/[^\p{L}]+/gu, '')];
  });
  return new Set([...new Set(words)].filter((word) => word.length > 2).slice(0, 2000));
}

/** What an element is called, the most lasting first. */
function tokensOf(element: Element, personal: ReadonlySet<string>): string[] {
  const named: string[] = [];
  const borne: string[] = [];
  for (const { name, value } of element.attributes) {
    if (!/^[a-z][a-z-]*$/.test(name)) continue;
    if (NAMING.has(name)) {
      if (lasts(value, personal)) named.push(`[${name}="${value}"]`);
    } else if (name === 'email' || name.startsWith('data-')) borne.push(`[${name}]`);
  }
  const id = lasts(element.id, personal) ? [`#${element.id}`] : [];
  const means = (one: string) => lasts(one, personal) && !MADE_UP.test(one) && !LOOKS.test(one);
  const classes = [...element.classList].filter(means).map((one) => `.${one}`);
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
  yield* columnOf(element, above);
}

/** The same place in every row of a table or list, where the rows have no name. */
function* columnOf(element: Element, above: string[][]): Generator<string> {
  const row = element.parentElement;
  if (!row || row.children.length > SHORT_ROW) return;
  const place = `${row.tagName.toLowerCase()} > ${placeIn(row, element)}`;
  for (const token of above.slice(1).flat()) yield `${token} ${place}`;
}

/** "td:nth-of-type(2)" */
function placeIn(row: Element, element: Element): string {
  const alike = [...row.children].filter(({ tagName }) => tagName === element.tagName);
  return `${element.tagName.toLowerCase()}:nth-of-type(${alike.indexOf(element) + 1})`;
}

function* placesOf(element: Element, root: Element, personal: ReadonlySet<string>): Generator<string> {
  let path = '';
  let at: Element = element;
  for (let level = 0; level < LEVELS && at !== root; level++) {
    const parent = at.parentElement;
    if (!parent || parent.children.length > SHORT_ROW) return;
    path = ` > ${placeIn(parent, at)}${path}`;
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
  const most = Math.min(TRIES, VISITS / root.getElementsByTagName('*').length);
  let tries = 0;
  for (const selector of selectorsOf(element, root, personal)) {
    if (++tries > most) return null;
    if (selector.length > 400) continue;
    const found = matches(root, selector);
    if (found.includes(element) && accept(found, selector)) return selector;
  }
  return null;
}

/** The narrowest named part of the page, from an element outward, that holds what it must; the whole page where none has a name. */
export function regionAround(
  from: Element | null,
  personal: ReadonlySet<string>,
  holds: (root: Element) => boolean,
): string {
  const body = from?.ownerDocument.body;
  for (let at = from; at && body && at !== body; at = at.parentElement) {
    const find = stableSelector(at, body, personal, (found, selector) => {
      const shown = found.filter(isVisible);
      return !selector.includes(':') && shown.length === 1 && shown[0] === at && holds(at);
    });
    if (find) return find;
  }
  return 'body';
}
