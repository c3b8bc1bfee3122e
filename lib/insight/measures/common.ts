import { DEFAULT_CHOICES, type FigureChoices } from '@/lib/crm/figure-choices';
import type { Events } from '../events';
import { type Gaps, regularityOf, type Usual } from '../rhythm/gaps';
import { horizonOf } from '../rhythm/stage';
import { cohortOf, type History } from '../value/cohort';
import { fitGammaGamma, type GammaGamma, type Spend } from '../value/gamma-gamma';
import { fitMbgCnbd, fitRegularity, type MbgCnbd } from '../value/mbg-cnbd';
import { quantile, type RfmEdges, rfmEdges } from '../value/rfm';
import { gapsOf, type Past, pastOf, type Series } from './past';

/** A model of coming back, fitted on all contacts, in weeks. */
export interface Returning {
  params: MbgCnbd;
  logLikelihood: number;
  /** Contacts that it rests on, and those of them who came back at least once. */
  n: number;
  repeat: number;
}

/** What figures of one contact need to know of all. JSON. */
export interface Common {
  /** The local day on which it was counted. */
  day: number;
  /** Contacts in lists; with an exchange; with a purchase. */
  contacts: number;
  talkers: number;
  buyers: number;
  /** Usual gaps in days, of exchanges, of what goes both ways, and of purchases; `gaps` is how many contacts they are the median of. */
  talk: Usual & { gaps: number };
  both: Usual & { gaps: number };
  buy: Usual & { gaps: number };
  /** Null: too few came back. */
  buying: Returning | null;
  talking: Returning | null;
  spending: { params: GammaGamma; n: number } | null;
  rfm: RfmEdges | null;
  /** Every twentieth of all, ascending: days with a purchase and sums of buyers, days of exchange of the others. */
  shares: { purchases: number[]; spent: number[]; talks: number[] };
  /** From which worth a customer is in the middle, and in the first fifth; by what is expected, or by what was spent so far. */
  grades: { by: 'worth' | 'spent'; middle: number; high: number } | null;
  /** Mean of the last answers to "would you recommend", and how many. */
  score: { mean: number; n: number };
  /** Whether anybody introduced anybody or answered a survey: without, there is nothing to be said of it. */
  engaged: boolean;
  /** What it was counted with: figures of one contact are counted with the same. */
  choices: FigureChoices;
  /** What was set when it was counted, as a text. */
  as: string;
}

/** Below so many who came back a model is not fitted. */
export const FEWEST_REPEAT = 30;
/** Below so many buyers they are not parted into fifths. */
export const FEWEST_BUYERS = 30;

const NO_GAPS = { gap: 30, regularity: 1, gaps: 0 };

/** Before anything was counted. */
export function nothingCommon(day: number): Common {
  return {
    day,
    contacts: 0,
    talkers: 0,
    buyers: 0,
    talk: NO_GAPS,
    both: NO_GAPS,
    buy: NO_GAPS,
    buying: null,
    talking: null,
    spending: null,
    rfm: null,
    shares: { purchases: [], spent: [], talks: [] },
    grades: null,
    score: { mean: 0, n: 0 },
    engaged: false,
    choices: DEFAULT_CHOICES,
    as: '',
  };
}

/** Days within which a return is looked for. */
export const horizonIn = (common: Common, basis: 'buy' | 'both'): number => horizonOf(common[basis].gap);

const WEEK = 7;

/** A series as models of coming back take it, in weeks. */
export function historyOf({ n, first, last, logGaps }: Series, today: number): History {
  const x = Math.max(0, n - 1);
  return {
    x,
    recency: (last - first) / WEEK,
    age: (today - first) / WEEK,
    logGaps: logGaps - x * Math.log(WEEK),
  };
}

