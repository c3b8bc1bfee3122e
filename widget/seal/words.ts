import type { FaultCode } from '../../lib/surveys/validate';
import ar from './words/ar';
import en from './words/en';
import zhHans from './words/zh-hans';
import zhHant from './words/zh-hant';

/** The widget's own words beyond the first sight: what can be done, what is wrong with an answer, what became of it. */
export interface LateWords {
  back: string;
  up: string;
  down: string;
  keepOrder: string;
  unset: string;
  number: string;
  sent: string;
  waiting: string;
  late: string;
  retry: string;
  refused: string;
  byHand: string;
  mail: string;
  save: string;
  copy: string;
  copied: string;
  /** `{n}` is the limit that the answer lies beyond. */
  faults: Record<FaultCode, string>;
}

const LANGUAGES: Record<string, LateWords> = { 'zh-Hans': zhHans, 'zh-Hant': zhHant, ar };

/** @param lang one of the widget's own languages: see `languageOf` */
export function lateWordsOf(lang: string): LateWords {
  return LANGUAGES[lang] ?? en;
}
