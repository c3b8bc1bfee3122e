import { useEffect, useRef, useState } from 'preact/hooks';
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
import { money } from '@/lib/i18n/format';
import { amountOf, followed, type Typed, touched, typedOf } from './deal-typed';
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
  const [typed, setTyped] = useState(() => typedOf(deal, contact));
  /** What the form showed before the typing: what is as it was is not sent. */
  const was = useRef(typed);
  const { title, whose, amount, currency, expectedOn, next, note } = typed;
  const set = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }));
  const [ignored, setIgnored] = useState(false);
  const [wrongAmount, setWrongAmount] = useState<string | null>(null);
  const when = useWhen(next === deal?.nextStep?.text ? '' : next);
  const { run, busy, error, setError } = useCommand();
  const saving = useRef(false);

  useEffect(() => {
    if (deal?.amount) return;
    void askQuietly(client, 'settings.get', {}).then((answer) => {
      if (answer) setTyped((before) => ({ ...before, currency: answer.settings.baseCurrency }));
    });
  }, [client, deal?.amount]);

  useEffect(() => {
    if (!deal) return;
    const before = was.current;
    const now = typedOf(deal, null);
    was.current = now;
    setTyped((shown) => followed(shown, before, now));
  }, [deal]);

  const minor = parseAmount(amount, currency);

  async function nextStep() {
    const text = next.trim();
    if (text === '') return null;
    if (text === deal?.nextStep?.text) return deal.nextStep;
    const found = ignored ? null : await when.settle();
    // A word that is put right does not lose its day.
    return { text: found?.rest.trim() || text, due: found ? found.due : (deal?.nextStep?.due ?? null) };
  }

  async function save() {
    if (title.trim() === '') return setError(t('deals.title_missing'));
    if (amount.trim() !== '' && minor === null) return setWrongAmount(t('unfolded.amount_wrong'));
    const fields = {
      title: title.trim(),
      contactIds: [...new Set([whose, ...(deal?.contacts.slice(1) ?? [])].flatMap((one) => one?.id ?? []))],
      amount: amountOf(typed),
      expectedOn: expectedOn || null,
      note,
    };
    if (deal) {
      const by = touched(typed, was.current);
      const changed = {
        ...(by.title ? { title: fields.title } : {}),
        ...(by.whose ? { contactIds: fields.contactIds } : {}),
        ...(by.amount ? { amount: fields.amount } : {}),
        ...(by.expectedOn ? { expectedOn: fields.expectedOn } : {}),
        ...(by.next ? { nextStep: await nextStep() } : {}),
        ...(by.note ? { note: fields.note } : {}),
      };
      if (!(await run('deals.edit', { id: deal.id, ...changed }))) return;
      was.current = typed;
      return onDone(deal.id);
    }
    const whole = { ...fields, nextStep: await nextStep(), ...(stageId ? { stageId } : {}) };
    const added = await run('deals.add', whole, t('deals.added'));
    if (added) onDone(added.id);
  }

  async function submit(event: Event) {
    event.preventDefault();
    if (saving.current) return;
    saving.current = true;
    try {
      await save();
    } finally {
      saving.current = false;
    }
  }

  return (
    <form class="deal-form" noValidate onSubmit={(event) => void submit(event)}>
      <Field
        label={t('deals.title')}
        value={title}
        error={error}
        autofocus={!deal}
        maxLength={300}
        onInput={(value) => {
          set({ title: value });
          setError(null);
        }}
      />
      {whose ? (
        <p class="deal-whose">
          <span class="name">{whose.name}</span>
          <Button kind="bare" onClick={() => set({ whose: null })}>
            {t('deals.another_contact')}
          </Button>
        </p>
      ) : (
        <FindContact onFound={({ id, name }) => set({ whose: { id, name } })} />
      )}
      <div class="form-pair">
        <Field
          label={t('deals.amount')}
          inputMode="decimal"
          value={amount}
          error={wrongAmount}
          hint={minor === null ? undefined : money(minor, currency)}
          onInput={(value) => {
            set({ amount: value });
            setWrongAmount(null);
          }}
        />
        <Select
          label={t('deals.currency')}
          value={currency}
          choices={currencies(currency).map((code) => ({ value: code, label: code }))}
          onChoose={(value) => set({ currency: value })}
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
          set({ next: value });
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
              onInput={(event) => set({ expectedOn: event.currentTarget.value })}
            />
          </span>
        )}
      </FieldFrame>
      <TextArea
        label={t('deals.note')}
        value={note}
        maxLength={20_000}
        onInput={(value) => set({ note: value })}
      />
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
