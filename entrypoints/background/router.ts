import type { Caller } from '@/lib/api/contract';
import { handlersBehind as handlers } from '@/lib/api/handlers/behind';
import { type Answer, API_VERSION, ApiError, type Request } from '@/lib/api/message';
import { type OperationName, operations, wakesViews } from '@/lib/api/operations';
import { perform } from '@/lib/api/perform';
import type { Sender } from '@/lib/platform/messaging';
import { wake } from '@/lib/platform/wake';
import type { Database } from '@/lib/store/database';
import { StoreError } from '@/lib/store/errors';
import { callerOf } from './caller';
import { isTooMany, scriptOf } from './content-scripts';
import { isAdmitted } from './panel-admission';
import { type TabContext, type TabOperation, tabOperations } from './tab-operations';

const refuse = (code: ApiError['code'], message: string): Answer => ({ ok: false, error: { code, message } });

/** The panel in a web page's frame may ask for nothing but admission until it has shown its token. */
async function isAllowedFrame(caller: Caller, sender: Sender, op: string): Promise<boolean> {
  if (caller !== 'panel' || sender.tabId === null || sender.frameId === 0 || op === 'tab.hello') return true;
  return isAdmitted(sender.tabId, sender.documentId ?? `frame-${sender.frameId}`);
}

/** Runs an operation of the store, and wakes the views when it wrote something. */
async function runInStore(
  db: Database,
  op: OperationName,
  input: unknown,
  as: { caller: Caller; commandId: string; automatic?: boolean },
): Promise<Answer> {
  const answer = await perform(op, input, { ...as, db, handlers, now: () => Date.now() });
  if (answer.ok && wakesViews(op, answer.value)) void wake();
  return answer;
}

async function runInTab(
  db: Database,
  op: TabOperation,
  given: unknown,
  as: { caller: Caller; commandId: string; sender: Sender },
): Promise<Answer> {
  const { callers, input } = operations[op];
  if (!(callers as readonly Caller[]).includes(as.caller))
    return refuse('forbidden', 'This page may not do that.');
  const parsed = input.safeParse(given);
  if (!parsed.success) return refuse('invalid', 'The request is malformed.');
  const context: TabContext = {
    ...as,
    db,
    now: Date.now(),
    // A content script's report may lead to a log that the content script itself could not ask for. It is then nobody's act,
    // and undo does not take it for the user's last.
    perform: async (name, own, commandId) =>
      unwrap(
        await runInStore(db, name, own, { caller: 'panel', commandId, automatic: as.caller === 'overlay' }),
      ),
  };
  const handler = tabOperations[op] as (own: unknown, context: TabContext) => Promise<unknown>;
  return { ok: true, value: await handler(parsed.data, context) };
}

/**
 * Answers one message. Fails closed: an unknown version, sender, operation or input is refused and nothing is run.
 * @param database opened anew when the worker was started again
 */
export async function route(
  message: Request,
  sender: Sender,
  extension: { id: string; origin: string },
  database: Promise<Database>,
): Promise<Answer> {
  try {
    if (message.api !== API_VERSION)
      return refuse('reload', 'This page is older than the extension. Reload it.');
    const known = callerOf(sender, extension);
    if (!known) return refuse('forbidden', 'Unknown sender.');
    if (!Object.hasOwn(operations, message.op)) return refuse('unknown', 'No such operation.');
    const op = message.op as OperationName;
    const caller = known === 'overlay' ? await scriptOf(sender, op) : known;
    const named: readonly Caller[] = operations[op].callers;
    if (caller === 'bridge' && named.includes(caller) && (await isTooMany(sender)))
      return refuse('busy', 'Too many answers from this page.');
    if (!(await isAllowedFrame(caller, sender, op)))
      return refuse('forbidden', 'This frame was not opened by Sidelight.');
    const commandId = typeof message.commandId === 'string' ? message.commandId : crypto.randomUUID();
    const db = await database;
    return operations[op].kind === 'tab'
      ? await runInTab(db, op as TabOperation, message.input, { caller, commandId, sender })
      : await runInStore(db, op, message.input, { caller, commandId });
  } catch (error) {
    if (error instanceof ApiError || error instanceof StoreError) return refuse(error.code, error.message);
    console.error(error);
    return refuse('failed', 'Something went wrong in the extension.');
  }
}

function unwrap<T>(answer: Answer): T {
  if (!answer.ok) throw new ApiError(answer.error.code, answer.error.message);
  return answer.value as T;
}
