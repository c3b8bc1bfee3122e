import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { t } from '@/lib/i18n';
import { COLUMN_TITLES } from './columns';

interface ColumnsDialogProps {
  chosen: readonly string[];
  /** Null: the usual ones. */
  onChange(columns: string[] | null): void;
  onClose(): void;
}

/** Which columns the table has. */
export function ColumnsDialog({ chosen, onChange, onClose }: ColumnsDialogProps) {
  return (
    <Dialog
      title={t('workspace.columns')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => onChange(null)}>{t('workspace.columns_usual')}</Button>
          <Button kind="ink" onClick={onClose}>
            {t('common.close')}
          </Button>
        </>
      }
    >
      {Object.entries(COLUMN_TITLES).map(([id, key]) => (
        <Checkbox
          key={id}
          label={t(key)}
          checked={chosen.includes(id)}
          disabled={id === 'name'}
          onToggle={(on) => onChange(on ? [...chosen, id] : chosen.filter((column) => column !== id))}
        />
      ))}
    </Dialog>
  );
}
