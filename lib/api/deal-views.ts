/** Results about deals. Types only, free of zod, JSON-safe. */

import type { Due } from '@/lib/crm/dates';
import type { ExitReason } from '@/lib/crm/exit-reasons';
import type { Money } from '@/lib/crm/row';

export interface DealRow {
  id: string;
  title: string;
  contacts: { id: string; name: string }[];
  company: { id: string; name: string } | null;
  amount: Money | null;
  stageId: string;
  /** Whole days in that stage. */
  stageDays: number;
  /** It stands there for longer than the stage allows. */
  stale: boolean;
  /** `YYYY-MM-DD`. */
  expectedOn: string | null;
  /** Open, and that day is past. */
  late: boolean;
  nextStep: { text: string; due: Due | null } | null;
  state: 'open' | 'won' | 'lost';
  /** Epoch ms. */
  closedAt: number | null;
  reason: string;
  /** Of one that was lost. */
  reasonCode: ExitReason | null;
  owner: string;
  createdAt: number;
}

export interface StageView {
  id: string;
  /** Empty: the product's own word for the id. */
  name: string;
  /** 0 to 1, as the user typed it. */
  chance: number;
  staleDays: number | null;
  /** Open deals in it, and their amounts by currency. */
  deals: number;
  sums: Money[];
  /** The share of closed deals that reached it and were won, with Wilson's interval; null while too few are closed. */
  measured: { value: number; low: number; high: number; n: number } | null;
}

export interface DealBoard {
  stages: StageView[];
  /** Open ones, the one that is expected first before the others; of very many the first 1,000. */
  deals: DealRow[];
  more: boolean;
  baseCurrency: string;
  /** Minor units of the base currency. `month` is `YYYY-MM`, '' for deals without a day. */
  forecast: { month: string; deals: number; all: number; weighted: number }[];
  /** Currencies whose amounts are in no sum of the base currency. */
  noRate: string[];
  /** How many deals are closed, and from how many on shares are measured. */
  closed: number;
  enoughClosed: number;
}

export interface DealView extends DealRow {
  note: string;
  stages: { id: string; name: string }[];
  /** Stages in which it stood before, with since when. */
  passed: { stageId: string; at: number }[];
}

/** A line of the panel and the contact page. */
export type DealLine = Pick<DealRow, 'id' | 'title' | 'amount' | 'expectedOn' | 'late' | 'nextStep'> & {
  stage: { id: string; name: string };
};
