import { useOwnFields } from '@/components/fields/own-fields';
import { ValueField } from '@/components/fields/value-field';
import type { Clause } from '@/lib/crm/segments';
import { t } from '@/lib/i18n';
import { Words } from './clause-fields';
import { RangeField } from './range-field';

type TextClause = Extract<Clause, { ask: 'fact' | 'point' }>;

const OF_FACTS = ['is', 'isNot', 'contains', 'empty', 'filled', 'range'] as const;
const OF_POINTS = ['filled', 'empty', 'contains'] as const;

/** What the values of a field, or of a way to reach somebody, are to be. */
export function TextFields({ clause, onChange }: { clause: TextClause; onChange(clause: Clause): void }) {
  const own = useOwnFields();
  const wantsValue = clause.has === 'is' || clause.has === 'isNot' || clause.has === 'contains';
  const field = clause.ask === 'fact' ? own.find(({ key }) => key === clause.field) : undefined;
  return (
    <>
      <Words
        label={t('segments.has')}
        value={clause.has}
        of={clause.ask === 'fact' ? OF_FACTS : OF_POINTS}
        words={(has) => t(`segments.has_${has}`)}
        onChoose={(has) => onChange({ ...clause, has } as Clause)}
      />
      {wantsValue && (
        <ValueField
          field={field}
          value={clause.value ?? ''}
          onInput={(value) => onChange({ ...clause, value })}
        />
      )}
      {clause.ask === 'fact' && clause.has === 'range' && (
        <RangeField range={clause.range ?? {}} onRange={(range) => onChange({ ...clause, range })} />
      )}
    </>
  );
}
