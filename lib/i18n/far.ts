import type { Dictionary, Namespace } from './keys';

/** Where the words of a namespace stand, by the folder of their language. */
export const fetcherOf =
  (namespace: Namespace) =>
  (folder: string): Promise<{ default: Dictionary }> =>
    import(`./${folder}/${namespace}.ts`);
