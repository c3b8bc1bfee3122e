import { signal } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import { pickFile } from '@/components/backup/pick-file';
import { toast } from '@/components/ui/toast';
import { t } from '@/lib/i18n';
import { ImportDialog, type ReadFile } from './import-dialog';
import { useDrop } from './use-drop';

/** What the file picker offers. Files may also be dropped. */
const KINDS = '.vcf,.csv,.tsv,.txt,text/vcard,text/csv';
/** Larger files are no address book. */
const LARGEST_BYTES = 50_000_000;

/** The file that is being imported. One at a time. */
const current = signal<ReadFile | null>(null);

/** Bytes of a file as text, whatever its encoding. */
export type Decode = (bytes: Uint8Array) => string;

async function take(file: File, decode: Decode): Promise<void> {
  if (file.size > LARGEST_BYTES) {
    toast(t('workspace.import_too_large'), { failed: true });
    return;
  }
  current.value = { name: file.name, text: decode(new Uint8Array(await file.arrayBuffer())) };
}

/** Asks for a file to import, within a click. */
export async function pickImport(decode: Decode): Promise<void> {
  const file = await pickFile(KINDS);
  if (file) await take(file, decode);
}

/** Lets files be dropped anywhere on the page, and shows what each would bring. Stands once on a page. */
export function Importer({ decode }: { decode: Decode }) {
  const over = useDrop(useCallback((file: File) => void take(file, decode), [decode]));
  return (
    <>
      {over && <div class="import-drop">{t('workspace.import_drop')}</div>}
      {current.value && (
        <ImportDialog
          file={current.value}
          onClose={() => {
            current.value = null;
          }}
        />
      )}
    </>
  );
}
