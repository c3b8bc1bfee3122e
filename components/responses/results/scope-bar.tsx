import { X } from 'lucide';
import { useQuery } from '@/components/query/use-query';
import { DayField } from '@/components/surveys/day-field';
import { Button, IconButton } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import { Select } from '@/components/ui/select';
import { t } from '@/lib/i18n';

/** Which answers the results rest on. Days are local, both included. */
export interface ResultsScope {
  tagId: string;
  from: string;
  to: string;
  lang: string;
  aside: boolean;
}

export const ALL: ResultsScope = { tagId: '', from: '', to: '', lang: '', aside: false };

/** What was chosen of a scope, as operations take it: what was not says nothing. */
export function given({ tagId, from, to, lang, aside }: ResultsScope) {
  return {
    aside,
    ...(tagId ? { tagId } : {}),
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
      {langs.length > 1 && (
        <Select
          label={t('results.lang')}
          value={scope.lang}
          choices={[
            { value: '', label: t('results.lang_any') },
            ...langs.map((lang) => ({ value: lang, label: lang })),
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
  if (!tags.value || tags.value.length === 0) return null;
  const chosen = tags.value.find((tag) => tag.id === tagId);
  if (chosen) {
    const name = chosen.path.join(' / ');
    return (
      <span class="filter">
        {name}
        <IconButton icon={X} size={14} label={t('results.tag_remove', { name })} onClick={() => onTag('')} />
      </span>
    );
  }
  return (
    <Combobox
      label={t('results.tag')}
      placeholder={t('results.tag_any')}
      options={tags.value.map((tag) => ({ value: tag.id, label: tag.path.join(' / ') }))}
      onChoose={onTag}
    />
  );
}
