import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import type { DuplicateContact, DuplicateGroup as Group } from '@/lib/api/merge-views';
import { t } from '@/lib/i18n';
import { list, shortDate } from '@/lib/i18n/format';
import { MergeDialog } from './merge-dialog';
import { reasonWord } from './reasons';

/** So many are compared, and called not the same, at once. */
const MOST = 50;

interface DuplicateGroupProps {
  group: Group;
  /** Address of a contact's page. */
  page(id: string): string;
}

/** Contacts that may be one, side by side, with what they share; and what is to become of them. */
export function DuplicateGroup({ group, page }: DuplicateGroupProps) {
  const [comparing, setComparing] = useState(false);
  const act = useAction();
  const ids = group.contacts.slice(0, MOST).map((contact) => contact.id);
  const names = list([...new Set(group.contacts.map((contact) => contact.name))]);

  return (
    <li class="duplicate" aria-label={t('duplicates.group', { names })}>
      <ul class="duplicate-why">
        {group.why.map((reason) => (
          <li key={`${reason.by} ${reason.value}`}>
            <span class="duplicate-by">{reasonWord(reason)}</span>
            <span class="one-line" title={reason.value}>
              {reason.by === 'name' ? '' : reason.value}
            </span>
          </li>
        ))}
      </ul>
      <ul class="duplicate-contacts">
        {group.contacts.map((contact) => (
          <Side key={contact.id} contact={contact} page={page(contact.id)} />
        ))}
      </ul>
      <div class="duplicate-actions">
        <Button onClick={() => setComparing(true)}>{t('duplicates.compare')}</Button>
        <Button
          kind="bare"
          onClick={() => void act('duplicates.distinct', { ids }, t('duplicates.distinct_done'))}
        >
          {t('duplicates.distinct')}
        </Button>
      </div>
      {comparing && <MergeDialog ids={ids} onClose={() => setComparing(false)} />}
    </li>
  );
}

function Side({ contact, page }: { contact: DuplicateContact; page: string }) {
  const { name, title, company, address, phone, activities, addedAt } = contact;
  const work = [title, company].filter((part) => part !== null).join(' · ');
  return (
    <li class="duplicate-side">
      <a class="name duplicate-name one-line" href={page} title={name}>
        {name}
      </a>
      {[work, address, phone].map(
        (line) =>
          line && (
            <span key={line} class="small one-line" title={line}>
              {line}
            </span>
          ),
      )}
      <span class="note quiet-text">
        {t('duplicates.entries', { count: activities })} ·{' '}
        {t('duplicates.added', { date: shortDate(addedAt, Date.now()) })}
      </span>
    </li>
  );
}
