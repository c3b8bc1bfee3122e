import type { Computed, Fold, Rule, Term } from '../form';

/** The answer that an expression names: its id here; null where there is none. */
export type Named = (name: string) => string | null;

const FOLDS: Readonly<Record<string, Fold>> = { sum: 'sum', avg: 'mean', min: 'min', max: 'max' };
const NUMBER = String.raw`-?\d{1,12}(?:\.\d{1,6})?`;
const NAME = String.raw`\{[^{}]{1,100}\}`;
const TERM = new RegExp(String.raw`^(?:(${NUMBER})\s*\*\s*)?(${NAME})(?:\s*\*\s*(${NUMBER}))?$`);
const LONGEST = 2000;

function termOf(text: string, sign: 1 | -1, named: Named): Term | null {
  const plain = text.trim();
  if (new RegExp(`^${NUMBER}$`).test(plain)) return { value: sign * Number(plain) };
  const [, before, name, behind] = TERM.exec(plain) ?? [];
  const q = name ? named(name.slice(1, -1).trim()) : null;
  if (q === null) return null;
  const times = sign * Number(before ?? 1) * Number(behind ?? 1);
  return { q, ...(times === 1 ? {} : { times }) };
}

function all(terms: (Term | null)[]): Term[] | null {
  const known = terms.filter((term) => term !== null);
  return known.length > 0 && known.length === terms.length ? known : null;
}

/**
 * A calculated value of SurveyJS: a sum of answers and numbers with factors, `sum`, `avg`, `min`, `max` of such, or `iif` with two numbers.
 * @returns null where it says more than that
 */
export function computedOf(
  expression: string,
  named: Named,
  ruleOf: (text: string) => Rule | null,
): Pick<Computed, 'by' | 'of'> | null {
  const text = expression.trim();
  if (text.length > LONGEST) return null;
  const [, name = '', inside = ''] = /^(sum|avg|min|max|iif)\s*\(([^()]*|.*\)[^()]*)\)$/is.exec(text) ?? [];
  if (name.toLowerCase() === 'iif') {
    const [, condition = '', yes, no] =
      new RegExp(`^(.*),\\s*(${NUMBER})\\s*,\\s*(${NUMBER})\\s*$`, 's').exec(inside) ?? [];
    const when = ruleOf(condition);
    return when ? { by: 'first', of: [{ value: Number(yes), when }, { value: Number(no) }] } : null;
  }
  const fold = FOLDS[name.toLowerCase()];
  if (fold) {
    const of = all(inside.split(',').map((part) => termOf(part, 1, named)));
    return of ? { by: fold, of } : null;
  }
  const parts = [...text.matchAll(/([+-]?)\s*([^+-]+)/g)];
  if (parts.map(([whole]) => whole).join('') !== text) return null;
  const of = all(parts.map(([, sign, part = '']) => termOf(part, sign === '-' ? -1 : 1, named)));
  return of ? { by: 'sum', of } : null;
}
