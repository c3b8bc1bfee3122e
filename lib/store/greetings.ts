import { command } from './command';
import type { Context } from './work';

/** Remembers that a greeting was used for somebody, so that it is not offered again. */
export function useGreeting(
  ctx: Context,
  { contactId, key }: { contactId: string; key: string },
): Promise<Record<string, never>> {
  return command(ctx, async (work) => {
    const contact = await work.one('contacts', contactId);
    contact.greeted = { ...contact.greeted, [key]: work.now };
    return {};
  });
}
