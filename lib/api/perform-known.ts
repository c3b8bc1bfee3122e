import { zoneHere } from '@/lib/crm/calendar';
import type { Progress } from '@/lib/store/batch';
import type { Database } from '@/lib/store/database';
import { isQuota, StoreError } from '@/lib/store/errors';
import type { Caller, Operation } from './contract';
import type { HandlerContext } from './handlers/context';
import { type Answer, ApiError, type ErrorCode, type Failure } from './message';

/** An operation as it is declared, and what answers it; null for what a store does not answer. */
export interface Known {
  operation: Operation;
  handler: ((ctx: HandlerContext, input: never) => Promise<unknown>) | null;
}

/** As what an operation is performed. */
export interface Performance extends Progress {
  db: Database;
  caller: Caller;
  /** Required for commands. */
  commandId?: string | undefined;
  /** Done without anybody's asking (a mail logged by itself): the history says so, and `Ctrl+Z` does not mean it. */
  automatic?: boolean | undefined;
  /** Epoch ms. */
  now(): number;
  /** IANA name of the user's time zone; this computer's when left out. */
  zone?: string | undefined;
}

const COMMAND_ID = /^[\w-]{8,100}$/;

/**
 * Performs an operation on the store and answers, never throws. Fails closed: an operation that is unknown, that does
 * not name the caller, or whose input does not parse is refused, and nothing is run. Operations of kind `tab` are the
 * background's own.
 */
export async function performKnown(
  known: Known | null,
  op: string,
  input: unknown,
  as: Performance,
): Promise<Answer> {
  const { operation, handler } = known ?? {};
  if (!operation || !handler) return refuse('unknown', `There is no operation ${op}.`);
  if (!operation.callers.includes(as.caller)) return refuse('forbidden', `${as.caller} may not call ${op}.`);
  const parsed = operation.input.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse('invalid', `${issue?.path.join('.') || 'input'}: ${issue?.message}`);
  }
  if (operation.kind !== 'query' && as.db.newer) {
    return refuse('newer', 'The data was written by a newer version of Sidelight. It can be read only.');
  }
  const commandId = as.commandId ?? '';
  if (operation.kind === 'command' && !COMMAND_ID.test(commandId)) {
    return refuse('invalid', 'A command needs an id.');
  }
  const zone = as.zone ?? zoneHere();
  try {
    const run = handler as (ctx: HandlerContext, input: unknown) => Promise<unknown>;
    const caller = as.automatic ? 'automatic' : as.caller;
    const value = await run({ ...as, caller, zone, op, commandId }, parsed.data);
    return { ok: true, value };
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}

function refuse(code: ErrorCode, message: string): Answer {
  return { ok: false, error: { code, message } };
}

/** A failure as it is answered. */
export function failureOf(error: unknown): Failure {
  const unread = error instanceof StoreError || error instanceof ApiError ? error.unread : undefined;
  return { code: codeOf(error), message: messageOf(error), ...(unread && { unread }) };
}

function codeOf(error: unknown): ErrorCode {
  if (error instanceof StoreError || error instanceof ApiError) return error.code;
  if (isQuota(error)) return 'quota';
  // Another page upgraded the database, or deleted it: this page is of yesterday.
  if (error instanceof Error && error.name === 'DatabaseClosedError') return 'reload';
  return 'failed';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
