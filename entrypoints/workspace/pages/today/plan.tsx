import { useEffect, useRef, useState } from 'preact/hooks';
import { AdviceText } from '@/components/advising/advice-card';
import { useAction } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { useQuery } from '@/components/query/use-query';
import { Select } from '@/components/ui/select';
import type { PlanItem } from '@/lib/api/advice-views';
import { t } from '@/lib/i18n';
import { href } from '../../router';

const MINUTES = [15, 30, 45, 60, 90, 120, 180, 240, 480];

/** What is suggested for the day, behind what is owed: as much as the minutes hold, the rest one click away. */
export function Plan() {
  const { client } = useDesk();
  const act = useAction();
  const plan = useQuery('advice.today', {}, { keep: true });
  const [unfolded, setUnfolded] = useState(false);
  const shown = plan.value ? [...plan.value.items, ...(unfolded ? plan.value.rest : [])] : [];
  const told = useRef(new Set<string>());
  const held = plan.value ? [...plan.value.held.items, ...(unfolded ? plan.value.held.rest : [])] : [];
  const ids = [
    ...shown.map(({ contact, advice }) => `${contact.id} ${advice.playId}`),
    ...held.map((id) => `${id} held`),
  ].join('\n');
  useEffect(() => {
    const fresh = ids.split('\n').filter((one) => one !== '' && !told.current.has(one));
    if (fresh.length === 0) return;
    for (const one of fresh) told.current.add(one);
    const contactIds = fresh.map((one) => one.slice(0, one.indexOf(' ')));
    // What stands on the screen, or would, is kept once a day; that it could not be harms nothing here.
    client.call('advice.shown', { contactIds }).catch(() => undefined);
  }, [client, ids]);
  if (!plan.value || plan.value.items.length + plan.value.rest.length === 0) return null;
  const { minutes, duties, rest } = plan.value;
  const left = minutes - duties;
  return (
    <section aria-label={t('advising.plan')}>
      <h2 class="today-group">
        {t('advising.plan')} <span class="quiet-text num">{plan.value.items.length}</span>
      </h2>
      <div class="plan-head small">
        <div class="plan-minutes">
          <Select
            label={t('advising.plan_minutes')}
            labelUnseen
            value={String(minutes)}
            choices={[...new Set([...MINUTES, minutes])]
              .sort((a, b) => a - b)
              .map((count) => ({ value: String(count), label: t('advising.minutes', { count }) }))}
            onChoose={(value) => void act('advice.setMinutes', { minutes: Number(value) })}
          />
        </div>
        <span class="quiet-text">
          {left > 0
            ? t('advising.plan_left', { duties, minutes, left })
            : t('advising.plan_full', { duties, minutes })}
        </span>
      </div>
      <ul>
        {shown.map((item) => (
          <PlanRow key={`${item.contact.id} ${item.advice.playId}`} item={item} />
        ))}
      </ul>
      {rest.length > 0 && (
        <button
          type="button"
          class="advising-more plan-more"
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
        >
          {unfolded ? t('advising.plan_fewer') : t('advising.plan_more', { count: rest.length })}
        </button>
      )}
    </section>
  );
}

function PlanRow({ item: { contact, advice } }: { item: PlanItem }) {
  return (
    <li class="plan-row">
      <span class="plan-time num">{t('advising.minutes', { count: advice.minutes })}</span>
      <div class="plan-who">
        <a class="name today-name" href={href('contacts', contact.id)}>
          {contact.name}
        </a>
        {contact.company && <div class="quiet-text small one-line">{contact.company}</div>}
      </div>
      <AdviceText advice={advice} isMain={false} />
    </li>
  );
}
