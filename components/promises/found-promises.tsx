import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import type { FoundPromiseView } from '@/lib/api/care-views';
import { t } from '@/lib/i18n';
import { PromiseFields } from './promise-fields';
import './promises.css';

interface FoundPromisesProps {
  contactId: string;
  /** Only what this note or talk holds. */
  activityId?: string;
}

/** Sentences that seem to be promises, each with yes and no. Nothing is kept before. */
export function FoundPromises({ contactId, activityId }: FoundPromisesProps) {
  const { value } = useQuery('promises.found', { contactId, ...(activityId ? { activityId } : {}) });
  if (!value?.length) return null;
  return (
    <ul class="found-promises" aria-label={t('care.promise_found')}>
      {value.slice(0, 3).map((one) => (
        <li key={`${one.activityId} ${one.quote}`}>
          <FoundPromise found={one} contactId={contactId} />
        </li>
      ))}
    </ul>
  );
}

function FoundPromise({ found, contactId }: { found: FoundPromiseView; contactId: string }) {
  const { activityId, quote, due } = found;
  const [by, setBy] = useState(found.by);
  const [what, setWhat] = useState(found.what);
  const { run, busy, error, setError } = useCommand();

  const take = () => {
    const text = what.trim();
    if (text === '') return setError(t('unfolded.promise_empty'));
    void run('promises.take', { activityId, contactId, quote, what: text, by, due }, t('care.did_promise'));
  };

  return (
    <section class="found-promise" aria-label={`${t('care.promise_found')} ${quote}`}>
      <p class="found-promise-ask">
        {t('care.promise_found')} <q>{quote}</q>
      </p>
      <PromiseFields
        what={what}
        by={by}
        due={due}
        error={error}
        onWhat={(text) => {
          setWhat(text);
          setError(null);
        }}
        onBy={setBy}
      />
      <div class="form-foot">
        <Button kind="ink" loading={busy} onClick={take}>
          {t('care.promise_yes')}
        </Button>
        <Button
          kind="bare"
          onClick={() => void run('promises.decline', { activityId, quote }, t('care.did_no_promise'))}
        >
          {t('care.promise_no')}
        </Button>
      </div>
    </section>
  );
}
