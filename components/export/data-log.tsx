import { download } from '@/components/backup/files';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import type { LogEntry } from '@/lib/api/data-views';
import { type Key, t } from '@/lib/i18n';
import { dateTime } from '@/lib/i18n/format';
import { receiptFile } from './receipt';
import './export.css';

const WORDS: Readonly<Record<string, Key>> = {
  'backup.save': 'data.log_backup',
  'backup.restore': 'data.log_restore',
  'data.give': 'data.log_give',
  'contacts.erase': 'data.log_erase',
  'retention.run': 'data.log_retention',
};

/** Everything that went out, came back or was erased for good. No name stands in it. */
export function DataLog() {
  const log = useQuery('data.log', {}, { keep: true });
  if (log.value?.length === 0) return <p class="quiet-text">{t('data.log_none')}</p>;
  return (
    <ul class="data-log">
      {(log.value ?? []).map((entry) => (
        <li key={entry.id}>
          <span>
            {whatWords(entry)} <span class="small quiet-text">{countWords(entry)}</span>
          </span>
          <span class="small quiet-text">
            {dateTime(entry.at, Date.now())}{' '}
            {entry.op === 'contacts.erase' && (
              <Button kind="bare" onClick={() => saveReceipt(entry)}>
                {t('data.receipt_save')}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function saveReceipt({ id, at, result }: LogEntry): void {
  const { name, text } = receiptFile({ id, at, rows: figure(result, 'rows') });
  download(name, text, 'text/plain');
}

function whatWords({ op, result }: LogEntry): string {
  if (op === 'exports.write') {
    const format = field(result, 'format');
    return t('data.log_export', { format: t(`data.format_${format as 'csv'}`) });
  }
  const key = WORDS[op];
  return key ? t(key as 'data.log_backup') : op;
}

function countWords({ op, result }: LogEntry): string {
  const count = (name: string) => figure(result, name);
  switch (op) {
    case 'exports.write':
      return t('data.log_entries', { count: count('count') });
    case 'contacts.erase':
      return t('data.log_rows', { count: count('rows') });
    case 'backup.save':
      return t('data.log_contacts', { count: count('contacts') });
    case 'backup.restore':
      return t('data.log_rows', { count: count('added') + count('replaced') });
    case 'retention.run': {
      const words = [
        t('data.log_contacts', { count: count('contacts') }),
        t('data.log_notes', { count: count('notes') }),
      ];
      return [...words, ...(field(result, 'erased') === 'true' ? [t('data.log_for_good')] : [])].join(' · ');
    }
    default:
      return '';
  }
}

function field(result: LogEntry['result'], name: string): string {
  const isRecord = typeof result === 'object' && result !== null && !Array.isArray(result);
  return isRecord ? String(result[name] ?? '') : '';
}

function figure(result: LogEntry['result'], name: string): number {
  return Number(field(result, name)) || 0;
}
