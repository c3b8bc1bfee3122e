import type { Contact } from '@/lib/crm/contacts';
import { command } from './command';
import type { Context } from './work';

/** Sets the stage of a contact as the user sees it, with the reason; null: the counted one holds again. */
export function setStage(
  ctx: Context,
  {
    id,
    stage,
  }: { id: string; stage: Pick<NonNullable<Contact['stage']>, 'stage' | 'reason' | 'code'> | null },
): Promise<Record<string, never>> {
  return command(ctx, async (work) => {
    const contact = await work.one('contacts', id);
    if (!stage) contact.stage = null;
    else {
      const { code, ...rest } = stage;
      contact.stage = { ...rest, ...(code && stage.stage === 'exit' ? { code } : {}), at: work.now };
    }
    return {};
  });
}
