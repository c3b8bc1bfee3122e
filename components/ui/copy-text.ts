import { t } from '@/lib/i18n';
import { toast } from './toast';

/** Puts a text on the clipboard: in a frame that may not write there, by a selection that is copied. Answers whether it is there. */
export async function putOnClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.style.cssText = 'position:fixed;opacity:0';
    const focused = document.activeElement as HTMLElement | null;
    document.body.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    focused?.focus();
    return copied;
  }
}

/** Puts a text on the clipboard and says so; with HTML, programs that know it take that. */
export async function copyText(text: string, html?: string): Promise<void> {
  try {
    if (html === undefined) {
      if (!(await putOnClipboard(text))) throw new Error('not copied');
    } else {
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
