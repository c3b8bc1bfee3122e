import { bestLanguage } from '../../lib/surveys/language';

/** The widget's own words before anything is answered; all else is its author's. What comes later travels with sealing. */
export interface Words {
  close: string;
  back: string;
  skip: string;
  next: string;
  send: string;
  optional: string;
  yes: string;
  no: string;
  choose: string;
  up: string;
  down: string;
  keepOrder: string;
  unset: string;
}

const NAMES = 'close,back,skip,next,send,optional,yes,no,choose,up,down,keepOrder,unset'.split(',');

const LANGUAGES: Record<string, string> = {
  en: 'Close,Back,Skip,Next,Send,optional,Yes,No,Choose,Move up,Move down,Keep this order,No answer yet',
  'zh-Hans': '关闭,返回,跳过,下一步,提交,选填,是,否,请选择,上移,下移,就按这个顺序,还没有回答',
  'zh-Hant': '關閉,返回,略過,下一步,送出,選填,是,否,請選擇,上移,下移,就照這個順序,尚未回答',
  ar: 'إغلاق,رجوع,تخطٍّ,التالي,إرسال,اختياري,نعم,لا,اختر,تحريك لأعلى,تحريك لأسفل,أبقِ هذا الترتيب,لا إجابة بعد',
};

/** The one of the widget's own languages that is nearest; English where none is. */
export function languageOf(lang: string): string {
  return bestLanguage(Object.keys(LANGUAGES), [lang]);
}

export function wordsOf(lang: string): Words {
  const texts = LANGUAGES[languageOf(lang)]!.split(',');
  return Object.fromEntries(NAMES.map((name, index) => [name, texts[index]])) as unknown as Words;
}
