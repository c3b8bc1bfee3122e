import type { BulkChange } from '@/lib/crm/bulk';

/** What a form of a change of many holds while it is filled in. */
export interface BulkDraft {
  what: BulkWhat;
  field: string;
  value: string;
  tag: string;
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
  'owner',
  'consent',
  'doNotContact',
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
export function changeOf({ what, field, value, tag, channel, state }: BulkDraft): BulkChange | null {
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
    case 'owner':
      return { what, ownerId: tag || null };
    case 'consent':
      return { what, channel, state: state || null, basis: text };
    case 'doNotContact':
      return { what, reason: text || null };
  }
}

function daysOf(text: string): BulkChange | null {
  if (text === '') return { what: 'cadence', days: null };
  const days = Number(text);
  return Number.isInteger(days) && days >= 1 && days <= 3650 ? { what: 'cadence', days } : null;
}
