import type { SiteRecipe } from './recipe';
import { type Check, isObject, list, object, oneOf, record, text } from './shape';

/** Signs in a file with a recipe: the longest of ours has a tenth of it. */
const LONGEST = 100_000;
/** More faults than that help nobody. */
const MOST_FAULTS = 20;
/** Wildcards make matching slow when there are many of them. */
const WILDCARDS = 4;

const selector = text(400, (value) => {
  if (typeof document === 'undefined') return null;
  try {
    document.createDocumentFragment().querySelector(value);
    return null;
  } catch {
    return 'is no CSS selector.';
  }
});

const pattern = text(200, (value) =>
  (value.match(/\*|:[a-z]/g)?.length ?? 0) > WILDCARDS ? `has more than ${WILDCARDS} wildcards.` : null,
);

const host = text(253, (value) =>
  /^(?:\*|(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*)$/.test(value)
    ? null
    : 'is no host: mail.example.com or *.example.com.',
);

const id = text(40, (value) =>
  /^[a-z0-9-]+$/.test(value) ? null : 'may hold lower-case letters, digits and hyphens.',
);

/** It goes into a style sheet of the page. */
const customProperty = text(60, (value) =>
  /^--[a-z-]+$/.test(value) ? null : 'is no name of a custom property: --left.',
);

const wholeAboveZero: Check = (value, path, faults) => {
  if (!Number.isInteger(value) || Number(value) < 1) faults.push(`${path} must be a whole number above 0.`);
};

const dated = {
  id,
  since: text(7, (value) => (/^\d{4}(?:-\d\d)?$/.test(value) ? null : 'must be a year or a month: 2026-03.')),
  'why?': text(300),
  'unseen?': oneOf(true),
};

const look = object({
  'find?': selector,
  'attr?': text(60, (value) => (/^[a-z][a-z0-9:_-]*$/i.test(value) ? null : 'is no attribute name.')),
  'text?': oneOf('own'),
  'in?': oneOf('region', 'document'),
  'pattern?': pattern,
  'steps?': list(
    oneOf(
      'address',
      'mailto',
      'title-account',
      'title-name',
      'title-person',
      'title-handle',
      'handle',
      'acct',
      'undouble',
      'first-line',
      'id-time',
      'short-year',
    ),
  ),
});

const filled = object({ fill: text(200) });
const source: Check = (value, path, faults) =>
  (isObject(value) && 'fill' in value ? filled : look)(value, path, faults);
const sources = list(source);

const written = {
  'subject?': sources,
  'messageKey?': sources,
  'at?': sources,
  'permalink?': ((value, path, faults) =>
    (Array.isArray(value) ? list(text(300), 5, 1) : text(300))(value, path, faults)) satisfies Check,
  'names?': record(/^[a-z]+$/, sources),
};

const personRule = object({
  ...dated,
  each: selector,
  'email?': sources,
  'name?': sources,
  'handle?': sources,
  'url?': sources,
  'phone?': sources,
  'title?': sources,
  'company?': sources,
  'place?': sources,
  'many?': object({ as: oneOf('mailboxes', 'json-ld'), from: source }),
  'twin?': selector,
  'nameOnly?': oneOf(true, false),
  'said?': object({ around: selector, ...written }),
});

const place = object({ ...dated, find: selector });

const address = object({ 'path?': pattern, 'query?': record(/^\w+$/, pattern), 'hash?': pattern });

const page = object({
  kind: oneOf('message', 'list', 'compose', 'profile', 'post'),
  'address?': list(address),
  region: list(place, 50, 1),
  'open?': list(place, 50, 1),
  'editor?': list(place, 50, 1),
  'skip?': selector,
  people: record(/^(?:sender|recipient|author|profile|mention)$/, list(personRule, 50, 1)),
  'agree?': object({ shown: look, with: text(200) }),
  'loaded?': oneOf(true),
  'atMost?': wholeAboveZero,
  'threadKey?': sources,
  'messages?': object({ each: selector, own: selector, 'at?': sources }),
  ...written,
});

const recipe = object({
  format: oneOf(1),
  id,
  name: text(80),
  hosts: list(host, 50, 1),
  'mark?': list(selector, 50, 1),
  viewer: list(personRule),
  'account?': list(object({ ...dated, 'address?': address, name: sources, 'lent?': oneOf(true) }), 20, 1),
  pages: list(page, 50, 1),
  observe: list(selector),
  'send?': selector,
  'attributes?': object({ names: list(text(60), 10, 1), on: selector }),
  'room?': object({
    find: selector,
    by: oneOf('margin', 'width', 'inset', 'hold'),
    'shrink?': list(object({ find: selector, min: wholeAboveZero }), 10, 1),
    'end?': list(
      object({
        find: selector,
        'right?': wholeAboveZero,
        'width?': wholeAboveZero,
        'fixed?': oneOf(true),
        'left?': customProperty,
      }),
      10,
      1,
    ),
  }),
});

export type Checked = { recipe: SiteRecipe } | { faults: string[] };

/**
 * Checks a recipe that comes from outside. Every fault is one sentence with the place of the fault, such as
 * "recipe.pages[0].region is empty."
 */
export function checkRecipe(value: unknown): Checked {
  const faults: string[] = [];
  recipe(value, 'recipe', faults);
  if (isObject(value) && Array.isArray(value.hosts) && value.hosts.includes('*') && !value.mark) {
    faults.push('recipe.mark is missing: a recipe for every host must say what proves the software.');
  }
  return faults.length > 0 ? { faults: faults.slice(0, MOST_FAULTS) } : { recipe: value as SiteRecipe };
}

/** The same for the text of a file. */
export function checkRecipeFile(content: string): Checked {
  if (content.length > LONGEST) return { faults: [`The file is longer than ${LONGEST} characters.`] };
  try {
    return checkRecipe(JSON.parse(content));
  } catch {
    return { faults: ['The file is no JSON.'] };
  }
}
