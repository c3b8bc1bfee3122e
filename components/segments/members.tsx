import { useState } from 'preact/hooks';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';
import { WhyMember } from './why';

const PAGE = 20;

/** Whom a segment holds, by name; of each why, on request. */
export function Members({ id, addressOf }: { id: string; addressOf(contactId: string): string }) {
  const [shown, setShown] = useState(PAGE);
  const [open, setOpen] = useState<string | null>(null);
  const found = useQuery('segments.find', { what: { id }, limit: shown }, { keep: true });
  const people = found.value?.people ?? [];
  return (
    <section class="segment-section" aria-labelledby="segment-members">
      <h2 id="segment-members">{t('segments.members')}</h2>
      {found.value?.unclear && <p class="late">{t('segments.unclear')}</p>}
      {found.value && people.length === 0 && <p class="quiet-text">{t('segments.members_none')}</p>}
      <ul class="segment-people">
        {people.map((person) => {
          const name = person.name || t('panel.nameless');
          const isOpen = open === person.id;
          return (
            <li key={person.id}>
              <a href={addressOf(person.id)}>{name}</a>
              <span class="quiet-text one-line">{person.company}</span>
              <Button
                kind="bare"
                aria-expanded={isOpen}
                aria-label={t('segments.why_of', { name })}
                onClick={() => setOpen(isOpen ? null : person.id)}
              >
                {t('segments.why')}
              </Button>
              {isOpen && <WhyMember id={id} contactId={person.id} />}
            </li>
          );
        })}
      </ul>
      {found.value && found.value.count > people.length && shown < 500 && (
        <Button onClick={() => setShown(Math.min(500, shown * 3))}>{t('segments.more_members')}</Button>
      )}
    </section>
  );
}
