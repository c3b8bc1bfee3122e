import { useRef, useState } from 'preact/hooks';
import { download } from '@/components/backup/files';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNote } from '@/components/ui/error-note';
import { Progress } from '@/components/ui/progress';
import { RadioGroup } from '@/components/ui/radio-group';
import { toast } from '@/components/ui/toast';
import type { Input } from '@/lib/api/client';
import { t } from '@/lib/i18n';
import './export.css';

type Format = Input<'exports.write'>['format'];
const FORMATS = ['vcard4', 'vcard3', 'csv', 'ics'] as const satisfies Format[];
/** Equals the groups of columns of the writer, which comes with a grammar that this dialog does not need. */
const COLUMNS = [
  'emails',
  'phones',
  'messengers',
  'pages',
  'addresses',
  'work',
  'dates',
  'tags',
  'fields',
  'notes',
  'kept',
] as const;
const ALSO = ['personal', 'sensitive', 'notes', 'photos'] as const;
const isCard = (format: Format) => format === 'vcard4' || format === 'vcard3';

interface ExportDialogProps {
  /** Everybody when left out. */
  ids?: string[];
  onClose(): void;
}

/** Contacts as a file for another program. What is private stays out unless it is asked for. */
export function ExportDialog({ ids, onClose }: ExportDialogProps) {
  const { client, refresh } = useDesk();
  const [format, setFormat] = useState<Format>('vcard4');
  const [also, setAlso] = useState<readonly string[]>([]);
  const [columns, setColumns] = useState<readonly string[]>(COLUMNS);
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);

  const close = () => {
    stop.current?.abort();
    onClose();
  };
  const save = async () => {
    stop.current = new AbortController();
    setError(null);
    setProgress({ done: 0, total: 0 });
    try {
      const { file, name, count, personal } = await client.call(
        'exports.write',
        {
          format,
          ...(ids ? { ids } : {}),
          personal: also.includes('personal'),
          sensitive: also.includes('sensitive'),
          notes: also.includes('notes'),
          photos: isCard(format) && also.includes('photos'),
          ...(format === 'csv' ? { columns: [...columns] } : {}),
          ...(format === 'ics' ? { titles: calendarTitles() } : {}),
        },
        { signal: stop.current.signal, onProgress: (done, total) => setProgress({ done, total }) },
      );
      download(name, file);
      const left = personal > 0 ? ` ${t('data.left_personal', { count: personal })}` : '';
      toast(`${t('data.exported', { count })}${left}`);
      onClose();
      await refresh();
    } catch (failure) {
      if (!stop.current.signal.aborted) setError(failureWords(failure));
      setProgress(null);
    }
  };
  const title = ids ? t('data.export_count', { count: ids.length }) : t('data.export_all');

  return (
    <Dialog
      title={title}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('common.cancel')}</Button>
          <Button kind="ink" loading={progress !== null} onClick={() => void save()}>
            {t('data.save_file')}
          </Button>
        </>
      }
    >
      <RadioGroup<Format>
        label={t('data.format')}
        value={format}
        choices={FORMATS.map((value) => ({
          value,
          label: t(`data.format_${value}`),
          hint: t(`data.format_${value}_hint`),
        }))}
        onChoose={(value) => setFormat(value)}
      />
      <fieldset class="export-choices">
        <legend>{t('data.also')}</legend>
        {ALSO.filter((one) =>
          one === 'photos' ? isCard(format) : format !== 'ics' || one === 'personal',
        ).map((one) => (
          <Checkbox
            key={one}
            label={t(`data.with_${one}`)}
            checked={also.includes(one)}
            onToggle={(on) => setAlso(toggled(also, one, on))}
          />
        ))}
      </fieldset>
      {format === 'csv' && (
        <fieldset class="export-choices many">
          <legend>{t('data.columns')}</legend>
          {COLUMNS.filter((one) => one !== 'notes' || also.includes('notes')).map((one) => (
            <Checkbox
              key={one}
              label={t(`data.columns_${one}`)}
              checked={columns.includes(one)}
              onToggle={(on) => setColumns(toggled(columns, one, on))}
            />
          ))}
        </fieldset>
      )}
      {progress && (
        <Progress
          label={t('data.working')}
          {...(progress.total > 0 ? { value: progress.done, max: progress.total } : {})}
        />
      )}
      {error && <ErrorNote what={error} todo={t('workspace.restore_unchanged')} />}
    </Dialog>
  );
}

function toggled(list: readonly string[], one: string, on: boolean): string[] {
  return on ? [...list, one] : list.filter((other) => other !== one);
}

/** How dates are called in the calendar, in the language on screen. */
function calendarTitles(): Record<string, string> {
  const titled = (word: string) => `${word}: {name}`;
  return {
    birthday: titled(t('common.birthday')),
    anniversary: titled(t('unfolded.date_anniversary')),
    contract: titled(t('unfolded.date_contract')),
    renewal: titled(t('unfolded.date_renewal')),
    warranty: titled(t('unfolded.date_warranty')),
    other: titled(t('unfolded.date_else')),
  };
}
