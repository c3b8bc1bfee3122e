import { signal } from '@preact/signals-core';
import { pluralRules } from './formatters';
import type { Blanks, Dictionary, Key, Namespace } from './keys';
import type { Language } from './languages';

export type { Key, Namespace } from './keys';
export { chooseLanguage, LANGUAGES, type Language } from './languages';

/** The language on screen. Whoever reads it, or calls `t`, while drawing is drawn again when it changes. */
export const language = signal<Language>('en');

/** What the product is for. A sentence may have a form of its own for it, under `key__support` or `key__people`. */
export type Vocabulary = 'sales' | 'support' | 'people';

/** The vocabulary on screen; views follow it as they follow the language. */
export const vocabulary = signal<Vocabulary>('sales');

const words = new Map<string, Dictionary>();

/** The words of a panel beside somebody known: where the others stand is itself fetched only when one is wanted. */
const NEAR: Partial<Record<Namespace, Record<Language, () => Promise<{ default: Dictionary }>>>> = {
  common: {
    en: () => import('./en/common'),
    'zh-Hans': () => import('./zh-hans/common'),
    'zh-Hant': () => import('./zh-hant/common'),
  },
  advice: {
    en: () => import('./en/advice'),
    'zh-Hans': () => import('./zh-hans/advice'),
    'zh-Hant': () => import('./zh-hant/advice'),
  },
  panel: {
    en: () => import('./en/panel'),
    'zh-Hans': () => import('./zh-hans/panel'),
    'zh-Hant': () => import('./zh-hant/panel'),
  },
};

/** Hands over the words of one namespace. For contexts that cannot load on demand, such as a content script. */
export function addWords(lang: Language, namespace: Namespace, dictionary: Dictionary): void {
  words.set(`${lang}/${namespace}`, dictionary);
}

/** Loads what is missing of the namespaces in a language, and stays with the one on screen: for a page that does not know its own yet. */
export async function fetchWords(lang: Language, namespaces: readonly Namespace[]): Promise<void> {
  const missing = namespaces.filter((namespace) => !words.has(`${lang}/${namespace}`));
  await Promise.all(
    missing.map(async (namespace) => {
      const near = NEAR[namespace]?.[lang];
      const file = await (near ? near() : import('./far').then(({ fetchFar }) => fetchFar(lang, namespace)));
      addWords(lang, namespace, file.default);
    }),
  );
}

/** Loads what is missing of the namespaces in a language, then switches to it. Afterwards `t` answers at once. */
export async function loadLanguage(lang: Language, namespaces: readonly Namespace[]): Promise<void> {
  await fetchWords(lang, namespaces);
  language.value = lang;
}

/** Marks a document of our own with the language on screen: fonts, line heights and screen readers follow it. */
export function markLanguage(root: HTMLElement): void {
  root.lang = language.value;
}

/** Values for the blanks of a sentence. Numbers are written in the reader's way; a year is passed as text. */
type Values<K extends Key, V> = Readonly<Record<Blanks<K>, V>>;
type Arguments<K extends Key, V> = [Blanks<K>] extends [never] ? [] : [values: Values<K, V>];

/** The sentence of a key in the language on screen, its blanks filled. `{count}` chooses the form of a plural. */
export function t<K extends Key>(key: K, ...values: Arguments<K, string | number>): string {
  return fill<never>(key, values[0] ?? {}).join('');
}

/**
 * Like `t`, in pieces: text and, where a blank stood, the value itself. So an element can stand inside a sentence
 * whose order of words the language decides. A value that stands for a number has it as `n`: as `{count}` it chooses the form of a plural.
 */
export function rich<K extends Key, T>(key: K, ...values: Arguments<K, string | number | T>): (string | T)[] {
  return fill<T>(key, values[0] ?? {});
}

/** Signs that turn the reading direction: out of a name in a sentence they would turn the sentence. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

function fill<T>(key: Key, values: Readonly<Record<string, string | number | T>>): (string | T)[] {
  const { count } = values;
  return sentence(key, typeof count === 'object' ? (count as { n?: unknown } | null)?.n : count)
    .split(/\{(\w+)\}/)
    .map((piece, index) => {
      if (index % 2 === 0) return piece;
      const value = values[piece];
      if (value === undefined) return `{${piece}}`;
      if (typeof value === 'number') return value.toLocaleString(language.value);
      return typeof value === 'string' ? value.replace(TURNS, '') : value;
    })
    .filter((piece) => piece !== '');
}

function sentence(key: Key, count: unknown): string {
  const lang = language.value;
  const dot = key.indexOf('.');
  const dictionary = words.get(`${lang}/${key.slice(0, dot)}`);
  const name = key.slice(dot + 1);
  if (!dictionary) return key;
  // Chinese has no plural, yet says "yesterday" where English does: for one, each language may have a form of its own.
  const form = count === 1 ? 'one' : typeof count === 'number' ? pluralRules(lang, {}).select(count) : null;
  const of = (stem: string) =>
    dictionary[`${stem}_${form}`] ?? dictionary[`${stem}_other`] ?? dictionary[stem];
  return of(`${name}__${vocabulary.value}`) ?? of(name) ?? key;
}
