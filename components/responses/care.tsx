import { useAction } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import type { ResponseRow } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { flagWords, lookWords } from './words';

interface CareProps {
  of: Pick<ResponseRow, 'id' | 'flags' | 'aside' | 'looks'>;
  onSetAside(): void;
}

/** Signs that an answer was given without care, and what was decided: it counts, or it is set aside with the reason. */
export function Care({ of, onSetAside }: CareProps) {
  const act = useAction();
  const now = Date.now();
  if (of.flags.length === 0 && of.looks.length === 0 && !of.aside) return null;
  const isKept = !of.aside && of.looks.at(-1)?.kept === true;
  // What was set aside before there was a log has no look.
  const looks = of.looks.length === 0 && of.aside ? [{ ...of.aside, kept: false, flags: [] }] : of.looks;
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
      {looks.map((look) => (
        <p key={look.at} class="quiet-text">
          {lookWords(look, now)}
        </p>
      ))}
      <div class="answer-actions">
        {!isKept && (
          <Button onClick={() => void act('responses.keep', { ids: [of.id] }, t('responses.kept'))}>
            {t('responses.keep')}
          </Button>
        )}
        {!of.aside && <Button onClick={onSetAside}>{t('responses.set_aside')}</Button>}
      </div>
    </section>
  );
}
