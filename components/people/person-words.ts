import { pointWord } from '@/components/contacts/field-words';
import type { TabPerson } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';

/** How somebody on the page was recognised, as a sentence; null when they were not. */
export function recognisedBy(person: TabPerson): string | null {
  const { by } = person;
  if (!by) return null;
  if (by.kind === 'thread') return t('panel.by_thread');
  if (by.kind === 'name') return t('panel.by_name', { name: by.value });
  return reachedBy({ kind: by.kind, value: by.value });
}

/** Since when somebody is known by that, as words; null for what is asked anew on each page. */
export function linkedSince({ by }: TabPerson): string | null {
  if (!by || by.since === null || by.kind === 'thread' || by.kind === 'name') return null;
  return t('panel.linked_on', { date: shortDate(by.since, Date.now()) });
}

/** A contact point as the means of recognition: "by address, ingrid@fjordlab.example". */
export function reachedBy({ kind, value }: TabPerson['points'][number]): string {
  if (kind === 'email') return t('panel.by_address', { address: value });
  return t('panel.by_point', { kind: pointWord(kind), value });
}

/** The name of somebody, or what there is instead of one. */
export function personName(person: Pick<TabPerson, 'name' | 'address'>): string {
  return person.name || person.address || t('panel.nameless');
}
