import { useEffect, useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNote } from '@/components/ui/error-note';
import { Progress } from '@/components/ui/progress';
import { RadioGroup } from '@/components/ui/radio-group';
import type { SheetView } from '@/lib/api/import-views';
import { t } from '@/lib/i18n';
import { problemWords } from './problem-words';
import { useFile } from './use-preview';

/** A sheet of a workbook, as a file of its own. */
export interface SheetFile {
  name: string;
  file: File;
}

interface WorkbookDialogProps {
  file: File;
  /** One sheet, as a file of its own; and those that are shown besides, in the order in which they may follow. */
  onSheet(sheet: SheetFile, others: SheetFile[]): void;
  onClose(): void;
}

/** Opens a workbook, and asks which of its sheets is meant; of one that has a single sheet nothing is asked. */
export function WorkbookDialog({ file, onSheet, onClose }: WorkbookDialogProps) {
  const { value: sheets, error } = useFile('imports.sheets', { file });
  const [chosen, setChosen] = useState(0);
  const only = sheets?.length === 1 ? sheets[0] : undefined;
  useEffect(() => {
    if (only) onSheet(asFile(only, file, file.name), []);
  }, [only]);
  const open = () => {
    const [sheet, ...others] = [...(sheets ?? []).slice(chosen), ...(sheets ?? []).slice(0, chosen)];
    if (!sheet) return;
    const named = (one: SheetView) => asFile(one, file, `${file.name} · ${one.name}`);
    onSheet(named(sheet), others.filter((one) => !one.isHidden).map(named));
  };
  return (
    <Dialog
      class="import-dialog"
      title={t('importing.title', { name: file.name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          {sheets && !only && (
            <Button kind="ink" onClick={open}>
              {t('importing.read_sheet')}
            </Button>
          )}
        </>
      }
    >
      {error != null && <ErrorNote what={problemWords(error)} todo={t('importing.unchanged')} />}
      {!sheets && error == null && <Progress label={t('importing.reading')} />}
      {sheets && !only && (
        <>
          <RadioGroup
            label={t('importing.which_sheet')}
            value={String(chosen)}
            choices={sheets.map((one, at) => ({ value: String(at), label: one.name, hint: hintOf(one) }))}
            onChoose={(at) => setChosen(Number(at))}
          />
          <p class="quiet-text small sheets-hint">{t('importing.other_sheets')}</p>
        </>
      )}
    </Dialog>
  );
}

function asFile(sheet: SheetView, book: File, name: string): SheetFile {
  return { name: sheet.name, file: new File([sheet.file], name, { lastModified: book.lastModified }) };
}

function hintOf({ rows, isHidden }: SheetView): string {
  const count = t('importing.sheet_rows', { count: rows });
  return isHidden ? `${count} · ${t('importing.sheet_hidden')}` : count;
}
