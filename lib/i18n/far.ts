import type { Dictionary, Namespace } from './keys';
import type { Language } from './languages';

/** The words of any namespace in a language, from where they stand. */
export const fetchFar = (language: Language, namespace: Namespace): Promise<{ default: Dictionary }> =>
  import(`./${language.toLowerCase()}/${namespace}.ts`);
