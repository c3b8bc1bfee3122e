import type { AddressPart, NamePart } from './mapping';

export type NameParts = Partial<Record<NamePart, string>>;
export type AddressParts = Partial<Record<AddressPart, string>>;

/** Scripts in which the family name stands first, without a space. */
export const CJK = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** The parts in the order in which the property N of a vCard has them. */
const NAME: readonly NamePart[] = ['family', 'given', 'middle', 'prefix', 'suffix'];
/** As the property ADR has them. */
const ADDRESS: readonly AddressPart[] = ['box', 'extended', 'street', 'city', 'region', 'code', 'country'];

/** The name in one: Chinese, Japanese and Korean names stand family name first, without a space and without titles. */
export function joinedName({
  prefix = '',
  given = '',
  middle = '',
  family = '',
  suffix = '',
}: NameParts): string {
  if (CJK.test(family + given)) return `${family}${middle}${given}`;
  return [prefix, given, middle, family, suffix].filter((part) => part !== '').join(' ');
}

/** The address in one line, street first, as it is written on a letter; empty parts are left out. */
export function joinedAddress(parts: AddressParts): string {
  const { box, extended, street, city, region, code, country, whole } = parts;
  return [whole, street, extended, box, [code, city].filter(Boolean).join(' '), region, country]
    .filter(Boolean)
    .join(', ')
    .replace(/\s*[\r\n]+\s*/g, ', ');
}

/** Value of the property N. */
export function nameValue(parts: NameParts): string {
  return NAME.map((part) => escaped(parts[part] ?? '')).join(';');
}

/** Value of the property ADR. */
export function addressValue(parts: AddressParts): string {
  return ADDRESS.map((part) => escaped(parts[part] ?? '')).join(';');
}

export function namePartsOf(values: readonly string[]): NameParts {
  return Object.fromEntries(NAME.map((part, index) => [part, values[index] ?? '']));
}

export function addressPartsOf(values: readonly string[]): AddressParts {
  return Object.fromEntries(ADDRESS.map((part, index) => [part, values[index] ?? '']));
}

/** A text as the value of a property. */
export function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
}
