import type { Caller, Operation } from '@/lib/api/contract';
import { behind } from '@/lib/api/handlers/behind';
import { type Answer, API_VERSION, ApiError, type Request } from '@/lib/api/message';
import { failureOf, type Known, performKnown } from '@/lib/api/perform-known';
import { wakesViews } from '@/lib/api/wakes-views';
import type { Sender } from '@/lib/platform/messaging';
import { wake } from '@/lib/platform/wake';
import type { Database } from '@/lib/store/database';
import { StoreError } from '@/lib/store/errors';
import { callerOf } from './caller';
import { isTooMany, scriptsOf } from './content-scripts';
import { isAdmitted, panelDocument } from './panel-admission';
import { tabOperations } from './tab-operations';
import type { TabContext, TabOperation } from './tab-request';

const refuse = (code: ApiError['code'], message: string): Answer => ({ ok: false, error: { code, message } });

/** The panel in a web page's frame may ask for nothing but admission until it has shown its token. */
async function isAllowedFrame(caller: Caller, sender: Sender, op: string): Promise<boolean> {
  if (caller !== 'panel' || sender.tabId === null || sender.frameId === 0 || op === 'tab.hello') return true;
  return isAdmitted(sender.tabId, panelDocument(sender));
}

/** Runs an operation of the store, and wakes the views when it wrote something. */
async function runInStore(
  db: Database,
  { known, op }: { known: Known | null; op: string },
  input: unknown,
  as: { caller: Caller; commandId: string; automatic?: boolean },
): Promise<Answer> {
  const answer = await performKnown(known, op, input, { ...as, db, now: () => Date.now() });
  if (answer.ok && known && wakesViews(op, known.operation.kind, answer.value)) void wake();
  return answer;
}

async function runInTab(
  db: Database,
  { operation: { callers, input }, op }: { operation: Operation; op: TabOperation },
  given: unknown,
  as: Pick<TabContext, 'caller' | 'commandId' | 'sender' | 'place'>,
): Promise<Answer> {
  if (!callers.includes(as.caller)) return refuse('forbidden', 'This page may not do that.');
  const parsed = input.safeParse(given);
  if (!parsed.success) return refuse('invalid', 'The request is malformed.');
  const context: TabContext = {
    ...as,
    db,
    now: Date.now(),
    // A content script's report may lead to a log that the content script itself could not ask for. It is then nobody's act,
    // and undo does not take it for the user's last. What the user taught there they saved themselves.
    perform: async (name, own, commandId) =>
      unwrap(
        await runInStore(db, { known: await behind(name), op: name }, own, {
          caller: 'panel',
          commandId,
          automatic: as.caller === 'overlay' && op !== 'sites.teach',
        }),
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
    const { op, input } = message;
    const from = callerOf(sender, extension);
    if (!from) return refuse('forbidden', 'Unknown sender.');
    // What has to be read is asked for first: the code is evaluated meanwhile.
    const [isAllowed, script, known] = await Promise.all([
      isAllowedFrame(from, sender, op),
      from === 'overlay' ? scriptsOf(sender) : null,
      behind(op),
    ]);
    if (!isAllowed) return refuse('forbidden', 'This frame was not opened by Sidelight.');
    if (!known) return refuse('unknown', 'No such operation.');
    const { operation } = known;
    const caller = script ? script(operation.callers) : from;
    if (caller === 'bridge' && operation.callers.includes(caller) && (await isTooMany(sender)))
      return refuse('busy', 'Too many answers from this page.');
    const commandId = typeof message.commandId === 'string' ? message.commandId : crypto.randomUUID();
    const db = await database;
    return operation.kind === 'tab'
      ? await runInTab(db, { operation, op: op as TabOperation }, input, {
          caller,
          commandId,
          sender,
          ...placeOf(message),
        })
      : await runInStore(db, { known, op }, input, { caller, commandId });
  } catch (error) {
    if (error instanceof ApiError || error instanceof StoreError)
      return { ok: false, error: failureOf(error) };
    console.error(error);
    return refuse('failed', 'Something went wrong in the extension.');
  }
}

/** The place that a message names; what is none counts as not named. */
function placeOf({ place }: Request): Pick<Request, 'place'> {
  const named = Number.isInteger(place?.window) && Number.isInteger(place?.tab);
  return named ? { place: place! } : {};
}

function unwrap<T>(answer: Answer): T {
  if (!answer.ok) throw ApiError.of(answer.error);
  return answer.value as T;
}
