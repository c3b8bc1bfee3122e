import { X } from 'lucide';
import { useQuery } from '@/components/query/use-query';
import { DayField } from '@/components/surveys/day-field';
import { languageName } from '@/components/surveys/draft/languages';
import { Button, IconButton } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import { Select } from '@/components/ui/select';
import { t } from '@/lib/i18n';

/** Which answers the results rest on. Days are local, both included. */
export interface ResultsScope {
  tagId: string;
  segmentId: string;
  from: string;
  to: string;
  lang: string;
  aside: boolean;
}

export const ALL: ResultsScope = { tagId: '', segmentId: '', from: '', to: '', lang: '', aside: false };

/** What was chosen of a scope, as operations take it: what was not says nothing. */
export function given({ tagId, segmentId, from, to, lang, aside }: ResultsScope) {
  return {
    aside,
    ...(tagId ? { tagId } : {}),
    ...(segmentId ? { segmentId } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(lang ? { lang } : {}),
  };
}

interface ScopeBarProps {
  scope: ResultsScope;
  /** Languages that the survey was asked in. */
  langs: string[];
  onScope(scope: ResultsScope): void;
}

/** Narrows the results down to a time, a tag, a language. */
export function ScopeBar({ scope, langs, onScope }: ScopeBarProps) {
  const set = (part: Partial<ResultsScope>) => onScope({ ...scope, ...part });
  return (
    <fieldset class="scope">
      <legend class="unseen">{t('results.filters')}</legend>
      <DayField label={t('results.from')} value={scope.from} onDay={(from) => set({ from })} />
      <DayField label={t('results.to')} value={scope.to} onDay={(to) => set({ to })} />
      <TagScope tagId={scope.tagId} onTag={(tagId) => set({ tagId })} />
      <SegmentScope segmentId={scope.segmentId} onSegment={(segmentId) => set({ segmentId })} />
      {langs.length > 1 && (
        <Select
          label={t('results.lang')}
          value={scope.lang}
          choices={[
            { value: '', label: t('results.lang_any') },
            ...langs.map((one) => ({ value: one, label: languageName(one) })),
          ]}
          onChoose={(lang) => set({ lang })}
        />
      )}
      <Checkbox label={t('results.with_aside')} checked={scope.aside} onToggle={(aside) => set({ aside })} />
      {JSON.stringify(scope) !== JSON.stringify(ALL) && (
        <Button kind="bare" onClick={() => onScope(ALL)}>
          {t('results.clear')}
        </Button>
      )}
    </fieldset>
  );
}

function TagScope({ tagId, onTag }: { tagId: string; onTag(tagId: string): void }) {
  const tags = useQuery('tags.tree', {});
  return (
    <GroupScope
      label={t('results.tag')}
      any={t('results.tag_any')}
      options={(tags.value ?? []).map((tag) => ({ value: tag.id, label: tag.path.join(' / ') }))}
      chosen={tagId}
      removeWords={(name) => t('results.tag_remove', { name })}
      onChoose={onTag}
    />
  );
}

interface SegmentScopeProps {
  segmentId: string;
  onSegment(segmentId: string): void;
}

function SegmentScope({ segmentId, onSegment }: SegmentScopeProps) {
  const segments = useQuery('segments.names', {});
  return (
    <GroupScope
      label={t('schedules.segment')}
      any={t('schedules.segment_any')}
      options={(segments.value ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      chosen={segmentId}
      removeWords={(name) => t('schedules.segment_remove', { name })}
      onChoose={onSegment}
    />
  );
}

interface GroupScopeProps {
  label: string;
  /** What stands in the field while none is chosen. */
  any: string;
  options: ComboboxOption[];
  chosen: string;
  removeWords(name: string): string;
  onChoose(id: string): void;
}

/** One of a kind of groups, or all of it; where there is none of that kind it is not asked. */
function GroupScope({ label, any, options, chosen, removeWords, onChoose }: GroupScopeProps) {
  if (options.length === 0) return null;
  const found = options.find(({ value }) => value === chosen);
  if (found)
    return (
      <span class="filter">
        {found.label}
        <IconButton icon={X} size={14} label={removeWords(found.label)} onClick={() => onChoose('')} />
      </span>
    );
  return <Combobox label={label} placeholder={any} options={options} onChoose={onChoose} />;
}
