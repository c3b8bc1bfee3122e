import { useEffect, useState } from 'preact/hooks';
import { askQuietly } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { useQuery } from '@/components/query/use-query';
import { Field } from '@/components/ui/field';
import { t } from '@/lib/i18n';

/** How the user signs: asked where a template has the field for it, and kept when the field is left. */
export function MyName() {
  const { client } = useDesk();
  const settings = useQuery('settings.get', {});
  const [typed, setTyped] = useState<string | null>(null);
  const kept = settings.value?.settings.myName ?? '';
  useEffect(() => setTyped(null), [kept]);
  const keep = () => {
    if (typed !== null && typed.trim() !== kept)
      void askQuietly(client, 'settings.set', { settings: { myName: typed.trim() } });
  };
  return (
    <Field
      label={t('templates.my_name')}
      hint={t('templates.my_name_hint')}
      value={typed ?? kept}
      maxLength={120}
      autocomplete="name"
      onInput={setTyped}
      onBlur={keep}
    />
  );
}
