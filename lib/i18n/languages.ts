/** The languages of the interface, as tags that `Intl` and `lang=""` understand. */
export type Language = 'en' | 'zh-Hans' | 'zh-Hant';

/** Every language, with its own name for itself. */
export const LANGUAGES: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
};

/**
 * Picks the language of the interface: the setting where there is one, else the first language of the browser that
 * the interface speaks, else English. Chinese of Taiwan, Hong Kong and Macau reads Traditional characters.
 */
export function chooseLanguage(setting: Language | null, browserLanguages: readonly string[]): Language {
  if (setting) return setting;
  for (const tag of browserLanguages) {
    if (/^en\b/i.test(tag)) return 'en';
    if (/^zh\b/i.test(tag))
      return /-(hant|tw|hk|mo)\b/i.test(tag) && !/-hans\b/i.test(tag) ? 'zh-Hant' : 'zh-Hans';
  }
  return 'en';
}
