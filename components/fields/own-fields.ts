import { useEffect } from 'preact/hooks';
import { ownLabels } from '@/components/contacts/field-words';
import { useQuery } from '@/components/query/use-query';
import type { CustomField } from '@/lib/crm/settings';

/** A field of the user's own with the name under which facts bear it. */
export interface OwnField extends CustomField {
  key: string;
}

/**
 * The fields of the user's own, by their labels.
 * @param asked whether they are needed yet
 */
export function useOwnFields(asked = true): OwnField[] {
  const settings = useQuery('settings.get', asked ? {} : null, { keep: true });
  return Object.entries(settings.value?.settings.fields ?? {})
    .map(([key, field]) => ({ ...field, key }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** Calls the user's own fields by their labels wherever a fact is named. */
export function useOwnLabels(): void {
  const fields = useOwnFields();
  const labels = JSON.stringify(Object.fromEntries(fields.map(({ key, label }) => [key, label])));
  useEffect(() => {
    ownLabels.value = JSON.parse(labels);
  }, [labels]);
}
