import { addWords, type Language, type Namespace } from './index';

const FILES = {
  en: () => import('./whole-en'),
  'zh-Hans': () => import('./whole-zh-hans'),
  'zh-Hant': () => import('./whole-zh-hant'),
} as const satisfies Record<Language, unknown>;

/** Loads all words of a language as one file: a page that speaks most of them would wait for thirty. */
export async function fetchWhole(language: Language): Promise<void> {
  const { default: files } = await FILES[language]();
  for (const [path, dictionary] of Object.entries(files)) {
    addWords(language, path.slice(path.lastIndexOf('/') + 1, path.indexOf('.ts')) as Namespace, dictionary);
  }
}
