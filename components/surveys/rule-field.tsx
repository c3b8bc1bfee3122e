import { Plus, X } from 'lucide';
import { Button, IconButton } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { t } from '@/lib/i18n';
import type { Rule } from '@/lib/surveys/form';
import { useBench } from './bench';
import { ConditionField } from './condition-field';
import { questionsBefore } from './draft/before';
import { firstCondition, type Group, groupOf, ruleOf } from './draft/operators';
import type { Place } from './draft/questions';
import './rules.css';

interface RuleFieldProps {
  label: string;
  /** What holds while there is no rule: "Always asked". */
  always: string;
  rule: Rule | undefined;
  /** The rule can ask about what was answered before this place. */
  before: Place | null;
  onChange(rule: Rule | undefined): void;
}

/** Conditions joined by "all" or "any", with groups inside. */
export function RuleField({ label, always, rule, before, onChange }: RuleFieldProps) {
  const { form } = useBench();
  const questions = questionsBefore(form, before);
  const group = groupOf(rule);
  return (
    <fieldset class="rule">
      <legend class="unseen">{label}</legend>
      {group.rules.length === 0 ? (
        <p class="rule-always">{always}</p>
      ) : (
        <GroupField
          group={group}
          before={before}
          depth={0}
          onChange={(changed) => onChange(ruleOf(changed))}
        />
      )}
      {group.rules.length === 0 && (
        <Button kind="bare" icon={Plus} onClick={() => onChange(firstCondition(form, questions))}>
          {t('surveys.add_condition')}
        </Button>
      )}
    </fieldset>
  );
}

interface GroupFieldProps {
  group: Group;
  before: Place | null;
  depth: number;
  onChange(group: Group): void;
}

/** Groups are offered down to this depth; a form that came with deeper ones keeps them. */
const DEPTH_OFFERED = 1;

function GroupField({ group, before, depth, onChange }: GroupFieldProps) {
  const { form } = useBench();
  const questions = questionsBefore(form, before);
  const { join, rules } = group;
  const withRule = (at: number, rule: Rule | undefined) =>
    onChange({ join, rules: rule ? rules.with(at, rule) : rules.toSpliced(at, 1) });
  const add = (rule: Rule) => onChange({ join, rules: [...rules, rule] });
  return (
    <div class="rule-group">
      {rules.length > 1 && (
        <Select
          label={t('surveys.join')}
          labelUnseen
          value={join}
          choices={[
            { value: 'all', label: t('surveys.join_all') },
            { value: 'any', label: t('surveys.join_any') },
          ]}
          onChoose={(chosen) => onChange({ join: chosen, rules })}
        />
      )}
      <ul>
        {rules.map((rule, at) => (
          <li key={at} class="rule-line">
            {'q' in rule ? (
              <ConditionField
                condition={rule}
                questions={questions}
                onChange={(changed) => withRule(at, changed)}
              />
            ) : (
              <GroupField
                group={groupOf(rule)}
                before={before}
                depth={depth + 1}
                onChange={({ join: inner, rules: all }) =>
                  withRule(at, all.length === 0 ? undefined : inner === 'all' ? { all } : { any: all })
                }
              />
            )}
            {'q' in rule && (
              <IconButton
                icon={X}
                size={14}
                label={t('surveys.condition_remove')}
                onClick={() => withRule(at, undefined)}
              />
            )}
          </li>
        ))}
      </ul>
      <div class="rule-add">
        <Button kind="bare" icon={Plus} onClick={() => add(firstCondition(form, questions))}>
          {t('surveys.add_condition')}
        </Button>
        {depth < DEPTH_OFFERED && (
          <Button
            kind="bare"
            icon={Plus}
            onClick={() => {
              const inner = [firstCondition(form, questions), firstCondition(form, questions)];
              add(join === 'all' ? { any: inner } : { all: inner });
            }}
          >
            {t('surveys.add_group')}
          </Button>
        )}
      </div>
    </div>
  );
}
