import { useCallback } from 'preact/hooks';
import { LazyBring } from '@/components/responses/bring/lazy-bring';
import { t } from '@/lib/i18n';
import { current, pickBrought, surveyInSight, take } from './brought-file';
import { ImportDialog } from './import-dialog';
import { useDrop } from './use-drop';

/** What the file picker offers. Files may also be dropped. */
const KINDS = '.vcf,.csv,.tsv,.txt,.ldif,.ldi,text/vcard,text/csv';

function close(): void {
  current.value = null;
}

/** Asks for a file to import, within a click. */
export const pickImport = (): Promise<void> => pickBrought(KINDS);

/** Lets files be dropped anywhere on the page, and shows what each would bring. Stands once on a page. */
export function Importer() {
  const over = useDrop(useCallback((file: File) => take(file), []));
  const brought = current.value;
  return (
    <>
      {over && (
        <div class="import-drop">{t(surveyInSight.value ? 'importing.drop_answers' : 'importing.drop')}</div>
      )}
      {brought?.answers && (
        <LazyBring
          key={`${brought.file.name} ${brought.file.lastModified}`}
          file={brought.file}
          surveyId={brought.answers.surveyId}
          onClose={close}
        />
      )}
      {brought && !brought.answers && (
        <ImportDialog
          key={`${brought.file.name} ${brought.file.lastModified}`}
          file={brought.file}
          onClose={close}
          onAnswers={() => {
            current.value = { file: brought.file, answers: { surveyId: undefined } };
          }}
        />
      )}
    </>
  );
}
