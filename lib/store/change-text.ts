import type { Edit } from '@/lib/crm/changes';
import { decimalsOf } from '@/lib/crm/currency';

/** Text of changed values, for the history. The view formats moments and days; names come from here. */

type Value = Edit['after'];

/** The field that an edit speaks of, by the name that its user knows: `title`, `email`, `tags`, `name`. */
export function fieldOf({ path, before, after }: Edit): string {
  const [field = '', key] = path;
  const value = asObject(after) ?? asObject(before);
  if (field === 'facts' && typeof value?.field === 'string') return value.field;
  if ((field === 'points' || field === 'dates') && typeof value?.kind === 'string') return value.kind;
  if (field === 'consents' || field === 'promise') return key ? `${field}.${key}` : field;
  return field;
}

/** A value as one line; a date that comes every year as its JSON, for the view to write out. Null when there was none. */
export function valueText(value: Value): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map((one) => valueText(one) ?? '').join(', ');
  const {
    value: text,
    name,
    state,
    days,
    date,
    time,
    minor,
    currency,
    calendar,
    month,
    year,
    day,
    leap,
    source,
    reason,
  } = value;
  if (typeof text === 'string') return text;
  if (typeof name === 'string') return name;
  if (typeof state === 'string') return state;
  if (typeof days === 'number') return String(days);
  if (typeof date === 'string') return typeof time === 'string' ? `${date} ${time}` : date;
  if (date !== undefined) return valueText(date);
  if (typeof minor === 'number' && typeof currency === 'string') return moneyText(minor, currency);
  if (typeof month === 'number') return JSON.stringify({ calendar, year, month, day, leap });
  if (typeof reason === 'string') return reason;
  return typeof source === 'string' ? source : JSON.stringify(value);
}

function moneyText(minor: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' });
  return format.format(minor / 10 ** decimalsOf(currency));
}

function asObject(value: Value): Record<string, Value> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}
