import type { FaultCode } from '../../lib/surveys/validate';
import ar from './words/ar';
import en from './words/en';
import zhHans from './words/zh-hans';
import zhHant from './words/zh-hant';

/** The widget's own words from the first answer on: what is wrong with one, and what became of it. */
export interface LateWords {
  number: string;
  sent: string;
  waiting: string;
  refused: string;
  byHand: string;
  mail: string;
  save: string;
  copy: string;
  copied: string;
  faults: Record<FaultCode, string>;
}

const LANGUAGES: Record<string, LateWords> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, ar };

/** @param lang one of the widget's own languages: see `languageOf` */
export function lateWordsOf(lang: string): LateWords {
  return LANGUAGES[lang] ?? en;
}
