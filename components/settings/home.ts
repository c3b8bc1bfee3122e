import { COUNTRIES } from './countries';

/** What most people pay with where the language of a browser names their country; of other countries nothing is supposed. */
const CURRENCIES: Readonly<Record<string, string>> = {
  AU: 'AUD',
  CA: 'CAD',
  CH: 'CHF',
  CN: 'CNY',
  DK: 'DKK',
  GB: 'GBP',
  HK: 'HKD',
  IN: 'INR',
  JP: 'JPY',
  KR: 'KRW',
  MO: 'MOP',
  MY: 'MYR',
  NO: 'NOK',
  NZ: 'NZD',
  SE: 'SEK',
  SG: 'SGD',
  TH: 'THB',
  TW: 'TWD',
  US: 'USD',
};

/**
 * Country and currency to begin with, by the first of the browser's languages that names a country, `zh-TW` or `zh-Hant-TW`. The user can
 * say otherwise in the settings.
 */
export function homeOf(languages: readonly string[]): { region?: string; baseCurrency?: string } {
  for (const language of languages) {
    const { region } = new Intl.Locale(language);
    if (!region || !COUNTRIES.includes(region)) continue;
    const currency = CURRENCIES[region];
    return { region, ...(currency && { baseCurrency: currency }) };
  }
  return {};
}
