import { useState } from 'preact/hooks';
import { FindContact } from '@/components/contacts/find-contact';
import { Dialog } from '@/components/ui/dialog';
import { t } from '@/lib/i18n';
import { MergeDialog } from './merge-dialog';

interface MergeWithProps {
  id: string;
  name: string;
  onClose(): void;
  onMerged(id: string): void;
}

/** Two contacts of whom the user alone knows that they are one: the other is found by name. */
export function MergeWith({ id, name, onClose, onMerged }: MergeWithProps) {
  const [other, setOther] = useState<string | null>(null);
  if (other) return <MergeDialog ids={[id, other]} onClose={onClose} onMerged={onMerged} />;
  return (
    <Dialog title={t('duplicates.merge_with_whom', { name })} onClose={onClose}>
      <FindContact focused onFound={(hit) => hit.id !== id && setOther(hit.id)} />
    </Dialog>
  );
}
