import { useCallback } from 'preact/hooks';
import { LazyBring } from '@/components/responses/bring/lazy-bring';
import { t } from '@/lib/i18n';
import { current, pickBrought, surveyInSight, take } from './brought-file';
import { ImportDialog } from './import-dialog';
import { useDrop } from './use-drop';
import { WorkbookDialog } from './workbook-dialog';

/** What the file picker offers. Files may also be dropped. */
const KINDS = '.vcf,.csv,.xlsx,.xlsm,.tsv,.txt,.ldif,.ldi,text/vcard,text/csv';

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
  return (
    <>
      {over && (
        <div class="import-drop">{t(surveyInSight.value ? 'importing.drop_answers' : 'importing.drop')}</div>
      )}
      {brought?.is === 'archive' && (
        <WorkbookDialog
          key={key}
          file={brought.file}
          onSheet={(file) => {
            current.value = { ...brought, file, is: 'sheet' };
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
          onClose={close}
        />
      )}
      {brought && brought.is !== 'archive' && !brought.answers && (
        <ImportDialog
          key={key}
          file={brought.file}
          isSheet={brought.is === 'sheet'}
          onClose={close}
          onAnswers={() => {
            current.value = { ...brought, answers: { surveyId: undefined } };
          }}
        />
      )}
    </>
  );
}
