import { t } from '@/lib/i18n';
import { toast } from './toast';

/** Puts a text on the clipboard and says so; with HTML, programs that know it take that. */
export async function copyText(text: string, html?: string): Promise<void> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text);
    else {
      const item = new ClipboardItem({
        'text/plain': new Blob([text], { type: 'text/plain' }),
        'text/html': new Blob([html], { type: 'text/html' }),
      });
      await navigator.clipboard.write([item]);
    }
    toast(t('common.copied'));
  } catch {
    toast(t('common.copy_failed'), { failed: true });
  }
}
