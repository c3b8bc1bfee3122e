import { type Key, t } from '@/lib/i18n';

const WORDS: Readonly<Record<string, Key>> = {
  vcard: 'importing.format_vcard',
  ldif: 'importing.format_ldif',
  'google-csv': 'importing.format_google_csv',
  'linkedin-csv': 'importing.format_linkedin_csv',
  'outlook-csv': 'importing.format_outlook_csv',
  'thunderbird-csv': 'importing.format_thunderbird_csv',
  'windows-live-csv': 'importing.format_windows_live_csv',
  'hubspot-csv': 'importing.format_hubspot_csv',
  'zoho-csv': 'importing.format_zoho_csv',
  csv: 'importing.format_csv',
  'answers-delighted': 'importing.format_answers_delighted',
  'answers-typeform': 'importing.format_answers_typeform',
  'answers-wjx': 'importing.format_answers_wjx',
  'answers-sidelight': 'importing.format_answers_sidelight',
  'answers-csv': 'importing.format_answers_csv',
};

/** The name of a format; one that a later version wrote is shown as it is. */
export function formatWords(format: string): string {
  const key = WORDS[format];
  return key ? t(key as 'importing.format_csv') : format;
}
