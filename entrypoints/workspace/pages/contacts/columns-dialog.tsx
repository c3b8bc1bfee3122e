import { useSetDevice } from '@/components/settings/use-set-device';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { t } from '@/lib/i18n';
import { COLUMN_TITLES } from './columns';

interface ColumnsDialogProps {
  chosen: readonly string[];
  onClose(): void;
}

/** Which columns the table has on this device. */
export function ColumnsDialog({ chosen, onClose }: ColumnsDialogProps) {
  const set = useSetDevice();
  return (
    <Dialog
      title={t('workspace.columns')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={() => void set({ columns: null })}>{t('workspace.columns_usual')}</Button>
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
          onToggle={(on) =>
            void set({ columns: on ? [...chosen, id] : chosen.filter((column) => column !== id) })
          }
        />
      ))}
    </Dialog>
  );
}
