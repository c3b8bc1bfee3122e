import { bestLanguage } from '../../lib/surveys/language';

/** The widget's own words that are seen with the first question; all else is its author's. The others travel with what comes later. */
export interface Words {
  close: string;
  skip: string;
  next: string;
  send: string;
  optional: string;
  yes: string;
  no: string;
  choose: string;
}

const NAMES = 'close,skip,next,send,optional,yes,no,choose'.split(',');

const LANGUAGES: Record<string, string> = {
  en: 'Close,Skip,Next,Send,optional,Yes,No,Choose',
  'zh-Hans': '关闭,跳过,下一步,提交,选填,是,否,请选择',
  'zh-Hant': '關閉,略過,下一步,送出,選填,是,否,請選擇',
  ar: 'إغلاق,تخطٍّ,التالي,إرسال,اختياري,نعم,لا,اختر',
};

/** The one of the widget's own languages that is nearest; English where none is. */
export function languageOf(lang: string): string {
  return bestLanguage(Object.keys(LANGUAGES), [lang]);
}

export function wordsOf(lang: string): Words {
  const texts = LANGUAGES[languageOf(lang)]!.split(',');
  return Object.fromEntries(NAMES.map((name, index) => [name, texts[index]])) as unknown as Words;
}
