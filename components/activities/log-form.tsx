import { useEffect, useState } from 'preact/hooks';
import { askQuietly, useCommand } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { SmallForm } from '@/components/contacts/small-form';
import { useWhen } from '@/components/tasks/when';
import { t } from '@/lib/i18n';
import { parseAmount } from './amount';
import { typeWord } from './item-words';
import { LogFields } from './log-fields';
import { type ActivityInput, dayOfMoment, type LogText, type LogType, momentOf } from './log-type';

interface LogFormProps {
  type: LogType;
  contactIds: string[];
  onDone(): void;
}

/** Puts something on the time line by hand: a call, a meeting, a message, a purchase, a promise, a visit, a mail. */
export function LogForm({ type, contactIds, onDone }: LogFormProps) {
  const { client } = useDesk();
  const [text, setText] = useState<LogText>(() => ({
    about: '',
    day: dayOfMoment(Date.now()),
    minutes: '',
    channel: 'wechat',
    direction: 'out',
    amount: '',
    currency: 'EUR',
    warranty: '',
    by: 'me',
    mood: '1',
  }));
  const [ignored, setIgnored] = useState(false);
  const when = useWhen(type === 'promise' ? text.about : '');
  const { run, busy, error, setError } = useCommand();

  useEffect(() => {
    void askQuietly(client, 'settings.get', {}).then((answer) => {
      if (answer) setText((now) => ({ ...now, currency: answer.settings.baseCurrency }));
    });
  }, [client]);

  /** What is to be saved, or the sentence that says what is missing. */
  async function activity(): Promise<ActivityInput | string> {
    const about = text.about.trim();
    const common = { type, contactIds, subject: about, ...momentOf(text.day, Date.now()) };
    if (type === 'purchase') {
      const minor = parseAmount(text.amount, text.currency);
      if (minor === null) return t('unfolded.amount_wrong');
      return { ...common, amount: { minor, currency: text.currency } };
    }
    if (type === 'gift') {
      if (about === '') return t('unfolded.gift_empty');
      const minor = text.amount.trim() === '' ? null : parseAmount(text.amount, text.currency);
      if (minor === null && text.amount.trim() !== '') return t('unfolded.amount_wrong');
      const amount = minor === null ? null : { minor, currency: text.currency };
      return { ...common, direction: 'out', amount };
    }
    if (type === 'mood') return { ...common, value: Number(text.mood) };
    if (type === 'promise') {
      if (about === '') return t('unfolded.promise_empty');
      const found = ignored ? null : await when.settle();
      const subject = found?.rest.trim() || about;
      return { ...common, subject, promise: { by: text.by, due: found?.due ?? null } };
    }
    if (type === 'message') return { ...common, channel: text.channel, direction: text.direction };
    if (type === 'mail') return { ...common, direction: text.direction };
    return { ...common, minutes: text.minutes === '' ? null : Number(text.minutes) };
  }

  async function save() {
    const draft = await activity();
    if (typeof draft === 'string') return setError(draft);
    const months = type === 'purchase' ? Number(text.warranty) : 0;
    if (await run('activities.log', { activity: draft, ...(months > 0 && { warrantyMonths: months }) }))
      onDone();
  }

  return (
    <SmallForm label={typeWord(type)} busy={busy} onSave={() => void save()} onCancel={onDone}>
      <p class="form-title">{typeWord(type)}</p>
      <LogFields
        type={type}
        text={text}
        when={when}
        ignored={ignored}
        error={error}
        onIgnore={setIgnored}
        onText={(changed) => {
          setText((before) => ({ ...before, ...changed }));
          setError(null);
          if ('about' in changed) setIgnored(false);
        }}
      />
    </SmallForm>
  );
}
