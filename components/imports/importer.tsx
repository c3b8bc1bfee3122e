import { useCallback } from 'preact/hooks';
import { LazyBring } from '@/components/responses/bring/lazy-bring';
import { t } from '@/lib/i18n';
import { current, pickBrought, surveyInSight, take } from './brought-file';
import { ImportDialog } from './import-dialog';
import type { NextSheet } from './next-sheet';
import { useDrop } from './use-drop';
import { WorkbookDialog } from './workbook-dialog';

/** What the file picker offers. Files may also be dropped. Older workbooks and those of others can be chosen to be told what to do. */
const KINDS = '.vcf,.csv,.xlsx,.xlsm,.xls,.ods,.tsv,.txt,.ldif,.ldi,text/vcard,text/csv';

function close(): void {
  current.value = null;
}

/** Asks for a file to import, within a click. */
export const pickImport = (): Promise<void> => pickBrought(KINDS);

/** Lets files be dropped anywhere on the page, and shows what each would bring. Stands once on a page. */
export function Importer() {
  const over = useDrop(useCallback((file: File) => void take(file), []));
  const brought = current.value;
  const key = brought ? `${brought.file.name} ${brought.file.lastModified}` : '';
  const [sheet, ...others] = brought?.others ?? [];
  const next: NextSheet | undefined = sheet && {
    name: sheet.name,
    open: () => {
      // What holds answers is told by each sheet, but for the survey in whose results the workbook was dropped.
      const answers = brought?.answers?.surveyId === undefined ? null : brought.answers;
      current.value = { file: sheet.file, is: 'sheet', others, answers };
    },
  };
  return (
    <>
      {over && (
        <div class="import-drop">{t(surveyInSight.value ? 'importing.drop_answers' : 'importing.drop')}</div>
      )}
      {brought?.is === 'archive' && (
        <WorkbookDialog
          key={key}
          file={brought.file}
          onSheet={({ file }, others) => {
            current.value = { ...brought, file, is: 'sheet', others };
          }}
          onClose={close}
        />
      )}
      {brought && brought.is !== 'archive' && brought.answers && (
        <LazyBring
          key={key}
          file={brought.file}
          isSheet={brought.is === 'sheet'}
          surveyId={brought.answers.surveyId}
          next={next}
          onClose={close}
        />
      )}
      {brought && brought.is !== 'archive' && !brought.answers && (
        <ImportDialog
          key={key}
          file={brought.file}
          isSheet={brought.is === 'sheet'}
          next={next}
          onClose={close}
          onAnswers={() => {
            current.value = { ...brought, answers: { surveyId: undefined } };
          }}
        />
      )}
    </>
  );
}
