import { useAction } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import type { ResponseRow } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { dayName } from '@/lib/i18n/format';
import { flagWords } from './words';

interface CareProps {
  of: Pick<ResponseRow, 'id' | 'flags' | 'aside'>;
  onSetAside(): void;
}

/** Signs that an answer was given without care, and what the user decided: it counts, or it is set aside with the reason. */
export function Care({ of, onSetAside }: CareProps) {
  const act = useAction();
  if (of.flags.length === 0 && !of.aside) return null;
  return (
    <section aria-label={t('responses.flags')}>
      <h3>{t('responses.flags')}</h3>
      <ul>
        {of.flags.map((flag) => (
          <li key={flag} class="answer-flag">
            {flagWords(flag)}
          </li>
        ))}
      </ul>
      {of.aside ? (
        <>
          <p class="quiet-text">
            {t('responses.aside_because', { day: dayName(of.aside.at, Date.now()), why: of.aside.why })}
          </p>
          <Button
            onClick={() => void act('responses.setAside', { ids: [of.id], why: null }, t('responses.kept'))}
          >
            {t('responses.keep')}
          </Button>
        </>
      ) : (
        <Button onClick={onSetAside}>{t('responses.set_aside')}</Button>
      )}
    </section>
  );
}
