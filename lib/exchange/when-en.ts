import { addDays, type Day, dayOf } from '@/lib/crm/calendar';
import {
  addWorkingDays,
  inMonth,
  lastOfMonth,
  monday,
  monthOf,
  monthsUntil,
  nextDayOfMonth,
  phrase,
  weekdayOf,
  yearOf,
} from './when-phrase';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/**
 * What chrono-node lacks or takes otherwise: ends and beginnings of weeks, quarters and years, `the 5th`, working
 * days. `next week` is its Monday and `next month` its first day, as 下周 and 下个月 are.
 */
export const ENGLISH = [
  phrase(
    /\b(?:(?:end|close) of (?:the |this )?(?<unit>day|business|week|month|quarter|year)|(?<short>eod|cob|eow|eom|eoq|eoy))\b/i,
    ({ unit, short }, today) => endOf((unit ?? short!).toLowerCase(), today),
  ),
  phrase(/\bend of next (?<unit>week|quarter)\b/i, ({ unit = '' }, today) =>
    unit.toLowerCase() === 'week' ? addDays(monday(today, 1), 4) : endOf('quarter', inMonth(today, 3, 1)!),
  ),
  phrase(
    /\b(?:early |the start of |the beginning of |start of |beginning of )?next (?<unit>week|month|quarter|year)\b/i,
    ({ unit = '' }, today) => startOfNext(unit.toLowerCase(), today),
  ),
  phrase(
    new RegExp(
      `\\b(?<part>early|start|beginning|mid|middle)(?:-| )(?:of |in )?(?:(?<which>this|next) month|(?<month>${MONTH}))\\b`,
      'i',
    ),
    ({ part = '', which, month }, today) => {
      const named = month && monthsUntil(today, MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1);
      const months = typeof named === 'number' ? named : which?.toLowerCase() === 'next' ? 1 : 0;
      const day = part.toLowerCase().startsWith('mid') ? 15 : 1;
      const found = inMonth(today, months, day)!;
      return found < today && month ? inMonth(today, months + 12, day) : found;
    },
  ),
  phrase(/\b(?:the )?day after tomorrow\b/i, (_, today) => addDays(today, 2)),
  phrase(/\bin a fortnight\b/i, (_, today) => addDays(today, 14)),
  phrase(
    /(?:\b(?:by|on|before|until|till|due) |^)the (?<day>\d{1,2})(?:st|nd|rd|th)(?: of (?<which>this|next) month|(?=\s*(?:[,.;:!?)]|$)))/i,
    ({ day, which }, today) =>
      which
        ? inMonth(today, which.toLowerCase() === 'next' ? 1 : 0, Number(day))
        : nextDayOfMonth(today, Number(day)),
  ),
  phrase(
    new RegExp(
      `\\b(?:with)?in (?<n>\\d{1,3}|a|${COUNTS.slice(1).join('|')}) (?:business|working|work) days?\\b`,
      'i',
    ),
    ({ n = '' }, today) => {
      const count = /^\d/.test(n) ? Number(n) : Math.max(1, COUNTS.indexOf(n.toLowerCase()));
      return addWorkingDays(today, count);
    },
  ),
];

/** The working week ends on Friday; on a weekend the end of the week is that of the next. */
function endOf(unit: string, today: Day): Day {
  switch (unit) {
    case 'week':
    case 'eow':
      return addDays(today, (5 - weekdayOf(today) + 7) % 7);
    case 'month':
    case 'eom':
      return lastOfMonth(today, 0);
    case 'quarter':
    case 'eoq':
      return lastOfMonth(today, 2 - ((monthOf(today) - 1) % 3));
    case 'year':
    case 'eoy':
      return dayOf(yearOf(today), 12, 31);
    default:
      return today;
  }
}

function startOfNext(unit: string, today: Day): Day | null {
  if (unit === 'week') return monday(today, 1);
  if (unit === 'month') return inMonth(today, 1, 1);
  if (unit === 'quarter') return inMonth(today, 3 - ((monthOf(today) - 1) % 3), 1);
  return dayOf(yearOf(today) + 1, 1, 1);
}
