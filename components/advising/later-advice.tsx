import { later } from '@/components/people/later';
import { language, loadLanguage } from '@/lib/i18n';

/** What is suggested comes behind what is owed: with its words it stays out of the first script. */
export const LaterAdvice = later(async () => {
  await loadLanguage(language.value, ['plays', 'advising']);
  return (await import('./advice-card')).AdviceCard;
});
