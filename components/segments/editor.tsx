import { useRef, useState } from 'preact/hooks';
import { perform } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { failureCode, failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { Names } from '@/lib/api/segment-views';
import type { Query } from '@/lib/crm/segments';
import { t } from '@/lib/i18n';
import { useBaseCurrency } from './currency';
import { askedQuery, isIncomplete, queryOfGroup, rootGroup } from './group';
import { GroupEditor } from './group-editor';
import { SegmentHere } from './here';
import { LiveCount } from './live-count';
import { queryWords } from './words';
import './segments.css';

interface EditorProps {
  /** Of a new one: made now. */
  id: string;
  name: string;
  query: Query;
  onSaved(): void;
  onCancel(): void;
}

/** What a segment asks, condition by condition, with whom that finds while it is changed. */
export function SegmentEditor({ id, name: first, query: begun, onSaved, onCancel }: EditorProps) {
  const [name, setName] = useState(first);
  const [group, setGroup] = useState(() => rootGroup(begun));
  const [wanting, setWanting] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  useBaseCurrency();
  const query = askedQuery(queryOfGroup(group));
  const names = useNames();
  const sentence = queryWords(query, names);

  const save = async () => {
    const isWanting = group.parts.some(isIncomplete);
    setWanting(isWanting);
    setError(null);
    if (isWanting) return requestAnimationFrame(() => focusUnfinished(form.current));
    setBusy(true);
    // Without a name of its own it is called by what it asks.
    const called = name.trim() || sentence.slice(0, 80);
    try {
      await perform(desk, 'segments.put', { id, name: called, query }, t('segments.saved', { name: called }));
      onSaved();
    } catch (failure) {
      setError(failureCode(failure) === 'invalid' ? t('segments.put_ring') : failureWords(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <SegmentHere.Provider value={id}>
      <form
        ref={form}
        class="segment-editor"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field
          label={t('segments.name')}
          value={name}
          maxLength={80}
          placeholder={sentence.slice(0, 80)}
          error={error}
          onInput={setName}
        />
        <GroupEditor group={group} wanting={wanting} onChange={setGroup} />
        <p class="segment-sentence">{group.parts.length === 0 ? t('segments.no_conditions') : sentence}</p>
        <LiveCount query={query} />
        <div class="segment-actions">
          <Button type="submit" kind="ink" loading={busy}>
            {t('segments.save')}
          </Button>
          <Button onClick={onCancel}>{t('common.cancel')}</Button>
        </div>
      </form>
    </SegmentHere.Provider>
  );
}

/** Goes to the first condition that wants something yet. */
function focusUnfinished(form: HTMLFormElement | null): void {
  const part = form?.querySelector('.segment-unfinished')?.closest('fieldset');
  const field = part?.querySelector<HTMLElement>('input') ?? part?.querySelector<HTMLElement>('select');
  field?.focus();
}

/** What ids are called while a query is being made. */
function useNames(): Names {
  const tags = useQuery('tags.tree', {}, { keep: true });
  const segments = useQuery('segments.names', {}, { keep: true });
  const surveys = useQuery('surveys.list', {}, { keep: true });
  const companies = useQuery('companies.list', {}, { keep: true });
  const settings = useQuery('settings.get', {}, { keep: true });
  return Object.fromEntries([
    ...(tags.value ?? []).map(({ id, path }) => [id, path.join(' / ')]),
    ...(segments.value ?? []).map(({ id, name }) => [id, name]),
    ...(settings.value?.settings.tiers ?? []).map(({ id, name }) => [id, name]),
    ...(surveys.value ?? []).map(({ id, name }) => [id, name]),
    ...(companies.value ?? []).map(({ id, name }) => [id, name]),
  ]);
}
