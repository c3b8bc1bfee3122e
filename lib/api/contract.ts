import type { z } from 'zod';

/** Class of a caller, told from where its message came from, never from what the message says. */
export type Caller = 'workspace' | 'panel' | 'popup' | 'overlay' | 'bridge';

/**
 * `query` reads; `command` writes once with history; `local` writes state of this device, without history, and may be repeated;
 * `tab` is answered by the background from what it knows of the tabs.
 */
export type Kind = 'query' | 'command' | 'local' | 'tab';

export interface Operation<K extends Kind = Kind, S extends z.ZodType = z.ZodType> {
  kind: K;
  callers: readonly Caller[];
  input: S;
}

/**
 * Declares an operation: its kind, who may call it, and the schema of its input. The schema is made when it is first
 * asked for: all of them at once would hold up every start of the worker, which needs two.
 */
export function operation<K extends Kind, S extends z.ZodType>(
  kind: K,
  callers: readonly Caller[],
  input: () => S,
): Operation<K, S> {
  let made: S | undefined;
  return {
    kind,
    callers,
    get input() {
      made ??= input();
      return made;
    },
  };
}

/** Pages of the extension that show contacts. */
export const VIEWS = ['workspace', 'panel', 'popup'] as const satisfies readonly Caller[];
