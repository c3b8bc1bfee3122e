import { bestLanguage } from '../../lib/surveys/language.ts';
import type { PublishedForm, StoredForm } from './store.ts';

/** The form in the language nearest to what is wanted; in its first one when it has none of them. */
export function bestForm({ langs }: StoredForm, wanted: readonly string[]): PublishedForm {
  return langs[bestLanguage(Object.keys(langs), wanted)] as PublishedForm;
}

/** Tags out of an address, the best first; more than twenty are no wish. */
export const wishes = (text: string): string[] => text.slice(0, 1000).split(',').slice(0, 20);

/** `Accept-Language` as a list, the best first. */
export function acceptedLanguages(header: string | null): string[] {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const q = Number(/q=([\d.]+)/.exec(rest.join(';'))?.[1] ?? 1);
      return { tag: tag.trim(), q };
    })
    .filter(({ tag, q }) => tag && tag !== '*' && q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ tag }) => tag);
}
