import { useState } from 'preact/hooks';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import { Select } from '@/components/ui/select';
import type { Clause } from '@/lib/crm/segments';
import { t } from '@/lib/i18n';
import { askWords } from './asks';
import { Words } from './clause-fields';
import { UNCHOSEN } from './group';
import { useSegmentId } from './here';

type NamedClause = Extract<Clause, { ask: 'tag' | 'company' | 'segment' | 'answer' }>;

interface NamedFieldProps {
  clause: NamedClause;
  onChange(clause: Clause): void;
}

/** Which tag, company, segment or survey. */
export function NamedField({ clause, onChange }: NamedFieldProps) {
  if (clause.ask === 'answer') return <SurveyField clause={clause} onChange={onChange} />;
  const id = idOf(clause);
  return (
    <>
      <Words
        label={t('segments.has')}
        value={clause.has ? 'with' : 'without'}
        of={['with', 'without']}
        words={(word) => t(`segments.${word}`)}
        onChoose={(word) => onChange({ ...clause, has: word === 'with' })}
      />
      <Chosen clause={clause} id={id} onChoose={(chosen) => onChange(withId(clause, chosen))} />
    </>
  );
}

function Chosen({
  clause,
  id,
  onChoose,
}: {
  clause: Exclude<NamedClause, { ask: 'answer' }>;
  id: string;
  onChoose(id: string): void;
}) {
  const [changing, setChanging] = useState(false);
  const { options, nameOf, onText } = useOptions(clause.ask, id);
  const what = askWords(clause);
  if (id !== UNCHOSEN && !changing) {
    const name = nameOf(id) ?? t('segments.gone');
    return (
      <Button
        class="segment-chosen"
        onClick={() => setChanging(true)}
        aria-label={t('segments.chosen', { what, name })}
      >
        {name}
      </Button>
    );
  }
  return (
    <Combobox
      label={what}
      labelUnseen
      placeholder={t('segments.choose')}
      autofocus={changing}
      options={options}
      onText={onText}
      onChoose={(chosen) => {
        setChanging(false);
        onChoose(chosen);
      }}
    />
  );
}

/** What may be chosen of a noun, and what the chosen one is called. */
function useOptions(ask: 'tag' | 'company' | 'segment', id: string) {
  const [text, setText] = useState('');
  const here = useSegmentId();
  const tags = useQuery('tags.tree', ask === 'tag' ? {} : null, { keep: true });
  const companies = useQuery('companies.find', ask === 'company' ? { text, limit: 12 } : null, {
    keep: true,
  });
  const company = useQuery('companies.view', ask === 'company' && id !== UNCHOSEN ? { id } : null);
  const segments = useQuery('segments.names', ask === 'segment' ? {} : null, { keep: true });
  const options: ComboboxOption[] = [
    ...(tags.value ?? []).map((tag) => ({ value: tag.id, label: tag.path.join(' / ') })),
    ...(companies.value ?? []).map((one) => ({ value: one.id, label: one.name })),
    ...(segments.value ?? [])
      .filter((one) => one.id !== here)
      .map((one) => ({ value: one.id, label: one.name })),
  ];
  const nameOf = (wanted: string) =>
    options.find(({ value }) => value === wanted)?.label ?? company.value?.name;
  return { options, nameOf, onText: setText };
}

function idOf(clause: Exclude<NamedClause, { ask: 'answer' }>): string {
  if (clause.ask === 'tag') return clause.tagId;
  return clause.ask === 'company' ? clause.companyId : clause.segmentId;
}

function withId(clause: Exclude<NamedClause, { ask: 'answer' }>, id: string): Clause {
  if (clause.ask === 'tag') return { ...clause, tagId: id };
  return clause.ask === 'company' ? { ...clause, companyId: id } : { ...clause, segmentId: id };
}

function SurveyField({
  clause,
  onChange,
}: {
  clause: Extract<Clause, { ask: 'answer' }>;
  onChange(clause: Clause): void;
}) {
  const surveys = useQuery('surveys.list', {}, { keep: true });
  return (
    <Select
      label={t('surveys.surveys')}
      value={clause.surveyId ?? ''}
      choices={[
        { value: '', label: t('segments.survey_any') },
        ...(surveys.value ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChoose={(id) => onChange({ ...clause, surveyId: id || null })}
    />
  );
}
