import { useState } from 'preact/hooks';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import type { Query } from '@/lib/crm/segments';
import { t } from '@/lib/i18n';
import { barWords } from './words';

/** Who would get a play today: how many, and some of them with what bars it. */
export function Trial({ id, condition }: { id: string | null; condition: Query }) {
  const [asked, setAsked] = useState(false);
  const trial = useQuery('plays.try', asked ? { id, condition } : null, { keep: true });
  return (
    <div class="play-trial">
      {!asked && <Button onClick={() => setAsked(true)}>{t('advising.who_today')}</Button>}
      {trial.value && (
        <>
          <p role="status">
            {trial.value.count === 0
              ? t('advising.trial_none')
              : t('advising.trial_count', { count: trial.value.count })}
          </p>
          <ul class="small">
            {trial.value.sample.map((one) => (
              <li key={one.id}>
                <span class="name">{one.name}</span>{' '}
                <span class="quiet-text">
                  {one.bar ? t('advising.trial_bar', { why: barWords(one.bar) }) : t('advising.trial_free')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
