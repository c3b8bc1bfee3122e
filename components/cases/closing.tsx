import { useId } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import type { CaseView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { dayName, longDate, sentences } from '@/lib/i18n/format';
import { Said } from './said';

/** What is asked before a case is resolved: what the customer expects, and what it came from. */
export function Closing({ of }: { of: CaseView }) {
  const act = useAction();
  const reason = useId();
  const missing = of.missing.map((field) => t(`cases.missing_${field}`));
  return (
    <section aria-label={t('cases.before')}>
      <h2>{t('cases.before')}</h2>
      <Said of={of} field="expectation" label={t('cases.expectation')} hint={t('cases.expectation_hint')} />
      <Said of={of} field="cause" label={t('cases.cause')} hint={t('cases.cause_hint')} />
      {of.state === 'resolved' ? (
        of.resolvedAt !== null && (
          <p class="quiet-text">{t('cases.resolved_on', { day: dayName(of.resolvedAt, Date.now()) })}</p>
        )
      ) : (
        <div class="case-actions">
          <Button
            kind="ink"
            disabled={missing.length > 0}
            aria-describedby={missing.length > 0 ? reason : undefined}
            onClick={() => void act('cases.move', { id: of.id, state: 'resolved' })}
          >
            {t('cases.resolve')}
          </Button>
          {missing.length > 0 && (
            <p id={reason} class="quiet-text small">
              {sentences(...missing)}
            </p>
          )}
        </div>
      )}
    </section>
  );
}

/** What follows a case that is resolved: the customer is told, and 30 days later somebody looks whether it holds. */
export function Aftercare({ of }: { of: CaseView }) {
  const act = useAction();
  if (of.state !== 'resolved') return null;
  const now = Date.now();
  const look = (holds: boolean) =>
    void act('cases.recheck', { id: of.id, holds }, holds ? undefined : t('cases.reopened'));
  return (
    <section aria-label={t('cases.after')}>
      <h2>{t('cases.after')}</h2>
      {of.toldAt === null ? (
        <div class="case-actions">
          <Button kind="ink" onClick={() => void act('cases.told', { id: of.id })}>
            {t('cases.told')}
          </Button>
          <p class="quiet-text small">{t('cases.told_how')}</p>
        </div>
      ) : (
        <p>{t('cases.told_on', { day: dayName(of.toldAt, now) })}</p>
      )}
      {of.toldAt !== null && of.recheckOn && (
        <>
          <h3>{t('cases.recheck')}</h3>
          {of.recheckedAt === null ? (
            <>
              <p class="quiet-text">
                {t('cases.recheck_on', { day: longDate(new Date(`${of.recheckOn}T12:00`)) })}
              </p>
              <div class="case-actions">
                <Button onClick={() => look(true)}>{t('cases.holds')}</Button>
                <Button onClick={() => look(false)}>{t('cases.holds_not')}</Button>
              </div>
            </>
          ) : (
            <p>{t('cases.held_on', { day: dayName(of.recheckedAt, now) })}</p>
          )}
        </>
      )}
    </section>
  );
}
