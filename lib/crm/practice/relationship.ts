import type { Chance } from './random';
import type { PracticeLanguage } from './shape';

/** What people of the practice mailbox said of working with the user: delivery decides, and those who wait for it are cross. */

export interface PracticeRelationship {
  /** Would recommend, 0 to 10. */
  score: number;
  /** Product, delivery, support, contact, value: 1 to 5, in the order of the template. */
  rated: readonly [number, number, number, number, number];
  remark: string;
  daysAgo: number;
}

const REMARKS: Readonly<Record<PracticeLanguage, { glad: readonly string[]; cross: readonly string[] }>> = {
  en: {
    glad: [
      'The samples are always right, and support answers the same day.',
      'Support is quick and friendly.',
      'Good samples, fair prices.',
    ],
    cross: [
      'The delivery time is too long.',
      'Three weeks of delivery time, and nobody told us.',
      'Your delivery time makes us buy elsewhere.',
    ],
  },
  'zh-Hans': {
    glad: ['样品从来没出过错，客服当天就回复。', '客服回复快，态度也好。', '样品质量好，价格公道。'],
    cross: ['交货时间太长了。', '交货时间拖了三周，也没人通知。', '交货时间不改，我们只能找别家。'],
  },
  'zh-Hant': {
    glad: ['樣品從來沒出過錯，客服當天就回覆。', '客服回覆快，態度也好。', '樣品品質好，價格公道。'],
    cross: ['交貨時間太長了。', '交貨時間拖了三週，也沒人通知。', '交貨時間不改，我們只能找別家。'],
  },
};

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** What one person answered. @param language of the person */
export function relationshipAnswer(by: Chance, language: PracticeLanguage): PracticeRelationship {
  const delivery = by.whole(1, 5);
  const support = by.whole(3, 5);
  const product = by.whole(3, 5);
  const contact = within(support + by.whole(-1, 1), 1, 5);
  const value = by.whole(2, 5);
  const score = within(Math.round(1.4 * delivery + 0.5 * support + by.whole(-1, 2)), 0, 10);
  const said = REMARKS[language][delivery <= 2 ? 'cross' : 'glad'];
  return {
    score,
    rated: [product, delivery, support, contact, value],
    remark: by.percent(60) ? by.pick(said) : '',
    daysAgo: by.whole(20, 70),
  };
}
