import { pointWord } from '@/components/contacts/field-words';
import type { TabPerson } from '@/lib/api/views';
import { t } from '@/lib/i18n';

/** How somebody on the page was recognised, as a sentence; null when they were not. */
export function recognisedBy(person: TabPerson): string | null {
  const { by } = person;
  if (!by) return null;
  if (by.kind === 'thread') return t('panel.by_thread');
  if (by.kind === 'name') return t('panel.by_name', { name: by.value });
  if (by.kind === 'email') return t('panel.by_address', { address: by.value });
  return t('panel.by_point', { kind: pointWord(by.kind), value: by.value });
}

/** The name of somebody, or what there is instead of one. */
export function personName(person: Pick<TabPerson, 'name' | 'address'>): string {
  return person.name || person.address || t('panel.nameless');
}
