import { useRef, useState } from 'preact/hooks';
import { askQuietly, useCommand } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { Combobox } from '@/components/ui/combobox';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNote } from '@/components/ui/error-note';
import type { Result } from '@/lib/api/client';
import { t } from '@/lib/i18n';

interface MergeCompanyProps {
  id: string;
  name: string;
  onClose(): void;
  onMerged(id: string): void;
}

/** A company that another one is: its people and values go to the one that is found. */
export function MergeCompany({ id, name, onClose, onMerged }: MergeCompanyProps) {
  const { client } = useDesk();
  const [found, setFound] = useState<Result<'companies.find'>>([]);
  const [asked, setAsked] = useState('');
  const { run, error } = useCommand();
  const newest = useRef('');
  const find = async (text: string) => {
    newest.current = text;
    const hits = text.trim() ? await askQuietly(client, 'companies.find', { text }) : [];
    if (newest.current !== text) return;
    setFound((hits ?? []).filter((one) => one.id !== id));
    setAsked(text);
  };
  const merge = async (into: string) => {
    const other = found.find((one) => one.id === into)?.name ?? '';
    const done = await run(
      'companies.merge',
      { into, from: id },
      t('duplicates.merged_into', { name: other }),
    );
    if (!done) return;
    onClose();
    onMerged(into);
  };
  return (
    <Dialog title={t('duplicates.merge_with_whom', { name })} onClose={onClose}>
      <p class="small quiet-text">{t('duplicates.company_how')}</p>
      <Combobox
        label={t('common.company')}
        labelUnseen
        placeholder={t('common.company')}
        hint={asked !== '' && found.length === 0 ? t('common.nothing_found') : undefined}
        options={found.map((one) => ({ value: one.id, label: one.name, keywords: asked }))}
        onText={(text) => void find(text)}
        onChoose={(into) => void merge(into)}
      />
      {error && <ErrorNote what={t('common.not_saved')} todo={error} />}
    </Dialog>
  );
}
