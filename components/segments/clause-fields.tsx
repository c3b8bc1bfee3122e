import { NumberField } from '@/components/surveys/number-field';
import { Select } from '@/components/ui/select';
import type { Clause, Range } from '@/lib/crm/segments';
import { t } from '@/lib/i18n';
import { ChoiceFields } from './choice-fields';
import { minorUnits, unitOf } from './currency';
import { NamedField } from './named-field';
import { RangeField } from './range-field';
import { TextFields } from './text-fields';
import { TierField } from './tier-field';
import { WhenField } from './when-field';

interface ClauseFieldsProps<C extends Clause = Clause> {
  clause: C;
  onChange(clause: Clause): void;
}

const CHANNELS = ['mail', 'phone', 'message', 'visit', 'survey'] as const;

/** What a condition wants: the fields of its kind. */
export function ClauseFields({ clause, onChange }: ClauseFieldsProps) {
  switch (clause.ask) {
    case 'kind':
      return (
        <Words
          label={t('segments.has')}
          value={clause.is}
          of={['work', 'personal']}
          words={(is) => t(`segments.kind_${is}`)}
          onChoose={(is) => onChange({ ...clause, is })}
        />
      );
    case 'fact':
    case 'point':
      return <TextFields clause={clause} onChange={onChange} />;
    case 'tag':
    case 'company':
    case 'segment':
      return <NamedField clause={clause} onChange={onChange} />;
    case 'tier':
      return <TierField clause={clause} onChange={onChange} />;
    case 'consent':
      return (
        <>
          <Words
            label={t('segments.channel')}
            value={clause.channel}
            of={CHANNELS}
            words={(channel) => t(`unfolded.consent_${channel}`)}
            onChoose={(channel) => onChange({ ...clause, channel })}
          />
          <Words
            label={t('segments.state')}
            value={clause.state}
            of={['given', 'refused', 'none']}
            words={(state) => t(`segments.consent_${state}`)}
            onChoose={(state) => onChange({ ...clause, state })}
          />
        </>
      );
    case 'doNotContact':
    case 'cadence':
      return <YesNo value={clause.is} onChoose={(is) => onChange({ ...clause, is })} />;
    case 'case':
      return <YesNo value={clause.open} onChoose={(open) => onChange({ ...clause, open })} />;
    case 'date':
    case 'added':
      return (
        <WhenField
          within={clause.within}
          open={false}
          ahead={clause.ask === 'date'}
          onWithin={(within) => within && onChange({ ...clause, within })}
        />
      );
    case 'measure':
      return (
        <RangeField
          range={clause.range}
          unit={unitOf(clause.name)}
          onRange={(range) => onChange({ ...clause, range })}
        />
      );
    case 'choice':
      return <ChoiceFields clause={clause} onChange={onChange} />;
    case 'count':
      return <CountFields clause={clause} onChange={onChange} />;
    case 'spend':
      return (
        <>
          <RangeField
            range={clause.amount}
            unit={minorUnits()}
            onRange={(amount) => onChange({ ...clause, amount })}
          />
          <WhenField within={clause.within} onWithin={(within) => onChange({ ...clause, within })} />
        </>
      );
    case 'answer':
      return <AnswerFields clause={clause} onChange={onChange} />;
    case 'need':
      return <NeedFields clause={clause} onChange={onChange} />;
    case 'deal':
      return (
        <>
          <Words
            label={t('segments.state')}
            value={clause.state}
            of={['open', 'won', 'lost']}
            words={(state) => t(`segments.deal_${state}`)}
            onChoose={(state) => onChange({ ...clause, state })}
          />
          <WhenField
            within={clause.within}
            ahead={clause.state === 'open'}
            onWithin={(within) => onChange({ ...clause, within })}
          />
        </>
      );
  }
}

interface WordsProps<T extends string> {
  label: string;
  value: T;
  of: readonly T[];
  words(value: T): string;
  onChoose(value: T): void;
}

/** One of a few words. */
export function Words<T extends string>({ label, value, of, words, onChoose }: WordsProps<T>) {
  return (
    <Select
      label={label}
      value={value}
      choices={of.map((one) => ({ value: one, label: words(one) }))}
      onChoose={onChoose}
    />
  );
}

function YesNo({ value, onChoose }: { value: boolean; onChoose(value: boolean): void }) {
  return (
    <Words
      label={t('segments.has')}
      value={value ? 'yes' : 'no'}
      of={['yes', 'no']}
      words={(word) => t(`segments.${word}`)}
      onChoose={(word) => onChoose(word === 'yes')}
    />
  );
}

type Of<A extends Clause['ask']> = Extract<Clause, { ask: A }>;
type Times = 'none' | 'some' | 'between';

function CountFields({ clause, onChange }: ClauseFieldsProps<Of<'count'>>) {
  const { times, direction } = clause;
  const how: Times =
    times.max === 0 ? 'none' : times.min === 1 && times.max === undefined ? 'some' : 'between';
  const begin: Record<Times, Range> = { none: { max: 0 }, some: { min: 1 }, between: { min: 2 } };
  const ways = clause.exchange || clause.types.some((type) => type === 'mail' || type === 'message');
  return (
    <>
      <Words
        label={t('segments.times')}
        value={how}
        of={['none', 'some', 'between']}
        words={(word) => t(`segments.times_${word}`)}
        onChoose={(word) => onChange({ ...clause, times: begin[word] })}
      />
      {how === 'between' && (
        <RangeField
          range={times}
          fractions={false}
          onRange={(range) => onChange({ ...clause, times: range })}
        />
      )}
      {ways && (
        <Words
          label={t('segments.direction')}
          value={direction ?? 'any'}
          of={['any', 'in', 'out']}
          words={(way) => t(`segments.direction_${way}`)}
          onChoose={(way) => onChange({ ...clause, direction: way === 'any' ? undefined : way })}
        />
      )}
      <WhenField within={clause.within} onWithin={(within) => onChange({ ...clause, within })} />
    </>
  );
}

function AnswerFields({ clause, onChange }: ClauseFieldsProps<Of<'answer'>>) {
  return (
    <>
      <YesNo value={clause.has} onChoose={(has) => onChange({ ...clause, has })} />
      <NamedField clause={clause} onChange={onChange} />
      <RangeField
        range={clause.score ?? {}}
        onRange={(score) => onChange({ ...clause, score: Object.keys(score).length > 0 ? score : undefined })}
      />
      <WhenField within={clause.within} onWithin={(within) => onChange({ ...clause, within })} />
    </>
  );
}

function NeedFields({ clause, onChange }: ClauseFieldsProps<Of<'need'>>) {
  return (
    <>
      <Words
        label={t('segments.state')}
        value={clause.status ?? 'any'}
        of={['any', 'open', 'met', 'dropped']}
        words={(word) => t(word === 'any' ? 'segments.any' : `segments.need_${word}`)}
        onChoose={(word) => onChange({ ...clause, status: word === 'any' ? undefined : word })}
      />
      <Words
        label={t('segments.has')}
        value={clause.kind ?? 'any'}
        of={['any', 'explicit', 'latent']}
        words={(word) => t(word === 'any' ? 'segments.any' : `segments.need_${word}`)}
        onChoose={(word) => onChange({ ...clause, kind: word === 'any' ? undefined : word })}
      />
      <NumberField
        label={t('segments.need_days')}
        value={clause.unconfirmedDays}
        least={1}
        most={3650}
        onNumber={(days) => onChange({ ...clause, unconfirmedDays: days })}
      />
    </>
  );
}
