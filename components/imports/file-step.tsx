import { Select } from '@/components/ui/select';
import type { FileHead } from '@/lib/api/import-views';
import type { ENCODINGS } from '@/lib/exchange/encoding-labels';
import type { Mapping } from '@/lib/exchange/mapping';
import { t } from '@/lib/i18n';
import { ColumnsTable } from './columns-table';
import { formatWords } from './format-words';

/** Those that the reader names, in its order: their type holds the two together. */
const OFFERED: typeof ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
];

interface EncodingChoiceProps {
  encoding: string;
  onEncoding(encoding: string): void;
}

/** In which encoding the bytes are read. */
export function EncodingChoice({ encoding, onEncoding }: EncodingChoiceProps) {
  // The one that the bytes tell stands among those offered.
  const known = new Set<string>([...OFFERED, encoding]);
  return (
    <Select
      label={t('importing.encoding')}
      hint={t('importing.encoding_hint')}
      value={encoding}
      choices={[...known].map((value) => ({ value, label: value.toUpperCase() }))}
      onChoose={onEncoding}
    />
  );
}

interface FileStepProps {
  head: FileHead;
  mapping: Mapping | null;
  /** Without it there is nothing to choose: the text of a workbook is in no other. */
  onEncoding?: ((encoding: string) => void) | undefined;
  onMapping(mapping: Mapping): void;
}

/** How the file is read: its format, its encoding with what comes of it, and the columns of a table. */
export function FileStep({ head, mapping, onEncoding, onMapping }: FileStepProps) {
  return (
    <>
      <div class="import-format">
        <p>
          <span class="quiet-text small">{t('importing.format')}</span> {formatWords(head.format)}
        </p>
        {onEncoding && <EncodingChoice encoding={head.encoding ?? 'utf-8'} onEncoding={onEncoding} />}
      </div>
      {head.table && mapping ? (
        <ColumnsTable table={head.table} mapping={mapping} onChange={onMapping} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section class="import-text small" aria-label={t('importing.beginning')} tabIndex={0}>
          {head.text}
        </section>
      )}
    </>
  );
}
