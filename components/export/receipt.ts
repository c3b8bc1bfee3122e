import { t } from '@/lib/i18n';
import { dateTime } from '@/lib/i18n/format';

/** What is left of an erased person: the day, how many rows, and the number of the entry in the log. */
export function receiptFile({ id, at, rows }: { id: string; at: number; rows: number }): {
  name: string;
  text: string;
} {
  const day = new Date(at).toISOString().slice(0, 10);
  return {
    name: `sidelight-receipt-${day}.txt`,
    text: `${t('data.receipt_text', { when: dateTime(at, Date.now()), count: rows, id })}\n`,
  };
}
