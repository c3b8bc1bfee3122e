import type { Client } from '@/lib/api/client';
import type { DeviceSettings } from '@/lib/crm/settings';
import {
  chooseLanguage,
  type Language,
  loadLanguage,
  markLanguage,
  type Namespace,
  vocabulary,
} from '@/lib/i18n';

type Look = Pick<DeviceSettings, 'language' | 'theme'>;

/** The language that was chosen; `auto` follows the browser. */
export function languageOf(
  { language }: Pick<Look, 'language'>,
  browserLanguages: readonly string[],
): Language {
  return chooseLanguage(language === 'auto' ? null : language, browserLanguages);
}

/** Brings a page of our own into the chosen language and theme; `auto` follows the browser. */
async function applyLook(
  look: Look,
  browserLanguages: readonly string[],
  namespaces: readonly Namespace[],
): Promise<void> {
  const root = document.documentElement;
  if (look.theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = look.theme;
  await loadLanguage(languageOf(look, browserLanguages), namespaces);
  markLanguage(root);
}

/**
 * Brings the page into the user's language, vocabulary and theme, now and after every change of the settings.
 * @param people of whom the page speaks, where they are not the user's own: what they are kept for is said there
 */
export async function followLook(
  client: Client,
  browserLanguages: readonly string[],
  namespaces: readonly Namespace[],
  people: Pick<Client, 'call'> = client,
): Promise<void> {
  const follow = async () => {
    const { device, settings: own } = await client.call('settings.get', {});
    const { settings } = people === client ? { settings: own } : await people.call('settings.get', {});
    vocabulary.value = settings.purpose;
    await applyLook(device, browserLanguages, namespaces);
  };
  await follow();
  client.onWake(() => void follow());
}
