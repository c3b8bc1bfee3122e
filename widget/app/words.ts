import type { FaultCode } from '../../lib/surveys/validate';
import ar from './words/ar';
import en from './words/en';
import zhHans from './words/zh-hans';
import zhHant from './words/zh-hant';

/** The few texts that are the widget's own; everything else is its author's. */
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
  number: string;
  sent: string;
  waiting: string;
  refused: string;
  failed: string;
  byHand: string;
  mail: string;
  save: string;
  copy: string;
  copied: string;
  closed: string;
  faults: Record<FaultCode, string>;
}

/** The words nearest to a language; English where there are none. */
export function wordsOf(lang: string): Words {
  if (/^zh.*(hant|tw|hk|mo)/i.test(lang)) return zhHant;
  if (lang.startsWith('zh')) return zhHans;
  return lang.startsWith('ar') ? ar : en;
}
