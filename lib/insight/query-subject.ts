import type { Activity } from '@/lib/crm/activities';
import type { Case } from '@/lib/crm/cases';
import type { Contact } from '@/lib/crm/contacts';
import type { Deal } from '@/lib/crm/deals';
import type { MeasureName } from '@/lib/crm/measure-names';
import type { Money } from '@/lib/crm/row';
import type { Query } from '@/lib/crm/segments';

/** An answer to a survey that was not left out of its results. */
export interface Answered {
  surveyId: string;
  at: number;
  /** Of its first nps, csat or ces; null where none was answered. */
  score: number | null;
}

/** One contact with what belongs to it and to those that were merged into it. */
export interface Subject {
  contact: Contact;
  /** The contact and those that were merged into it. */
  contactIds: readonly string[];
  /** Activities that are not deleted. */
  activities: readonly Activity[];
  answers: readonly Answered[];
  cases: readonly Pick<Case, 'id' | 'state'>[];
  deals: readonly Pick<Deal, 'id' | 'state' | 'expectedOn' | 'closedAt'>[];
  /** One that is not known is absent. */
  measures: Partial<Record<MeasureName, number | string | null>>;
}

/** What a question is asked with: the day, and what its clauses name. */
export interface Frame {
  /** Number of the day on the user's wall. */
  today: number;
  /** Number of the day on which a moment fell there. */
  dayOf(at: number): number;
  /** The tag and all below it; empty for one that is gone. */
  tagsBelow(tagId: string): ReadonlySet<string>;
  /** Whether a level of customers is still there. */
  isTier(id: string): boolean;
  /** The query of a segment; undefined for one that is gone. */
  segment(id: string): Query | undefined;
  /** An amount in minor units of the base currency; null where no rate is known. */
  worth(money: Money): number | null;
  /** How texts are compared: without case and accents. */
  fold(text: string): string;
}
