import { X } from 'lucide';
import { useState } from 'preact/hooks';
import { currencies } from '@/components/activities/currencies';
import { useCommand } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { useQuery } from '@/components/query/use-query';
import { readNumber } from '@/components/surveys/number-field';
import { Button, IconButton } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { type Exchange, rebased } from '@/lib/crm/rates';
import { language, t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import './settings.css';

/** In which currency sums are counted, and what the others are worth in it. */
export function CurrencySettings() {
  const settings = useQuery('settings.get', {}, { keep: true });
  const { client } = useDesk();
  const { run, busy, error } = useCommand();
  if (!settings.value) return null;
  const { baseCurrency, rates = {} } = settings.value.settings;

  const set = async (change: Partial<Exchange>) => {
    if (!(await run('settings.set', { settings: change }, t('workspace.settings_saved')))) return false;
    // What stands in this currency is counted anew; where that fails the daily run does it.
    await client.call('figures.refresh', { again: false }).catch(() => undefined);
    return true;
  };

  return (
    <>
      <div class="setting-fields">
        <Select
          label={t('workspace.currency_yours')}
          value={baseCurrency}
          error={error}
          choices={choicesOf(currencies(baseCurrency))}
          onChoose={(currency) => void set(rebased({ baseCurrency, rates }, currency))}
        />
      </div>
      <ul class="setting-rows">
        {Object.entries(rates).map(([currency, rate]) => (
          <li key={currency} class="setting-row">
            <span class="num">{rateWords(currency, rate, baseCurrency)}</span>
            <IconButton
              icon={X}
              size={14}
              label={t('workspace.remove_entry', { entry: currency })}
              disabled={busy}
              onClick={() =>
                void set({
                  rates: Object.fromEntries(Object.entries(rates).filter(([one]) => one !== currency)),
                })
              }
            />
          </li>
        ))}
      </ul>
      <AddRate
        key={baseCurrency}
        baseCurrency={baseCurrency}
        busy={busy}
        onAdd={(currency, rate) => set({ rates: { ...rates, [currency]: rate } })}
      />
    </>
  );
}

interface AddRateProps {
  baseCurrency: string;
  busy: boolean;
  /** True: it was kept. */
  onAdd(currency: string, rate: number): Promise<boolean>;
}

function AddRate({ baseCurrency, busy, onAdd }: AddRateProps) {
  const others = currencies(baseCurrency).slice(1);
  const [currency, setCurrency] = useState(others[0]!);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = async (event: Event) => {
    event.preventDefault();
    const rate = readNumber(text.normalize('NFKC'), { fractions: true });
    if (!rate || rate < 0) return setWrong(true);
    if (await onAdd(currency, rate)) setText('');
  };
  return (
    <form class="setting-rate" onSubmit={(event) => void add(event)}>
      <Select
        label={t('workspace.rate_currency')}
        value={currency}
        choices={choicesOf(others)}
        onChoose={setCurrency}
      />
      <Field
        label={t('workspace.rate', { currency, base: baseCurrency })}
        inputMode="decimal"
        value={text}
        error={wrong ? t('workspace.rate_wrong') : null}
        onInput={(typed) => {
          setText(typed);
          setWrong(false);
        }}
      />
      <Button type="submit" disabled={busy}>
        {t('workspace.add_entry')}
      </Button>
    </form>
  );
}

/** Currencies by code and name: whoever looks for one types its code. */
function choicesOf(codes: readonly string[]) {
  const names = new Intl.DisplayNames([language.value], { type: 'currency' });
  return codes.map((value) => ({ value, label: `${value} · ${names.of(value) ?? value}` }));
}

const rateWords = (currency: string, rate: number, base: string): string =>
  t('workspace.rate_line', { currency, rate: number(rate, { maximumSignificantDigits: 6 }), base });
