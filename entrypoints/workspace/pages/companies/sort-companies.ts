import type { Sort } from '@/components/ui/virtual-table';
import type { CompanyRow } from '@/lib/api/views';

/** The rows in the order asked for; companies never spoken to stand last by last contact. */
export function sortCompanies(rows: readonly CompanyRow[], { column, descending }: Sort): CompanyRow[] {
  const sign = descending ? -1 : 1;
  const names = new Intl.Collator();
  return [...rows].sort((a, b) => {
    if (column === 'people' && a.people !== b.people) return sign * (a.people - b.people);
    if (column === 'last' && a.lastAt !== b.lastAt) {
      if (a.lastAt === null) return 1;
      if (b.lastAt === null) return -1;
      return sign * (a.lastAt - b.lastAt);
    }
    return (column === 'name' ? sign : 1) * names.compare(a.name, b.name);
  });
}
