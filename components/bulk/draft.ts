import type { BulkChange } from '@/lib/crm/bulk';

/** What a form of a change of many holds while it is filled in. */
export interface BulkDraft {
  what: BulkWhat;
  field: string;
  value: string;
  tag: string;
  /** Null: nobody; absent: not chosen yet. */
  ownerId?: string | null;
  channel: 'mail' | 'phone' | 'message' | 'visit' | 'survey';
  state: 'given' | 'refused' | 'withdrawn' | 'asked' | '';
}

export const BULK = [
  'tag',
  'untag',
  'company',
  'setFact',
  'addFact',
  'removeFact',
  'work',
  'personal',
  'cadence',
  'noCadence',
  'owner',
  'consent',
  'doNotContact',
  'mayContact',
] as const;
export type BulkWhat = (typeof BULK)[number];

export const EMPTY_DRAFT: BulkDraft = {
  what: 'tag',
  field: 'city',
  value: '',
  tag: '',
  channel: 'mail',
  state: 'given',
};

/** The change that a draft stands for; null while something of it is missing. */
export function changeOf({ what, field, value, tag, ownerId, channel, state }: BulkDraft): BulkChange | null {
  const text = value.trim();
  switch (what) {
    case 'tag':
      return tag ? { what, path: tag } : null;
    case 'untag':
      return tag ? { what, tagId: tag } : null;
    case 'company':
      return text ? { what: 'setFact', field: 'company', value: text } : null;
    case 'setFact':
    case 'addFact':
      return text && field ? { what, field, value: text } : null;
    case 'removeFact':
      return field ? { what, field } : null;
    case 'work':
    case 'personal':
      return { what: 'kind', kind: what };
    case 'cadence':
      return daysOf(text);
    case 'noCadence':
      return { what: 'cadence', days: null };
    case 'owner':
      return ownerId === undefined ? null : { what, ownerId };
    case 'consent':
      return { what, channel, state: state || null, basis: text };
    case 'doNotContact':
      return text ? { what, reason: text } : null;
    case 'mayContact':
      return { what: 'doNotContact', reason: null };
  }
}

function daysOf(text: string): BulkChange | null {
  const days = Number(text);
  return Number.isInteger(days) && days >= 1 && days <= 3650 ? { what: 'cadence', days } : null;
}
