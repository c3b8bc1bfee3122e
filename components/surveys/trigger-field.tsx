import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { t } from '@/lib/i18n';
import type { Trigger } from '@/lib/surveys/form';
import { NumberField } from './number-field';

interface TriggerFieldProps {
  trigger: Trigger;
  onWrite(trigger: Trigger): void;
  onAct(trigger: Trigger): void;
}

type Kind = 'after' | 'scroll' | 'exit' | 'click' | 'track' | 'code';

const FIRST: Record<Kind, Trigger> = {
  after: { after: 8000 },
  scroll: { scroll: 0.5 },
  exit: { exit: true },
  click: { click: '' },
  track: { track: '' },
  code: { code: true },
};

function kindOf(trigger: Trigger): Kind {
  return (Object.keys(FIRST) as Kind[]).find((kind) => kind in trigger) ?? 'code';
}

/** What makes the survey appear. */
export function TriggerField({ trigger, onWrite, onAct }: TriggerFieldProps) {
  return (
    <div class="editor-pair">
      <Select
        label={t('surveys.moment')}
        labelUnseen
        value={kindOf(trigger)}
        choices={[
          { value: 'after', label: t('surveys.on_after') },
          { value: 'scroll', label: t('surveys.on_scroll') },
          { value: 'exit', label: t('surveys.on_exit') },
          { value: 'click', label: t('surveys.on_click') },
          { value: 'track', label: t('surveys.on_track') },
          { value: 'code', label: t('surveys.on_code') },
        ]}
        onChoose={(kind) => onAct(FIRST[kind])}
      />
      {'after' in trigger && (
        <NumberField
          label={t('surveys.seconds')}
          labelUnseen
          value={trigger.after / 1000}
          least={0}
          most={3600}
          fractions
          onNumber={(seconds) => seconds !== undefined && onWrite({ after: Math.round(seconds * 1000) })}
        />
      )}
      {'scroll' in trigger && (
        <NumberField
          label={t('surveys.percent')}
          labelUnseen
          value={Math.round(trigger.scroll * 100)}
          least={1}
          most={100}
          onNumber={(percent) => percent !== undefined && onWrite({ scroll: percent / 100 })}
        />
      )}
      {'click' in trigger && (
        <Field
          label={t('surveys.click_on')}
          labelUnseen
          placeholder=".feedback"
          spellcheck={false}
          value={trigger.click}
          onInput={(click) => onWrite({ click })}
        />
      )}
      {'track' in trigger && (
        <Field
          label={t('surveys.track_name')}
          labelUnseen
          placeholder="checkout.done"
          spellcheck={false}
          value={trigger.track}
          onInput={(track) => onWrite({ track })}
        />
      )}
    </div>
  );
}
