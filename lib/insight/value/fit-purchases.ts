import { bgNbdExpectedNext, bgNbdLogLikelihood, fitBgNbd } from './bg-nbd';
import { type Cohort, cohortOf, type History } from './cohort';
import { fitGammaGamma, type Spend } from './gamma-gamma';
import { areaUnder, brierOf, correlation, meanError } from './hold-out';
import { fitMbgCnbd, fitRegularity, mbgCnbdExpectedNext, mbgCnbdLogLikelihood } from './mbg-cnbd';
import { fitParetoNbd, paretoNbdExpectedNext, paretoNbdLogLikelihood } from './pareto-nbd';

/** A purchase. Of one customer and day all are one, as the models take it. */
export interface Purchase {
  customer: string;
  /** Number of the day. */
  day: number;
  amount: number | null;
}

/** How a model did on what came after the calibration. Counts are days with a purchase, all customers together. */
export interface HoldOut {
  predicted: number;
  actual: number;
  /** Mean absolute error of one customer's count. */
  mae: number;
  /** Of predicted and actual counts. */
  correlation: number;
  /** Chance that of a customer who came back and one who did not the first was given more: by counts, and by probabilities. */
  aucOfCounts: number;
  auc: number;
  /** Mean squared error of the probability to come back. */
  brier: number;
}

export interface FittedModel {
  params: object;
  logLikelihood: number;
  holdOut?: HoldOut;
}

export interface FittedPurchases {
  customers: number;
  /** Those of them who bought again. */
  repeat: number;
  /** Number of the day up to which purchases count. */
  until: number;
  /** Days that were held out; 0: none. */
  held: number;
  /** By name. Times are in weeks. */
  models: Record<string, FittedModel>;
  spending: (FittedModel & { customers: number }) | null;
}

const WEEK = 7;

interface Customer {
  history: History;
  spend: Spend;
  /** Days with a purchase after the calibration. */
  later: number;
}

type Likelihood = (cohort: Cohort) => number;
type Next = (history: History, weeks: number) => number;

/**
 * Fits every model of repeat buying, and with a day of calibration tells how each predicts what came after it.
 * @param until number of the last day of the calibration; null: all there is
 */
export function fitPurchases(purchases: readonly Purchase[], until: number | null): FittedPurchases {
  const last = purchases.reduce((most, one) => Math.max(most, one.day), Number.NEGATIVE_INFINITY);
  const end = until ?? last;
  const customers = customersOf(purchases, end);
  const cohort = cohortOf(customers.map((one) => one.history));
  const held = Math.max(0, last - end);
  const model = (
    { params, logLikelihood }: { params: object; logLikelihood: number },
    likelihood: Likelihood,
    next: Next,
  ): FittedModel =>
    held === 0
      ? { params, logLikelihood }
      : { params, logLikelihood, holdOut: holdOut(customers, held / WEEK, likelihood, next) };
  const bg = fitBgNbd(cohort);
  const mbg = fitMbgCnbd(cohort, 1);
  const regular = fitRegularity(cohort);
  const pareto = fitParetoNbd(cohort);
  const ofMbg = ({ params }: typeof mbg): [Likelihood, Next] => [
    (one) => mbgCnbdLogLikelihood(params, one),
    (history, weeks) => mbgCnbdExpectedNext(params, history, weeks),
  ];
  const spends = customers.map((one) => one.spend).filter(({ x, mean }) => x > 0 && mean > 0);
  return {
    customers: customers.length,
    repeat: customers.filter(({ history }) => history.x > 0).length,
    until: end,
    held,
    models: {
      'BG/NBD': model(
        bg,
        (one) => bgNbdLogLikelihood(bg.params, one),
        (history, weeks) => bgNbdExpectedNext(bg.params, history, weeks),
      ),
      'MBG/NBD': model(mbg, ...ofMbg(mbg)),
      'MBG/CNBD-k': model(regular, ...ofMbg(regular)),
      'Pareto/NBD': model(
        pareto,
        (one) => paretoNbdLogLikelihood(pareto.params, one),
        (history, weeks) => paretoNbdExpectedNext(pareto.params, history, weeks),
      ),
    },
    spending: spends.length === 0 ? null : { ...fitGammaGamma(spends), customers: spends.length },
  };
}

function customersOf(purchases: readonly Purchase[], end: number): Customer[] {
  const byCustomer = new Map<string, Map<number, number>>();
  for (const { customer, day, amount } of purchases) {
    const days = byCustomer.get(customer) ?? new Map<number, number>();
    days.set(day, (days.get(day) ?? 0) + (amount ?? 0));
    byCustomer.set(customer, days);
  }
  return [...byCustomer.values()].flatMap((amounts) => {
    const days = [...amounts.keys()].sort((a, b) => a - b);
    const known = days.filter((day) => day <= end);
    const [first, ...again] = known;
    if (first === undefined) return [];
    const logGaps = again.reduce((sum, day, at) => sum + Math.log((day - known[at]!) / WEEK), 0);
    const spent = again.reduce((sum, day) => sum + amounts.get(day)!, 0);
    return [
      {
        history: {
          x: again.length,
          recency: (known.at(-1)! - first) / WEEK,
          age: (end - first) / WEEK,
          logGaps,
        },
        spend: { x: again.length, mean: again.length === 0 ? 0 : spent / again.length },
        later: days.length - known.length,
      },
    ];
  });
}

/**
 * No purchase in a time ahead is as likely as the whole history with that time added, over the history: the same for every model. So the
 * probability to come back needs no formula of its own.
 */
function holdOut(customers: Customer[], weeks: number, likelihood: Likelihood, next: Next): HoldOut {
  const counts = customers.map(({ history }) => next(history, weeks));
  const chances = customers.map(({ history }) => {
    const later = { ...history, age: history.age + weeks };
    const silent = Math.exp(likelihood(cohortOf([later])) - likelihood(cohortOf([history])));
    return Math.min(1, Math.max(0, 1 - silent));
  });
  const actual = customers.map((one) => one.later);
  const came = actual.map((count) => count > 0);
  return {
    predicted: counts.reduce((sum, count) => sum + count, 0),
    actual: actual.reduce((sum, count) => sum + count, 0),
    mae: meanError(counts, actual),
    correlation: correlation(counts, actual),
    aucOfCounts: areaUnder(counts, came),
    auc: areaUnder(chances, came),
    brier: brierOf(chances, came),
  };
}
