import { signal } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import { pickFile } from '@/components/backup/pick-file';
import { toast } from '@/components/ui/toast';
import type { MOST_BYTES } from '@/lib/exchange/files';
import { t } from '@/lib/i18n';
import { ImportDialog } from './import-dialog';
import { useDrop } from './use-drop';

/** What the file picker offers. Files may also be dropped. */
const KINDS = '.vcf,.csv,.tsv,.txt,.ldif,.ldi,text/vcard,text/csv';
/** Larger files are no address book: the reader takes no more. */
const LARGEST_BYTES: typeof MOST_BYTES = 100_000_000;

/** The file that is being brought in. One at a time. */
const current = signal<File | null>(null);

function take(file: File): void {
  if (file.size > LARGEST_BYTES) toast(t('importing.too_large'), { failed: true });
  else current.value = file;
}

/** Asks for a file to import, within a click. */
export async function pickImport(): Promise<void> {
  const file = await pickFile(KINDS);
  if (file) take(file);
}

/** Lets files be dropped anywhere on the page, and shows what each would bring. Stands once on a page. */
export function Importer() {
  const over = useDrop(useCallback(take, []));
  return (
    <>
      {over && <div class="import-drop">{t('importing.drop')}</div>}
      {current.value && (
        <ImportDialog
          key={`${current.value.name} ${current.value.lastModified}`}
          file={current.value}
          onClose={() => {
            current.value = null;
          }}
        />
      )}
    </>
  );
}
