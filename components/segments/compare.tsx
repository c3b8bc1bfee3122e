import { useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { Person } from '@/lib/api/segment-views';
import { localMoment, zoneHere } from '@/lib/crm/calendar';
import { t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';

const NOW = '';
const dayWords = (day: string) => shortDate(new Date(`${day}T12:00:00`), Date.now());

const today = () => localMoment(Date.now(), zoneHere()).day;

/** Who joined and who left between two days on which members were kept. */
export function Compare({ id, addressOf }: { id: string; addressOf(contactId: string): string }) {
  const { client } = useDesk();
  const days = useQuery('segments.snapshots', { id }, { keep: true });
  const kept = days.value ?? [];
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState(NOW);
  // Since this morning nobody has moved: another day says more.
  const begun = kept.find(({ day }) => day < today()) ?? kept[0];
  const first = from ?? begun?.day ?? null;
  const compared = useQuery('segments.compare', first ? { id, from: first, to: to || null } : null, {
    keep: true,
  });
  const remember = async () => {
    try {
      await client.call('segments.snapshot', { ids: [id] });
      const found = await client.call('segments.find', { what: { id }, limit: 0 });
      toast(t('segments.remembered', { count: found.count }));
      days.again();
    } catch (failure) {
      toast(failureWords(failure), { failed: true });
    }
  };
  const choices = kept.map(({ day }) => ({ value: day, label: dayWords(day) }));
  return (
    <section class="segment-section" aria-labelledby="segment-compare">
      <h2 id="segment-compare">{t('segments.compare')}</h2>
      {days.value && kept.length === 0 && <p class="quiet-text">{t('segments.compare_none')}</p>}
      <div class="segment-compare">
        {first && (
          <>
            <Select label={t('segments.compare_from')} value={first} choices={choices} onChoose={setFrom} />
            <Select
              label={t('segments.compare_to')}
              value={to}
              choices={[
                { value: NOW, label: t('segments.now') },
                ...choices.filter(({ value }) => value > first),
              ]}
              onChoose={setTo}
            />
          </>
        )}
        <Button onClick={() => void remember()}>{t('segments.remember')}</Button>
      </div>
      {compared.value && (
        <div class="segment-moves">
          <Moved
            title={t('segments.joined')}
            people={compared.value.joined}
            count={compared.value.joinedCount}
            addressOf={addressOf}
          />
          <Moved
            title={t('segments.left')}
            people={compared.value.left}
            count={compared.value.leftCount}
            addressOf={addressOf}
          />
          <p class="quiet-text">{t('segments.stayed', { count: compared.value.stayed })}</p>
        </div>
      )}
    </section>
  );
}

interface MovedProps {
  title: string;
  people: Person[];
  count: number;
  addressOf(contactId: string): string;
}

const SHOWN = 12;

function Moved({ title, people, count, addressOf }: MovedProps) {
  const shown = people.slice(0, SHOWN);
  return (
    <div>
      <h3>
        {title} <span class="num quiet-text">{count}</span>
      </h3>
      {count === 0 ? (
        <p class="quiet-text">{t('segments.nobody')}</p>
      ) : (
        <ul>
          {shown.map(({ id, name }) => (
            <li key={id}>
              <a href={addressOf(id)}>{name || t('panel.nameless')}</a>
            </li>
          ))}
          {count > shown.length && (
            <li class="quiet-text">{t('segments.and_more', { count: count - shown.length })}</li>
          )}
        </ul>
      )}
    </div>
  );
}
