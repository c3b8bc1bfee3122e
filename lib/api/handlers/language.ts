import type { Database } from '@/lib/store/database';
import { deviceOf } from '@/lib/store/settings';

type Language = 'en' | 'zh-Hans' | 'zh-Hant';

/** Both languages are read whatever the interface speaks; it tells only how 3/4 is meant. */
export async function languageOf(db: Database): Promise<Language> {
  const { language } = await deviceOf(db);
  if (language !== 'auto') return language;
  return /^zh/i.test(navigator.language) ? 'zh-Hans' : 'en';
}
