import { Dialog } from '@/components/ui/dialog';
import { t } from '@/lib/i18n';
import { DealForm } from './deal-form';

interface AddDealProps {
  contact?: { id: string; name: string } | null;
  stageId?: string;
  onClose(): void;
  onAdded(id: string): void;
}

/** A new deal, from the board or from a contact. */
export function AddDeal({ onClose, onAdded, ...known }: AddDealProps) {
  return (
    <Dialog title={t('deals.new')} onClose={onClose}>
      <DealForm
        {...known}
        onCancel={onClose}
        onDone={(id) => {
          onClose();
          onAdded(id);
        }}
      />
    </Dialog>
  );
}
