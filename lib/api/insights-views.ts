/** Results of the page Insights. Types only, free of zod, JSON-safe. Amounts are in minor units of the base currency. */
import type { Day } from '@/lib/crm/calendar';
import type { CohortRow } from '@/lib/insight/books/cohorts';
import type { Concentration } from '@/lib/insight/books/concentration';
import type { ProductFigures } from '@/lib/insight/books/products';
import type { RfmCell } from '@/lib/insight/books/rfm-grid';
import type { Forecast } from '@/lib/insight/forecast/backtest';
import type { NextOrder } from '@/lib/insight/forecast/next-order';
import type { Interval } from '@/lib/insight/satisfaction';
import type { RfmGroup } from '@/lib/insight/value/rfm';

/** What a section lacks: at least so many are needed, so many are there. */
export interface Missing {
  what: 'customers' | 'repeaters' | 'months' | 'contacts' | 'rhythms' | 'followed';
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
