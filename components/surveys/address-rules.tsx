import { Plus, X } from 'lucide';
import { Button, IconButton } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { t } from '@/lib/i18n';
import type { AddressRule } from '@/lib/surveys/form';

interface AddressRulesProps {
  rules: readonly AddressRule[];
  onWrite(rules: AddressRule[]): void;
  onAct(rules: AddressRule[]): void;
}

type How = 'is' | 'starts' | 'has';
const HOWS: readonly How[] = ['starts', 'is', 'has'];

function howOf(rule: AddressRule): How {
  return HOWS.find((how) => rule[how] !== undefined) ?? 'has';
}

function ruleOf(how: How, text: string, not: boolean): AddressRule {
  return { [how]: text, ...(not ? { not: true } : {}) };
}

/** On which pages of the site it is shown, and on which not. */
export function AddressRules({ rules, onWrite, onAct }: AddressRulesProps) {
  return (
    <div class="address-rules">
      {rules.length === 0 && <p class="rule-always">{t('surveys.addresses_all')}</p>}
      <ul>
        {rules.map((rule, at) => {
          const how = howOf(rule);
          const text = rule[how] ?? '';
          const not = rule.not ?? false;
          return (
            <li key={at} class="address-rule">
              <Select
                label={t('surveys.address_how')}
                labelUnseen
                value={`${not ? 'not ' : ''}${how}`}
                choices={howChoices()}
                onChoose={(chosen) => {
                  const plain = HOWS.find((each) => chosen.endsWith(each)) ?? 'has';
                  onAct(rules.with(at, ruleOf(plain, text, chosen.startsWith('not '))));
                }}
              />
              <Field
                label={t('surveys.address_text')}
                labelUnseen
                placeholder="https://shop.example/checkout"
                spellcheck={false}
                value={text}
                onInput={(typed) => onWrite(rules.with(at, ruleOf(how, typed, not)))}
              />
              <IconButton
                icon={X}
                size={14}
                label={t('surveys.address_remove')}
                onClick={() => onAct(rules.toSpliced(at, 1))}
              />
            </li>
          );
        })}
      </ul>
      <Button kind="bare" icon={Plus} onClick={() => onAct([...rules, { has: '' }])}>
        {t('surveys.add_address')}
      </Button>
    </div>
  );
}

function howChoices() {
  return [
    { value: 'starts', label: t('surveys.address_starts') },
    { value: 'is', label: t('surveys.address_is') },
    { value: 'has', label: t('surveys.address_has') },
    { value: 'not starts', label: t('surveys.address_not_starts') },
    { value: 'not is', label: t('surveys.address_not_is') },
    { value: 'not has', label: t('surveys.address_not_has') },
  ];
}
