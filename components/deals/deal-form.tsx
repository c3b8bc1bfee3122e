import { useEffect, useState } from 'preact/hooks';
import { parseAmount } from '@/components/activities/amount';
import { currencies } from '@/components/activities/currencies';
import { askQuietly, useCommand } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { FindContact } from '@/components/contacts/find-contact';
import { useWhen } from '@/components/tasks/when';
import { WhenField } from '@/components/tasks/when-field';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FieldFrame } from '@/components/ui/field-frame';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import type { DealView } from '@/lib/api/deal-views';
import { t } from '@/lib/i18n';
import { money, number } from '@/lib/i18n/format';
import './deals.css';

interface DealFormProps {
  /** The deal to change; without it a new one is made. */
  deal?: DealView;
  contact?: { id: string; name: string } | null;
  stageId?: string;
  onCancel?(): void;
  onDone(id: string): void;
}

/** Everything of a deal that is typed. */
export function DealForm({ deal, contact = null, stageId, onCancel, onDone }: DealFormProps) {
  const { client } = useDesk();
  const [title, setTitle] = useState(deal?.title ?? '');
  const [whose, setWhose] = useState(deal?.contacts[0] ?? contact);
  const [amount, setAmount] = useState(() => plainAmount(deal?.amount ?? null));
  const [currency, setCurrency] = useState(deal?.amount?.currency ?? 'EUR');
  const [expectedOn, setExpectedOn] = useState(deal?.expectedOn ?? '');
  const [next, setNext] = useState(deal?.nextStep?.text ?? '');
  const [ignored, setIgnored] = useState(false);
  const [note, setNote] = useState(deal?.note ?? '');
  const [wrongAmount, setWrongAmount] = useState<string | null>(null);
  const when = useWhen(next === deal?.nextStep?.text ? '' : next);
  const { run, busy, error, setError } = useCommand();

  useEffect(() => {
    if (deal?.amount) return;
    void askQuietly(client, 'settings.get', {}).then((answer) => {
      if (answer) setCurrency(answer.settings.baseCurrency);
    });
  }, [client, deal?.amount]);

  const minor = parseAmount(amount, currency);

  async function nextStep() {
    const text = next.trim();
    if (text === '') return null;
    if (text === deal?.nextStep?.text) return deal.nextStep;
    const found = ignored ? null : await when.settle();
    return { text: found?.rest.trim() || text, due: found?.due ?? null };
  }

  async function save(event: Event) {
    event.preventDefault();
    if (title.trim() === '') return setError(t('deals.title_missing'));
    if (amount.trim() !== '' && minor === null) return setWrongAmount(t('panel.amount_wrong'));
    const fields = {
      title: title.trim(),
      contactIds: whose ? [whose.id, ...(deal?.contacts.slice(1).map((one) => one.id) ?? [])] : [],
      amount: minor === null ? null : { minor, currency },
      expectedOn: expectedOn || null,
      nextStep: await nextStep(),
      note,
    };
    if (deal) {
      if (await run('deals.edit', { id: deal.id, ...fields })) onDone(deal.id);
      return;
    }
    const added = await run('deals.add', { ...fields, ...(stageId ? { stageId } : {}) }, t('deals.added'));
    if (added) onDone(added.id);
  }

  return (
    <form class="deal-form" noValidate onSubmit={(event) => void save(event)}>
      <Field
        label={t('deals.title')}
        value={title}
        error={error}
        autofocus={!deal}
        maxLength={300}
        onInput={(value) => {
          setTitle(value);
          setError(null);
        }}
      />
      {whose ? (
        <p class="deal-whose">
          <span class="name">{whose.name}</span>
          <Button kind="bare" onClick={() => setWhose(null)}>
            {t('deals.another_contact')}
          </Button>
        </p>
      ) : (
        <FindContact onFound={({ id, name }) => setWhose({ id, name })} />
      )}
      <div class="form-pair">
        <Field
          label={t('deals.amount')}
          inputMode="decimal"
          value={amount}
          error={wrongAmount}
          hint={minor === null ? undefined : money(minor, currency)}
          onInput={(value) => {
            setAmount(value);
            setWrongAmount(null);
          }}
        />
        <Select
          label={t('deals.currency')}
          value={currency}
          choices={currencies(currency).map((code) => ({ value: code, label: code }))}
          onChoose={setCurrency}
        />
      </div>
      <WhenField
        label={t('deals.next')}
        labelled
        placeholder={t('deals.next_hint')}
        value={next}
        when={when}
        ignored={ignored}
        error={null}
        onInput={(value) => {
          setNext(value);
          setIgnored(false);
        }}
        onIgnore={setIgnored}
      />
      <FieldFrame label={t('deals.expected')}>
        {(links) => (
          <span class="field-box">
            <input
              {...links}
              type="date"
              value={expectedOn}
              onInput={(event) => setExpectedOn(event.currentTarget.value)}
            />
          </span>
        )}
      </FieldFrame>
      <TextArea label={t('deals.note')} value={note} maxLength={20_000} onInput={setNote} />
      <div class="form-foot">
        <Button kind="ink" type="submit" loading={busy}>
          {t('common.save')}
        </Button>
        {onCancel && (
          <Button kind="bare" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** An amount as it would be typed. */
function plainAmount(amount: DealView['amount']): string {
  if (!amount) return '';
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: amount.currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return number(amount.minor / 10 ** digits, { useGrouping: false });
}
