import { AnswerFilter, AnswerKind } from '@/lib/crm/answer-filter';

/** What the inbox shows, as its address says it. */
export interface Inbox {
  which: AnswerKind;
  filter: AnswerFilter;
}

/** Names in the address of what is not called there as in the filter. */
const NAMES: Partial<Record<keyof AnswerFilter, string>> = {
  surveyId: 'survey',
  tagId: 'tag',
  segmentId: 'segment',
};
const FIELDS = Object.keys(AnswerFilter.shape) as (keyof AnswerFilter)[];
const FLAGS: readonly string[] = ['known', 'whole', 'counted', 'left', 'shown'];
const NUMBERS: readonly string[] = ['version', 'least', 'most', 'place'];

/**
 * Reads kind and filter from the parameters of an address, each part by itself: one that makes no sense takes no other with it.
 * @param otherwise the kind where none is named
 */
export function readInbox(params: URLSearchParams, otherwise: AnswerKind): Inbox {
  const which = AnswerKind.safeParse(params.get('which'));
  const parts = FIELDS.map((field) => {
    const text = params.get(NAMES[field] ?? field);
    if (text === null || text === '') return {};
    const read = AnswerFilter.safeParse({ [field]: readPart(field, text) });
    return read.success ? read.data : {};
  });
  return { which: which.success ? which.data : otherwise, filter: Object.assign({}, ...parts) };
}

function readPart(field: string, text: string): string | number | boolean {
  if (FLAGS.includes(field)) return text === '1';
  return NUMBERS.includes(field) ? Number(text) : text;
}

/** The parameters that `readInbox` reads back. */
export function writeInbox({ which, filter }: Inbox): [string, string][] {
  const given = FIELDS.flatMap((field): [string, string][] => {
    const value = filter[field];
    if (value === undefined || value === '') return [];
    return [[NAMES[field] ?? field, typeof value === 'boolean' ? (value ? '1' : '0') : String(value)]];
  });
  return [['which', which], ...given];
}

/** The address of the answers that pass a filter. */
export function inboxHref(filter: AnswerFilter, which: AnswerKind = 'all'): string {
  return `#/responses?${new URLSearchParams(writeInbox({ which, filter }))}`;
}
