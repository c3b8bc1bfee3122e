import type { CallOptions, Client, Input, Result } from './client';
import type { OperationName } from './operations';

/** Where drafts lie until the store has them; reached at once, whether anybody answers or not. */
export interface Shelf {
  lay(key: string, text: string): Promise<void>;
  find(key: string): Promise<string | null>;
  all(): Promise<{ key: string; text: string }[]>;
  clear(key: string, text: string): Promise<void>;
}

/** What erases drafts too: none may come up again afterwards. */
const ERASING: ReadonlySet<OperationName> = new Set(['contacts.erase', 'retention.run']);

/**
 * A client whose drafts outlive the page. A message that a page sends while it goes is lost when the background has to be started
 * for it, and so is a transaction that it begins. So each draft lies on the shelf until the store has it, and is looked for there first.
 */
export function withSafeDrafts(client: Client, shelf: Shelf): Client {
  const keep = async (draft: Input<'drafts.put'>): Promise<Result<'drafts.put'>> => {
    const { key, text } = draft;
    // Both are on their way when this gives way: a page that goes does not come back to it.
    const laid = shelf.lay(key, text);
    const done = await client.call('drafts.put', draft);
    await laid;
    await shelf.clear(key, text);
    return done;
  };

  const find = async ({ key }: Input<'drafts.get'>): Promise<Result<'drafts.get'>> => {
    const text = await shelf.find(key);
    if (text === null) return client.call('drafts.get', { key });
    // Where the store does not take it, it stays on the shelf.
    keep({ key, text }).catch(() => undefined);
    return { text };
  };

  /** Brings to the store what lies on the shelf. What it refuses would come up again: then nothing is erased. */
  const empty = async () => {
    for (const draft of await shelf.all()) {
      // A younger text was laid meanwhile, and is on its way by itself.
      if ((await shelf.find(draft.key)) !== draft.text) continue;
      await client.call('drafts.put', draft);
      await shelf.clear(draft.key, draft.text);
    }
  };

  const call = async (op: OperationName, input: never, options?: CallOptions): Promise<unknown> => {
    if (op === 'drafts.put') return keep(input);
    if (op === 'drafts.get') return find(input);
    if (ERASING.has(op)) await empty();
    return client.call(op, input, options);
  };
  return { call: call as Client['call'], onWake: client.onWake };
}
