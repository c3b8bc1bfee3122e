import type { OverlayState } from '@/lib/api/views';
import en from '@/lib/i18n/en/teaching';
import hans from '@/lib/i18n/zh-hans/teaching';
import hant from '@/lib/i18n/zh-hant/teaching';

/** What is said while a page is taught. A content script loads nothing on demand, so all three languages are here. */
export type TeachingWords = Readonly<Record<keyof typeof en, string>>;

export const WORDS: Record<OverlayState['language'], TeachingWords> = {
  en,
  'zh-Hans': hans,
  'zh-Hant': hant,
};
