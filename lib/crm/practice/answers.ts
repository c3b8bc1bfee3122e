import type { PracticeLanguage } from './shape';

/** What people of the practice mailbox answered when they were asked whether they would recommend the user, newest first. */

export interface PracticeAnswer {
  score: number;
  /** Which of the reasons of that score; null: nothing was written. */
  reason: number | null;
  daysAgo: number;
}

const SCORES = [10, 3, 9, 6, 9, 10, 7, 9, 8, 10, 8, 9, 10, 2, 9, 7, 10, 9, 8, 5, 10, 9, 9, 10, 8, 4, 9, 10];

export const ANSWERS: readonly PracticeAnswer[] = SCORES.map((score, at) => ({
  score,
  reason: at % 3 === 2 ? null : Math.floor(at / 3),
  daysAgo: 1 + Math.round(at * 6.4),
}));

type Mood = 'glad' | 'even' | 'cross';

const REASONS: Readonly<Record<PracticeLanguage, Record<Mood, readonly string[]>>> = {
  en: {
    glad: [
      'Answers within the hour.',
      'The samples were exactly as promised.',
      'Somebody always picks up the phone.',
    ],
    even: ['Good, but the price list comes late.', 'Delivery could be quicker.'],
    cross: ['Two deliveries were incomplete.', 'I asked three times before anybody called back.'],
  },
  'zh-Hans': {
    glad: ['回复很快，问题当天解决。', '样品和说明完全一致。', '打电话总有人接。'],
    even: ['不错，只是报价来得有点晚。', '交货还可以再快一点。'],
    cross: ['连续两次发货不齐。', '问了三遍才有人回电话。'],
  },
  'zh-Hant': {
    glad: ['回覆很快，問題當天就解決。', '樣品和說明完全一致。', '打電話總有人接。'],
    even: ['不錯，只是報價來得有點晚。', '交貨還可以再快一點。'],
    cross: ['連續兩次出貨不齊。', '問了三次才有人回電。'],
  },
};

/** The reason in the person's own language; empty when they wrote none. */
export function reasonOf({ score, reason }: PracticeAnswer, language: PracticeLanguage): string {
  if (reason === null) return '';
  const said = REASONS[language][score >= 9 ? 'glad' : score >= 7 ? 'even' : 'cross'];
  return said[reason % said.length] ?? '';
}
