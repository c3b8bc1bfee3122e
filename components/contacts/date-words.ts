import type { DateView } from '@/lib/api/views';
import type { PartialDate } from '@/lib/crm/dates';
import { language, t } from '@/lib/i18n';
import { dateFormat } from '@/lib/i18n/formatters';

/** "3 March 1984", "3 March", "March", "March 1984" in the user's language; a lunar date by its numbers. */
export function partialDateText(date: PartialDate): string {
  if (date.calendar === 'lunar') {
    const month = date.leap
      ? t('unfolded.lunar_leap_month', { month: date.month })
      : t('unfolded.lunar_month', { month: date.month });
    const day = date.day === undefined ? month : t('unfolded.lunar_day', { month, day: date.day });
    return date.year === undefined ? day : t('unfolded.lunar_year', { year: String(date.year), day });
  }
  // A leap year stands in for an unknown one, so that 29 February exists.
  const at = new Date(date.year ?? 2000, date.month - 1, date.day ?? 1);
  return dateFormat(language.value === 'en' ? 'en-GB' : language.value, {
    month: 'long',
    ...(date.day !== undefined && { day: 'numeric' }),
    ...(date.year !== undefined && { year: 'numeric' }),
  }).format(at);
}

/** The date as a profile shows it: a lunar one as it is written, 农历八月初九, 農曆閏六月初一. */
export function dateText({ date, lunarText }: Pick<DateView, 'date' | 'lunarText'>): string {
  if (!lunarText) return partialDateText(date);
  return t(date.leap ? 'unfolded.lunar_leap' : 'unfolded.lunar', { date: lunarText });
}

/** What kind of date it is: its own label, else "Birthday" and so on. */
export function dateWord(date: Pick<DateView, 'kind' | 'label'>): string {
  if (date.label && date.kind === 'warranty') return t('unfolded.date_warranty_of', { product: date.label });
  if (date.label) return date.label;
  if (date.kind === 'birthday') return t('common.birthday');
  if (date.kind === 'other') return t('unfolded.date_else');
  return t(`unfolded.date_${date.kind}`);
}
