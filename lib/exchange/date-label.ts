import type { ContactDate } from '@/lib/crm/contacts';

type Kind = ContactDate['kind'];

const KINDS: readonly Kind[] = ['birthday', 'anniversary', 'contract', 'renewal', 'warranty'];

/** How a date is called in a format that knows birthdays and labels only: `Contract`, `Contract: hosting`, or the label of any other. */
export function dateLabel(kind: Kind, label = ''): string {
  if (kind === 'other') return label;
  const word = `${kind[0]!.toUpperCase()}${kind.slice(1)}`;
  return label ? `${word}: ${label}` : word;
}

/** The kind and label that `dateLabel` wrote; null where the label says no kind. */
export function dateOfLabel(text: string): { kind: Kind; label: string } | null {
  const [, word = '', label = ''] = /^([a-z]+)(?:: (.*))?$/is.exec(text) ?? [];
  const kind = KINDS.find((one) => one === word.toLowerCase());
  return kind ? { kind, label } : null;
}
