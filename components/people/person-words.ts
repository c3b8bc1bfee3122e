import { channelWord } from '@/components/activities/item-words';
import { pointWord } from '@/components/contacts/point-words';
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

/** How a mail address came is told with the address, among the details: here it would take a line from what is read. */
const UNSAID = ['thread', 'name', 'email'];

/** Since when somebody is known by a profile or a handle, as words; null for what is asked anew on each page. */
export function linkedSince({ by }: Pick<TabPerson, 'by'>): string | null {
  if (!by || by.since === null || UNSAID.includes(by.kind)) return null;
  return t('panel.linked_on', { date: shortDate(by.since, Date.now()) });
}

/** A contact point as the means of recognition: "by address, ingrid@fjordlab.example". */
export function reachedBy({ kind, value }: TabPerson['points'][number]): string {
  if (kind === 'email') return t('panel.by_address', { address: value });
  const network = networkOf({ kind, value });
  return t('panel.by_point', network ?? { kind: pointWord(kind), value });
}

/** A contact point in a sentence: "LinkedIn: ingrid-solheim". */
export function pointText(point: TabPerson['points'][number]): string {
  const network = networkOf(point);
  return network ? t('panel.item_about', { what: network.kind, about: network.value }) : point.value;
}

/** A handle begins with the network that it is of: that by its name, and the rest; null where the network has no name of ours. */
function networkOf({ kind, value }: TabPerson['points'][number]): { kind: string; value: string } | null {
  const [network = '', ...rest] = kind === 'handle' ? value.split(':') : [];
  const name = channelWord(network);
  return name === network ? null : { kind: name, value: rest.join(':') };
}

/** The name of somebody: the user's own for a contact, else the page's, or what there is instead of one. */
export function personName(person: Pick<TabPerson, 'contactName' | 'name' | 'address'>): string {
  return person.contactName || person.name || person.address || t('panel.nameless');
}
