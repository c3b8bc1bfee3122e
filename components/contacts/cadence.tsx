import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { t } from '@/lib/i18n';
import { useCommand } from './command';
import { SmallForm } from './small-form';
import '@/components/advice/advice.css';

/** The usual rhythms, in days. */
const USUAL = [14, 30, 90] as const;

/** A rhythm in words: "2 weeks", "month", "quarter", "45 days". */
export function everyText(days: number): string {
  if (days === 14) return t('unfolded.every_two_weeks');
  if (days === 30) return t('unfolded.every_month');
  if (days === 90) return t('unfolded.every_quarter');
  return t('unfolded.every_days', { count: days });
}

interface CadenceChoiceProps {
  contactIds: readonly string[];
  days: number | null;
  onDone?(): void;
}

/** "Stay in touch every": the usual rhythms, or any number of days. */
export function CadenceChoice({ contactIds, days, onDone }: CadenceChoiceProps) {
  const [other, setOther] = useState<string | null>(null);
  const { run, busy, error, setError } = useCommand();
  const isUnusual = days !== null && !USUAL.some((each) => each === days);

  async function set(chosen: number | null) {
    if (await run('contacts.setCadence', { ids: [...contactIds], days: chosen })) {
      setOther(null);
      onDone?.();
    }
  }

  function setTyped() {
    const typed = Number(other);
    if (!Number.isInteger(typed) || typed < 1 || typed > 3650) return setError(t('unfolded.days_wrong'));
    void set(typed);
  }

  return (
    <fieldset aria-label={t('unfolded.stay_in_touch_every')} class="cadence">
      <div class="cadence-choices">
        {USUAL.map((each) => (
          <Button key={each} aria-pressed={days === each} disabled={busy} onClick={() => void set(each)}>
            {everyText(each)}
          </Button>
        ))}
        <Button
          aria-pressed={isUnusual}
          aria-expanded={other !== null}
          onClick={() => setOther(other === null ? String(days ?? '') : null)}
        >
          {isUnusual ? everyText(days) : t('unfolded.every_custom')}
        </Button>
        {days !== null && (
          <Button kind="bare" onClick={() => void set(null)}>
            {t('unfolded.every_never')}
          </Button>
        )}
      </div>
      {other !== null && (
        <SmallForm
          label={t('unfolded.every_custom')}
          busy={busy}
          onSave={setTyped}
          onCancel={() => setOther(null)}
        >
          <Field
            label={t('unfolded.days')}
            inputMode="numeric"
            maxLength={4}
            value={other}
            error={error}
            onInput={(text) => {
              setOther(text.replace(/\D/g, ''));
              setError(null);
            }}
          />
        </SmallForm>
      )}
      {error && other === null && (
        <p class="small late" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
