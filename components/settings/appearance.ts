import type { Client } from '@/lib/api/client';
import type { DeviceSettings } from '@/lib/crm/settings';
import { chooseLanguage, loadLanguage, markLanguage, type Namespace, vocabulary } from '@/lib/i18n';

type Look = Pick<DeviceSettings, 'language' | 'theme'>;

/** Brings a page of our own into the chosen language and theme; `auto` follows the browser. */
async function applyLook(
  look: Look,
  browserLanguages: readonly string[],
  namespaces: readonly Namespace[],
): Promise<void> {
  const root = document.documentElement;
  if (look.theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = look.theme;
  const chosen = look.language === 'auto' ? null : look.language;
  await loadLanguage(chooseLanguage(chosen, browserLanguages), namespaces);
  markLanguage(root);
}

/** Brings the page into the user's language, vocabulary and theme, now and after every change of the settings. */
export async function followLook(
  client: Client,
  browserLanguages: readonly string[],
  namespaces: readonly Namespace[],
): Promise<void> {
  const follow = async () => {
    const { device, settings } = await client.call('settings.get', {});
    vocabulary.value = settings.purpose;
    await applyLook(device, browserLanguages, namespaces);
  };
  await follow();
  client.onWake(() => void follow());
}
