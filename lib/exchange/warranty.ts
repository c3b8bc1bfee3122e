import { dayOf, monthsAfter } from '@/lib/crm/calendar';
import type { FileMoment } from './file-contacts';
import type { DateOrder } from './mapping';
import { type MomentProblem, readMoment } from './moment';

const LENGTH =
  /^(\d{1,3}) ?(?:(months?|mos?|m|monate?|个月|個月|月)|(years?|yrs?|y|jahre?|年))?(?: (?:warranty|guarantee))?$/i;
/** A length in figures alone: of a smaller one nobody can tell whether months or years are meant. */
const FEWEST_MONTHS = 6;
const LONGEST_MONTHS = 999;

interface Given {
  text: string;
  heading: string;
  /** When it was bought. */
  at: FileMoment;
  language: 'en' | 'zh-Hans';
  order?: DateOrder | undefined;
}

/**
 * The day on which a warranty ends, of a column that gives its length (`24`, `2 years`, `24个月`) or that day. Nothing where it says
 * neither (`yes`); the problem of a date that cannot be read.
 */
export function warrantyEnd({ text, heading, at, language, order }: Given): {
  day?: string;
  problem?: MomentProblem;
} {
  const [whole, figure, months, years] = LENGTH.exec(text.trim()) ?? [];
  if (whole === undefined) {
    if (!/\d/.test(text)) return {};
    const read = readMoment(text, language, order);
    return 'moment' in read ? { day: read.moment.slice(0, 10) } : { problem: read.problem };
  }
  const perUnit = unitOf(Number(figure), { months, years }, heading);
  const length = Number(figure) * (perUnit ?? 0);
  if (length < 1 || length > LONGEST_MONTHS) return {};
  const { year, month, day } = monthsAfter(at.slice(0, 10), length);
  return { day: dayOf(year, month, day) };
}

/** Months of one of what is counted; null where nothing tells. */
function unitOf(
  figure: number,
  said: { months: string | undefined; years: string | undefined },
  heading: string,
): 1 | 12 | null {
  if (said.months || (!said.years && /month|monat|月/i.test(heading))) return 1;
  if (said.years || /year|jahr|年/i.test(heading)) return 12;
  return figure >= FEWEST_MONTHS ? 1 : null;
}
