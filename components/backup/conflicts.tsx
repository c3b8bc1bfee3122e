import { fieldWords, valueWords } from '@/components/history/change-words';
import { RadioGroup } from '@/components/ui/radio-group';
import type { BackupPreview, ConflictView } from '@/lib/api/data-views';
import { t } from '@/lib/i18n';
import { dateTime } from '@/lib/i18n/format';
import './backup.css';

type Side = 'mine' | 'theirs';

/** Which state of a row holds where both were changed. */
export interface Choices {
  otherwise: Side | 'later';
  /** By the key of the conflict. */
  single: Readonly<Record<string, Side>>;
}

interface ConflictsProps {
  preview: BackupPreview;
  choices: Choices;
  onChoose(choices: Choices): void;
}

/** Rows that were changed here and in the backup, side by side. Those that are not decided one by one follow the rule for all. */
export function Conflicts({ preview, choices, onChoose }: ConflictsProps) {
  const { conflicts, conflictCount } = preview;
  return (
    <section aria-label={t('data.conflicts', { count: conflictCount })}>
      <p>
        <strong>{t('data.conflicts', { count: conflictCount })}</strong>
      </p>
      <RadioGroup
        label={t('data.conflicts_all')}
        inline
        value={choices.otherwise}
        choices={[
          { value: 'later' as const, label: t('data.conflicts_later') },
          { value: 'mine' as const, label: t('data.conflicts_mine') },
          { value: 'theirs' as const, label: t('data.conflicts_theirs') },
        ]}
        onChoose={(otherwise) => onChoose({ otherwise, single: {} })}
      />
      <ul class="conflict-list">
        {conflicts.map((one) => (
          <li key={one.key}>
            <Conflict
              conflict={one}
              side={
                choices.single[one.key] ?? (choices.otherwise === 'later' ? one.later : choices.otherwise)
              }
              onChoose={(side) => onChoose({ ...choices, single: { ...choices.single, [one.key]: side } })}
            />
          </li>
        ))}
        {conflictCount > conflicts.length && (
          <li class="quiet-text">{t('data.retention_more', { count: conflictCount - conflicts.length })}</li>
        )}
      </ul>
    </section>
  );
}

function Conflict({
  conflict,
  side,
  onChoose,
}: {
  conflict: ConflictView;
  side: Side;
  onChoose(side: Side): void;
}) {
  const { table, name, fields, mineAt, theirsAt } = conflict;
  const called = name || t('data.conflict_unnamed');
  const here = t('data.conflict_here', { when: dateTime(mineAt, Date.now()) });
  const backup = t('data.conflict_backup', { when: dateTime(theirsAt, Date.now()) });
  const shown = (field: ConflictView['fields'][number], value: string | null) =>
    value === null ? t('data.conflict_empty') : valueWords({ table, ...field }, value, Date.now());
  return (
    <>
      <table class="conflict">
        <caption>{called}</caption>
        <thead>
          <tr>
            <th scope="col">{t('data.conflict_field')}</th>
            <th scope="col">{here}</th>
            <th scope="col">{backup}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((one, index) => (
            <tr key={index}>
              <th scope="row">{fieldWords({ table, ...one })}</th>
              <td class={side === 'mine' ? 'holds' : undefined}>{shown(one, one.mine)}</td>
              <td class={side === 'theirs' ? 'holds' : undefined}>{shown(one, one.theirs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <RadioGroup
        label={t('data.conflict_of', { name: called })}
        labelUnseen
        inline
        value={side}
        choices={[
          { value: 'mine' as const, label: t('data.conflicts_mine') },
          { value: 'theirs' as const, label: t('data.conflicts_theirs') },
        ]}
        onChoose={onChoose}
      />
    </>
  );
}
