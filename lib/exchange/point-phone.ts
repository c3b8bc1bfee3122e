import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { plainForm } from './clean';

export interface PhoneForm {
  /** E.164 with `;ext=` where there is an extension, or `tel-local:` and the digits. */
  key: string;
  display: string;
  /** The numbering plan of its country has such numbers. */
  valid: boolean;
}

const EXTENSION = /\s*(?:[,，;；]?\s*)(?:转|轉|分机号?|分機|内线|內線)\s*[:：]?\s*(?=\d)/u;

/**
 * The one form of a telephone number. With a region (`CN`, `TW`, `DE`) national numbers become E.164; without one
 * only numbers with `+` do. Others keep their digits, as `tel-local:`: a guess would match strangers. Null when it
 * is no number: letters, fewer than 3 digits, more than 20.
 */
export function phoneForm(text: string, region?: string): PhoneForm | null {
  const number = plainForm(text).replace(/^tel:/i, '').replace(EXTENSION, ' ext. ');
  const digits = number.replace(/\D/g, '');
  const letters = number.replace(/\b(?:ext(?:ension)?|x)(?=[.\s:\d])/giu, '');
  if (digits.length < 3 || digits.length > 20 || /\p{L}/u.test(letters)) return null;
  const country = region?.toUpperCase();
  const known: CountryCode | undefined = country && isSupportedCountry(country) ? country : undefined;
  const parsed = parsePhoneNumberFromString(number, known);
  if (!parsed?.isPossible()) return { key: `tel-local:${digits}`, display: number, valid: false };
  const key = parsed.ext ? `${parsed.number};ext=${parsed.ext}` : parsed.number;
  return { key, display: parsed.formatInternational(), valid: parsed.isValid() };
}
