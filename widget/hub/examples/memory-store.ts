import type { KeyValue } from '../index.ts';

/** A store in memory: what the interface means, in twenty lines. It forgets everything at the end of the process. */
export function memoryStore(): KeyValue {
  const entries = new Map<string, string>();
  return {
    get: async (key) => entries.get(key) ?? null,
    async put(key, value, ifAbsent = false) {
      if (ifAbsent && entries.has(key)) return false;
      entries.set(key, value);
      return true;
    },
    list: async (prefix, after, limit) =>
      [...entries.keys()]
        .filter((key) => key.startsWith(prefix) && key > after)
        .sort()
        .slice(0, limit),
    async delete(key) {
      entries.delete(key);
    },
  };
}
