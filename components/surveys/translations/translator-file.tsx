import { useState } from 'preact/hooks';
import { download } from '@/components/backup/files';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FileButton } from '@/components/ui/file-button';
import { t } from '@/lib/i18n';
import type { AuthorForm } from '@/lib/surveys/form';
import { type ReadTranslations, readTranslations, translationRows } from '@/lib/surveys/translation/table';
import { textsOf } from '@/lib/surveys/translation/texts';
import { languageName } from '../draft/languages';
import type { DraftKeeper } from '../keep-draft';
import { whereWords } from './where-words';

/** Writes and reads tables. Given by the page. */
export type LoadTable = () => Promise<{
  write(rows: string[][]): string;
  read(text: string): string[][];
}>;

/** In bytes: three hundred texts of the longest. */
const LARGEST = 5_000_000;

interface TranslatorFileProps {
  name: string;
  form: AuthorForm;
  lang: string;
  keeper: DraftKeeper;
  loadTable: LoadTable;
}

/** The way of the texts to a translator and back, as a table: what would come of a file is said before it is taken. */
export function TranslatorFile({ name, form, lang, keeper, loadTable }: TranslatorFileProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [read, setRead] = useState<{ name: string; of: ReadTranslations } | null>(null);

  const save = async () => {
    const table = await loadTable();
    const places = new Map(textsOf(form).map((text) => [text.id, whereWords(form, text)]));
    const rows = translationRows(form, lang, (id) => places.get(id) ?? '');
    const stem = name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'survey';
    download(`${stem}-${lang}.csv`, table.write(rows), 'text/csv');
  };
  const take = async (file: File) => {
    setProblem(null);
    if (file.size > LARGEST) return setProblem(t('logic.texts_large'));
    const table = await loadTable();
    const of = readTranslations(form, table.read(await file.text()));
    if (of) setRead({ name: file.name, of });
    else setProblem(t('logic.texts_not_csv'));
  };

  return (
    <>
      <Button onClick={() => void save()}>{t('logic.texts_save')}</Button>
      <FileButton label={t('logic.texts_file')} accept=".csv,text/csv" onFile={take}>
        {t('logic.texts_read')}
      </FileButton>
      {problem && (
        <p class="late" role="alert">
          {problem}
        </p>
      )}
      {read && (
        <Report
          name={read.name}
          form={form}
          read={read.of}
          onClose={() => setRead(null)}
          onTake={() => {
            const { changed } = read.of;
            void keeper.act(read.of.form, t('logic.texts_taken', { count: changed.length }));
            setRead(null);
          }}
        />
      )}
    </>
  );
}

interface ReportProps {
  /** Of the file. */
  name: string;
  form: AuthorForm;
  read: ReadTranslations;
  onClose(): void;
  onTake(): void;
}

function Report({ name, form, read: { lang, changed, faults }, onClose, onTake }: ReportProps) {
  const places = new Map(textsOf(form).map((text) => [text.id, whereWords(form, text)]));
  const first = languageName(form.lang);
  const faultWords = ({ fault, pipes }: ReadTranslations['faults'][number]) => {
    if (fault === 'pipes') return t('logic.report_pipes', { pipes: pipes.join(', ') });
    if (fault === 'changed') return t('logic.report_changed', { language: first });
    return t(`logic.report_${fault}`);
  };
  return (
    <Dialog title={t('logic.texts_read_title', { name })} onClose={onClose}>
      <p>
        <strong>{languageName(lang)}</strong>{' '}
        {changed.length > 0 ? t('logic.texts_changes', { count: changed.length }) : t('logic.texts_nothing')}
      </p>
      {faults.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it by keys
        <ul class="translations-faults" tabIndex={0}>
          {faults.map((fault) => (
            <li key={`${fault.row} ${fault.fault}`}>
              {t('logic.texts_row', { row: fault.row })} · {places.get(fault.id) ?? fault.id}{' '}
              <span class="quiet-text">{faultWords(fault)}</span>
            </li>
          ))}
        </ul>
      )}
      <footer class="dialog-actions">
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button kind="ink" disabled={changed.length === 0} onClick={onTake}>
          {t('logic.texts_take')}
        </Button>
      </footer>
    </Dialog>
  );
}
