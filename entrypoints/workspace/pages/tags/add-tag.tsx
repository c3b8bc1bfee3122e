import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { t } from '@/lib/i18n';

/** Makes a tag by its path. */
export function AddTag() {
  const [path, setPath] = useState('');
  const { run, busy, error } = useCommand();
  const add = async (event: Event) => {
    event.preventDefault();
    if (!path.trim()) return;
    if (await run('tags.add', { path }, t('workspace.tag_added', { name: path.trim() }))) setPath('');
  };
  return (
    <form class="setting-add" onSubmit={add}>
      <Field
        label={t('workspace.tag_new')}
        hint={t('workspace.tag_new_hint')}
        value={path}
        error={error}
        onInput={setPath}
      />
      <Button type="submit" loading={busy}>
        {t('common.add_tag')}
      </Button>
    </form>
  );
}