/** Mean of a day with purchases, of those after the first; the first counts where it is the only one. */
export function spendOf({ buy, spent, spentLater, paidDays }: Past): Spend {
  if (paidDays > 0) return { x: paidDays, mean: spentLater / paidDays };
  return buy.n > 0 && spent > 0 ? { x: 1, mean: spent } : { x: 0, mean: 0 };
}

/** What all contacts must be seen for at once, but for the grades of worth. @param today number of the local day */
export function commonOf(events: Events, today: number, choices: FigureChoices = DEFAULT_CHOICES): Common {
  const pasts = Array.from({ length: events.ids.length }, (_, at) => pastOf(events, at, today));
  const talkers = pasts.filter((past) => past.talk.n > 0);
  const buyers = pasts.filter((past) => past.buy.n > 0);
  const spends = buyers.filter((past) => past.paidDays > 0 && past.spentLater > 0).map(spendOf);
  const buying = returningOf(
    buyers.map((past) => past.buy),
    today,
    fitRegularity,
  );
  const enough = buyers.length >= FEWEST_BUYERS;
  return {
    ...nothingCommon(today),
    choices,
    contacts: pasts.length,
    talkers: talkers.length,
    buyers: buyers.length,
    talk: usualOf(pasts.map((past) => past.talk)),
    both: usualOf(pasts.map((past) => past.both)),
    buy: usualOf(pasts.map((past) => past.buy)),
    buying,
    talking: returningOf(
      pasts.filter((past) => past.buy.n === 0 || !buying).map((past) => past.both),
      today,
      // Talks come in bouts: no regularity is read into them.
      (cohort) => fitMbgCnbd(cohort, 1),
    ),
    spending:
      spends.length >= FEWEST_REPEAT ? { params: fitGammaGamma(spends).params, n: spends.length } : null,
    rfm: enough
      ? rfmEdges(
          buyers.map(({ buy, purchases, spent }) => ({ days: today - buy.last, purchases, amount: spent })),
        )
      : null,
    shares: {
      purchases: twentieths(buyers.map((past) => past.buy.n)),
      spent: twentieths(buyers.map((past) => past.spent)),
      talks: twentieths(talkers.filter((past) => past.buy.n === 0).map((past) => past.talk.n)),
    },
  };
}

/** Medians over contacts of their mean gap and of their regularity, where they can be seen. */
function usualOf(all: Series[]): Usual & { gaps: number } {
  const seen = all.map(gapsOf).filter((gaps) => gaps.n > 0);
  const regular = seen.filter((gaps) => gaps.n >= 4).flatMap((gaps: Gaps) => regularityOf(gaps) ?? []);
  return {
    gap: median(seen.map(({ span, n }) => span / n)) ?? NO_GAPS.gap,
    regularity: Math.min(4, median(regular) ?? NO_GAPS.regularity),
    gaps: seen.length,
  };
}

function median(values: number[]): number | undefined {
  return values.length === 0 ? undefined : quantile(Float64Array.from(values).sort(), 0.5);
}

function returningOf(all: Series[], today: number, fitted: typeof fitRegularity): Returning | null {
  const histories = all.filter((one) => one.n > 0).map((one) => historyOf(one, today));
  const repeat = histories.filter(({ x }) => x > 0).length;
  if (repeat < FEWEST_REPEAT) return null;
  return { ...fitted(cohortOf(histories)), n: histories.length, repeat };
}

/** Every twentieth, from the least to the greatest; empty where there are too few. */
function twentieths(values: number[]): number[] {
  if (values.length < FEWEST_BUYERS) return [];
  const sorted = Float64Array.from(values).sort();
  return Array.from({ length: 21 }, (_, at) => quantile(sorted, at / 20));
}

/** Which share of all is below a value, from 0 to 1; equal ones count half. */
export function shareBelow(value: number, edges: readonly number[]): number {
  const [below, upTo] = [edges.filter((edge) => edge < value), edges.filter((edge) => edge <= value)];
  return (below.length + upTo.length) / 2 / edges.length;
}
