import { X } from 'lucide';
import { useId, useRef } from 'preact/hooks';
import { useOwnFields } from '@/components/fields/own-fields';
import { Button, IconButton } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Select } from '@/components/ui/select';
import type { Clause, Query } from '@/lib/crm/segments';
import { t } from '@/lib/i18n';
import { asks, askWords } from './asks';
import { ClauseFields } from './clause-fields';
import { type Group, groupOf, isUnfinished, type Join, queryOfGroup } from './group';

interface GroupEditorProps {
  group: Group;
  onChange(group: Group): void;
  /** How many groups it stands in. */
  depth?: number;
  /** What is not finished is to be marked. */
  wanting?: boolean;
  onRemove?(): void;
}

/** Groups stand in each other so deep: what is deeper nobody reads. */
const DEEPEST = 2;

/** Conditions that are joined: each a line, with one more to add. A group within it is drawn the same. */
export function GroupEditor({ group, onChange, depth = 0, wanting = false, onRemove }: GroupEditorProps) {
  const own = useOwnFields();
  const box = useRef<HTMLFieldSetElement>(null);
  const all = asks(own);
  const put = (parts: Query[]) => onChange({ ...group, parts });
  const change = (at: number, part: Query) =>
    put(group.parts.map((one, place) => (place === at ? part : one)));
  const remove = (at: number) => {
    put(group.parts.filter((_, place) => place !== at));
    // What is pressed goes away: the way to add one more is next.
    box.current?.querySelector<HTMLElement>('.segment-add input')?.focus();
  };
  const add = (clause: Clause) => {
    put([...group.parts, clause]);
    requestAnimationFrame(() => {
      const rows = box.current?.querySelectorAll<HTMLElement>(':scope > ol > li');
      rows
        ?.item(rows.length - 1)
        ?.querySelector<HTMLElement>('select, input')
        ?.focus();
    });
  };

  return (
    <fieldset class="segment-group" ref={box}>
      <legend class="unseen">{depth === 0 ? t('segments.group') : t('segments.group_inside')}</legend>
      <div class="segment-join">
        <Select
          label={t('segments.group')}
          labelUnseen
          value={group.join}
          choices={JOINS.map((join) => ({ value: join, label: t(`segments.${join}_of`) }))}
          onChoose={(join) => onChange({ ...group, join })}
        />
        {onRemove && <IconButton icon={X} size={14} label={t('segments.remove_group')} onClick={onRemove} />}
      </div>
      <ol class="segment-parts">
        {group.parts.map((part, at) => {
          const inner = groupOf(part);
          return (
            <li key={at}>
              {inner ? (
                <GroupEditor
                  group={inner}
                  depth={depth + 1}
                  wanting={wanting}
                  onChange={(next) => change(at, queryOfGroup(next))}
                  onRemove={() => remove(at)}
                />
              ) : (
                <ConditionRow
                  clause={part as Clause}
                  n={at + 1}
                  wanting={wanting}
                  onChange={(clause) => change(at, clause)}
                  onRemove={() => remove(at)}
                />
              )}
            </li>
          );
        })}
      </ol>
      {wanting && depth > 0 && group.parts.length === 0 && (
        <p class="segment-unfinished late small">{t('segments.unfinished_group')}</p>
      )}
      <div class="segment-add">
        <Combobox
          label={t('segments.add_condition')}
          labelUnseen
          placeholder={t('segments.ask_placeholder')}
          options={all.map(({ id, label, hint }) => ({ value: id, label, hint }))}
          onChoose={(id) => {
            const ask = all.find((one) => one.id === id);
            if (ask) add(ask.make());
          }}
        />
        {depth < DEEPEST && (
          <Button kind="bare" onClick={() => put([...group.parts, { any: [] }])}>
            {t('segments.add_group')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

const JOINS: readonly Join[] = ['all', 'any', 'none'];

interface ConditionRowProps {
  clause: Clause;
  n: number;
  wanting: boolean;
  onChange(clause: Clause): void;
  onRemove(): void;
}

function ConditionRow({ clause, n, wanting, onChange, onRemove }: ConditionRowProps) {
  const what = askWords(clause);
  const isWanting = wanting && isUnfinished(clause);
  const line = useId();
  return (
    <fieldset class="segment-condition" aria-describedby={isWanting ? line : undefined}>
      <legend class="unseen">{t('segments.condition', { n, what })}</legend>
      <span class="segment-what">{what}</span>
      <ClauseFields clause={clause} onChange={onChange} />
      <IconButton icon={X} size={14} label={t('segments.remove_condition', { n })} onClick={onRemove} />
      {isWanting && (
        <p id={line} class="segment-unfinished late small">
          {t('segments.unfinished')}
        </p>
      )}
    </fieldset>
  );
}
