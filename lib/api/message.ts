import type { PointKind } from '@/lib/crm/contacts';

/** The message that carries an operation, and its answer. Free of zod: the panel and content scripts import it. */

/** Raised when the shape of the message itself changes. */
export const API_VERSION = 1;

export interface Request {
  api: typeof API_VERSION;
  op: string;
  input: unknown;
  /** Present on commands: the same id until answered. */
  commandId?: string;
  /** Of the browser's side panel, which has no tab of its own: the tab that it shows. It must be the one in front. */
  place?: { window: number; tab: number };
}

export type ErrorCode =
  | 'unknown' // no such operation
  | 'forbidden' // this caller may not
  | 'invalid' // the input does not parse, or the command makes no sense
  | 'missing' // the thing named does not exist any more
  | 'conflict' // somebody changed it in between
  | 'moved' // the page or tab shows something else by now
  | 'underway' // the same is being done, here or in another tab
  | 'quota' // no room on the disk
  | 'newer' // the data was written by a newer version: read only
  | 'reload' // this page is older than the extension
  | 'busy' // too many requests
  | 'cancelled' // stopped by its owner, and taken back
  | 'failed'; // anything else

export interface Failure {
  code: ErrorCode;
  /** For who mends the program; what is said to its user follows from the other fields. */
  message: string;
  /** Of `invalid`: what a value was typed as and cannot be read as. */
  unread?: PointKind | undefined;
}

export type Answer<T = unknown> = { ok: true; value: T } | { ok: false; error: Failure };

/** An operation's failure, as a view meets it. */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly unread?: PointKind,
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** As it was answered. */
  static of({ code, message, unread }: Failure): ApiError {
    return new ApiError(code, message, unread);
  }
}

/** Operations that only the background can answer: it alone knows the tabs and what is registered on which site. */
export function isOfTabs(op: string): boolean {
  return op.startsWith('tab.') || op.startsWith('sites.') || op === 'workspace.open';
}

/** True for a message of this contract, of any version. */
export function isRequest(message: unknown): message is Request {
  return typeof message === 'object' && message !== null && 'api' in message && 'op' in message;
}
