import type { Database } from './database';
import { contactRow } from './lookups';
import { manualLogs } from './matches';

/** After so many mails logged by hand it is offered to do it by itself. */
const OFFER_AFTER = 3;

/** Under which key of the contact's snoozes "By hand" is kept. */
const KEY = 'autolog';

/** Whether to offer that mails of this contact are logged without asking: not to who does it already, nor once refused. */
export async function offersAutolog(db: Database, contactId: string): Promise<boolean> {
  const body = (await contactRow(db, contactId))?.body;
  if (!body || body.autolog || body.snoozes?.[KEY] === null) return false;
  return (await manualLogs(db, contactId)) >= OFFER_AFTER;
}
