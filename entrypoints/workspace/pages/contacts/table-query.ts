import type { ContactFilter, ContactSort } from '@/lib/crm/contact-filter';

/** What the table shows, as its address says it: so the way back leads to the same rows. */
export interface TableQuery {
  filter: ContactFilter;
  sort: ContactSort;
}

const SORTS: readonly ContactSort['by'][] = ['name', 'company', 'last', 'next', 'added'];

/** Reads filter and order from the parameters of an address. What makes no sense is left out. */
export function readTable(params: URLSearchParams): TableQuery {
  const by = SORTS.find((name) => name === params.get('sort')) ?? 'last';
  const kind = params.get('kind');
  const quiet = Number(params.get('quiet'));
  return {
    filter: {
      ...(params.get('text') ? { text: params.get('text') ?? '' } : {}),
      ...(params.get('tag') ? { tagId: params.get('tag') ?? '' } : {}),
      ...(params.get('company') ? { companyId: params.get('company') ?? '' } : {}),
      ...(kind === 'work' || kind === 'personal' ? { kind } : {}),
      ...(params.get('open') ? { open: true } : {}),
      ...(Number.isInteger(quiet) && quiet > 0 ? { quietDays: quiet } : {}),
    },
    sort: { by, descending: params.has('sort') ? params.has('desc') : by === 'last' },
  };
}

/** The parameters that `readTable` reads back. */
export function writeTable({ filter, sort }: TableQuery): Record<string, string> {
  const params: Record<string, string> = {};
  if (filter.text) params.text = filter.text;
  if (filter.tagId) params.tag = filter.tagId;
  if (filter.companyId) params.company = filter.companyId;
  if (filter.kind) params.kind = filter.kind;
  if (filter.open) params.open = '1';
  if (filter.quietDays) params.quiet = String(filter.quietDays);
  if (sort.by !== 'last' || !sort.descending) {
    params.sort = sort.by;
    if (sort.descending) params.desc = '1';
  }
  return params;
}

/** The order after a press on a column: the other way round, or the way this column is read first. */
export function nextSort(sort: ContactSort, column: string): ContactSort {
  const by = SORTS.find((name) => name === column) ?? sort.by;
  if (by === sort.by) return { by, descending: !sort.descending };
  return { by, descending: by === 'last' || by === 'added' };
}
