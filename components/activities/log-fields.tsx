import type { When } from '@/components/tasks/when';
import { WhenField } from '@/components/tasks/when-field';
import { Field } from '@/components/ui/field';
import { FieldFrame } from '@/components/ui/field-frame';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { t } from '@/lib/i18n';
import { money } from '@/lib/i18n/format';
import { parseAmount } from './amount';
import { currencies } from './currencies';
import { channelWord, MOODS, moodWord } from './item-words';
import type { LogText, LogType } from './log-type';

/** The list of lib/crm/activities.ts, whose file needs the validator. */
const CHANNELS = ['wechat', 'whatsapp', 'line', 'qq', 'telegram', 'sms', 'linkedin', 'other'];

interface LogFieldsProps {
  type: LogType;
  text: LogText;
  when: When;
  ignored: boolean;
  error: string | null;
  onText(changed: Partial<LogText>): void;
  onIgnore(ignored: boolean): void;
}

/** The fields of one kind of activity; the error stands under the one that everybody fills in. */
export function LogFields({ type, text, when, ignored, error, onText, onIgnore }: LogFieldsProps) {
  const about = (
    <Field
      label={aboutWords(type)}
      value={text.about}
      error={type === 'purchase' ? null : error}
      onInput={(value) => onText({ about: value })}
    />
  );
  const day = (
    <FieldFrame label={t('unfolded.day')}>
      {(links) => (
        <span class="field-box">
          <input
            {...links}
            type="date"
            value={text.day}
            onInput={(event) => onText({ day: event.currentTarget.value })}
          />
        </span>
      )}
    </FieldFrame>
  );
  const direction = (
    <Select
      label={t('unfolded.direction')}
      value={text.direction}
      choices={[
        { value: 'out', label: t('unfolded.direction_out') },
        { value: 'in', label: t('unfolded.direction_in') },
      ]}
      onChoose={(value) => onText({ direction: value })}
    />
  );

  const minor = parseAmount(text.amount, text.currency);
  const amount = (
    <div class="form-pair">
      <Field
        label={t('unfolded.amount')}
        inputMode="decimal"
        value={text.amount}
        error={type === 'gift' ? null : error}
        hint={minor === null ? undefined : money(minor, text.currency)}
        onInput={(value) => onText({ amount: value })}
      />
      <Select
        label={t('unfolded.currency')}
        value={text.currency}
        choices={currencies(text.currency).map((code) => ({ value: code, label: code }))}
        onChoose={(value) => onText({ currency: value })}
      />
    </div>
  );

  switch (type) {
    case 'promise':
      return (
        <>
          <WhenField
            label={t('unfolded.promised')}
            placeholder={t('unfolded.promise_placeholder')}
            value={text.about}
            when={when}
            ignored={ignored}
            error={error}
            onInput={(value) => onText({ about: value })}
            onIgnore={onIgnore}
          />
          <Select
            label={t('unfolded.promised_by')}
            value={text.by}
            choices={[
              { value: 'me', label: t('unfolded.promised_by_me') },
              { value: 'them', label: t('unfolded.promised_by_them') },
            ]}
            onChoose={(value) => onText({ by: value })}
          />
        </>
      );
    case 'purchase':
      return (
        <>
          {amount}
          {about}
          <div class="form-pair even">
            {day}
            <WholeNumber
              label={t('unfolded.warranty_months')}
              digits={3}
              value={text.warranty}
              onInput={(warranty) => onText({ warranty })}
            />
          </div>
        </>
      );
    case 'gift':
      return (
        <>
          {about}
          {amount}
          {day}
        </>
      );
    case 'mood':
      return (
        <>
          <RadioGroup
            label={t('unfolded.mood_how')}
            inline
            value={text.mood}
            choices={MOODS.map((value) => ({ value: String(value), label: moodWord(value) }))}
            onChoose={(value) => onText({ mood: value })}
          />
          {about}
          {day}
        </>
      );
    case 'message':
      return (
        <>
          {about}
          <Select
            label={t('unfolded.channel')}
            value={text.channel}
            choices={CHANNELS.map((value) => ({
              value,
              label: value === 'other' ? t('unfolded.channel_else') : channelWord(value),
            }))}
            onChoose={(value) => onText({ channel: value })}
          />
          {direction}
          {day}
        </>
      );
    case 'mail':
      return (
        <>
          {about}
          {direction}
          {day}
        </>
      );
    default:
      return (
        <>
          {about}
          <div class="form-pair">
            {day}
            <WholeNumber
              label={t('unfolded.minutes')}
              digits={4}
              value={text.minutes}
              onInput={(minutes) => onText({ minutes })}
            />
          </div>
        </>
      );
  }
}

interface WholeNumberProps {
  label: string;
  digits: number;
  value: string;
  onInput(value: string): void;
}

/** Takes digits alone. */
function WholeNumber({ label, digits, value, onInput }: WholeNumberProps) {
  return (
    <Field
      label={label}
      inputMode="numeric"
      pattern="[0-9]*"
      maxLength={digits}
      value={value}
      onInput={(typed) => onInput(typed.replace(/\D/g, ''))}
    />
  );
}

function aboutWords(type: LogType): string {
  if (type === 'purchase') return t('unfolded.bought');
  if (type === 'gift') return t('unfolded.given');
  return type === 'mood' ? t('unfolded.mood_why') : t('unfolded.about');
}
