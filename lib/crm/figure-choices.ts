/** What figures are counted with, where the user may say otherwise than the product. */

/** What loyalty is made of. */
export const LOYALTY_PARTS = ['returns', 'frequency', 'active', 'spent', 'rating', 'engagement'] as const;
export type LoyaltyPart = (typeof LOYALTY_PARTS)[number];

export interface FigureChoices {
  /** How much each part of loyalty counts against the others: 0 to 100, one at least above 0. */
  loyalty: Record<LoyaltyPart, number>;
  /** What is earned of a purchase, as a share of its amount: above 0, up to 1. */
  margin: number;
  /** By how much what comes a month later counts less, as a share. */
  monthlyDiscount: number;
}

/** Amounts as they are paid, discounted by 1 % a month: 12 % a year. */
export const DEFAULT_CHOICES: FigureChoices = {
  loyalty: { returns: 30, frequency: 20, active: 15, spent: 15, rating: 10, engagement: 10 },
  margin: 1,
  monthlyDiscount: 0.01,
};

/** What was chosen, and what holds by default for the rest. */
export function choicesOf(
  set: { [C in keyof FigureChoices]?: FigureChoices[C] | undefined } | undefined,
): FigureChoices {
  const { loyalty, margin, monthlyDiscount } = DEFAULT_CHOICES;
  return {
    loyalty: set?.loyalty ?? loyalty,
    margin: set?.margin ?? margin,
    monthlyDiscount: set?.monthlyDiscount ?? monthlyDiscount,
  };
}
