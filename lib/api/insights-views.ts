/** Results of the page Insights. Types only, free of zod, JSON-safe. Amounts are in minor units of the base currency. */

import type { Day } from '@/lib/crm/calendar';
import type { ExitReason } from '@/lib/crm/exit-reasons';
import type { CohortRow } from '@/lib/insight/books/cohorts';
import type { Concentration } from '@/lib/insight/books/concentration';
import type { Grade } from '@/lib/insight/books/grades';
import type { Phase, Step } from '@/lib/insight/books/lifecycle';
import type { ProductFigures } from '@/lib/insight/books/products';
import type { RfmCell } from '@/lib/insight/books/rfm-grid';
import type { Slipping } from '@/lib/insight/books/warning';
import type { Forecast } from '@/lib/insight/forecast/backtest';
import type { NextOrder } from '@/lib/insight/forecast/next-order';
import type { Stage } from '@/lib/insight/rhythm/stage';
import type { Interval } from '@/lib/insight/satisfaction';
import type { RfmGroup } from '@/lib/insight/value/rfm';

/** What a section lacks: at least so many are needed, so many are there. */
export interface Missing {
  what:
    | 'customers'
    | 'repeaters'
    | 'model'
    | 'known'
    | 'months'
    | 'contacts'
    | 'staged'
    | 'rhythms'
    | 'gaps'
    | 'followed'
    | 'opportunities'
    | 'exits'
    | 'score'
    | 'drivers'
    | 'cases'
    | 'variation'
    | 'relation'
    | 'dimensions'
    | 'groups'
    | 'comments'
    | 'asked'
    | 'waves';
  needs: number;
  has: number;
}

/** A section that could be counted, or what it lacks. */
export type Counted<T> = { missing: Missing } | ({ missing: null } & T);

/** What amounts are in, and how many purchases have an amount that could not be added up. */
export interface Currency {
  currency: string;
  withoutRate: number;
}

export const CONCENTRATED_BY = ['contact', 'company', 'city', 'country', 'industry'] as const;
export type ConcentratedBy = (typeof CONCENTRATED_BY)[number];

export type ConcentrationView = Counted<
  Currency &
    Concentration & {
      by: ConcentratedBy;
      /** Spent by those of whom it is not known what they count to: it is in no figure. */
      unknown: number;
      /** Largest first; `id` of a contact or a company that can be opened. */
      largest: { id: string | null; name: string | null; amount: number; share: number }[];
    }
>;

export type RfmView = Counted<
  Currency & {
    customers: number;
    from: Day;
    to: Day;
    cells: RfmCell[];
    groups: { group: RfmGroup; now: number; before: number; spent: number }[];
    moves: { from: RfmGroup | null; to: RfmGroup; count: number }[];
  }
>;

export type CohortView = Counted<{
  of: 'purchase' | 'exchange';
  /** Days of silence after which somebody has left. */
  silence: number;
  people: number;
  rows: CohortRow[];
  curve: (Interval & { after: number })[];
  churn: {
    month: string;
    customers: number;
    left: number;
    returned: number;
    joined: number;
    rate: Interval | null;
  }[];
}>;

export interface ProductRow extends ProductFigures {
  name: string;
  /** Complaints in whose words the product is named. */
  complaints: number;
}

export interface NextRow {
  from: string;
  fromName: string;
  to: string;
  toName: string;
  support: number;
  of: number;
  share: Interval;
  lift: number;
  /** Customers who have the first and not the second. */
  candidates: number;
}

export type ProductsView = Counted<
  Currency & {
    products: ProductRow[];
    /** How many there are; the table holds the first of them. */
    total: number;
    /** Purchases that name no product. */
    unnamed: number;
    next: Counted<{ followed: number; pairs: NextRow[] }>;
  }
>;

export interface NextOrderRow extends NextOrder {
  id: string;
  name: string;
  /** Days since the last order, and days that usually pass. */
  silence: number;
  gap: number;
  orders: number;
  /** What an order of theirs comes to: the least, the middle and the most so far; null where no amount is known. */
  amount: { low: number; middle: number; high: number } | null;
}

export type ForecastView = Counted<
  Currency & {
    /** Months that are over, `YYYY-MM`, with their orders. */
    months: { month: string; orders: number; spent: number }[];
    forecast: Forecast;
    /** The months ahead, the first of which is the current one. */
    ahead: string[];
  }
>;

export type NextOrdersView = Counted<Currency & { orders: NextOrderRow[]; total: number }>;

export interface StageRow {
  stage: Stage;
  phase: Phase;
  count: number;
  /** Those whose stage the user set. */
  set: number;
  /** Days for which half of those there now have stood there; null where nobody does. */
  days: number | null;
  /** Months after which half of all who entered had left it; null where fewer did. */
  months: number | null;
  spells: number;
}

export type LifecycleView = Counted<{
  contacts: number;
  /** Personal contacts that have been in touch: of them no stage is told, and they are in no other figure here. */
  personal: number;
  stages: StageRow[];
  /** Steps from month to month within the last so many. */
  steps: Step[];
  span: number;
}>;

export interface ValueRow {
  id: string;
  name: string;
  spent: number;
  value: Grade;
  potential: Grade;
  /** Expected within twelve months; nine of ten such customers spend at least the first, and at most the second. */
  expected: number;
  range: [number, number];
  /** Orders to be expected within twelve months. */
  orders: number;
}

export type ValueView = Counted<
  Currency & {
    customers: number;
    cells: { value: Grade; potential: Grade; customers: number; expected: number }[];
    /** Who may be worth most beyond what they are: by what is expected, of those not yet of high value. */
    rising: ValueRow[];
  }
>;

export interface WarningRow extends Slipping {
  id: string;
  name: string;
  stage: Stage | null;
  /** Expected within twelve months where that can be told, else spent so far. */
  stake: number;
  promises: number;
  cases: number;
  /** The last answer to "would you recommend", 0 to 10. */
  score: number | null;
}

export type WarningsView = Counted<
  Currency & {
    rows: WarningRow[];
    total: number;
    /** Contacts with a rhythm. */
    watched: number;
  }
>;

/** Something that could be sold, and why. */
export interface OpportunityRow {
  kind: 'need' | 'due' | 'resolved';
  id: string;
  name: string;
  /** A need as it was said, the title of a complaint; empty for an order. */
  quote: string;
  /** Since it was confirmed, since the last order, since it was resolved. */
  days: number;
  /** Days that usually pass between two orders. */
  gap: number | null;
}

/** Why deals were lost and contacts left, as the user said. `code` null: no reason was chosen. */
export type ExitsView = Counted<{
  rows: { code: ExitReason | null; deals: number; contacts: number }[];
  deals: number;
  contacts: number;
}>;

export type OpportunitiesView = Counted<{
  rows: OpportunityRow[];
  needs: number;
  due: number;
  resolved: number;
}>;
