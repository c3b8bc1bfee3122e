import { connectionOf } from '@/lib/store/connections';
import type { Database } from '@/lib/store/database';
import { publishSurvey } from '@/lib/store/surveys';
import type { Context } from '@/lib/store/work';
import { formVersion, HubFault } from './client';

/**
 * Publishes the draft under a number that no version had before it. After an older backup was restored the hub knows of versions that
 * are not known here: answers to them are on their way, and a number that was given twice would have them read by the wrong form.
 * @throws StoreError as `publishSurvey`
 */
export async function publishAfterHub(ctx: Context, { id }: { id: string }): Promise<{ version: number }> {
  return publishSurvey(ctx, { id, above: await versionAtHub(ctx.db, id) });
}

/** 0 without a hub, and where it cannot be asked. */
async function versionAtHub(db: Database, id: string): Promise<number> {
  const [hub, survey] = await Promise.all([connectionOf(db), db.surveys.get(id)]);
  if (!hub || !survey) return 0;
  try {
    return await formVersion(hub, survey.body.code);
  } catch (fault) {
    if (fault instanceof HubFault) return 0;
    throw fault;
  }
}
