import type { PointKind } from '@/lib/crm/contacts';

/** Why a command was not done. Nothing was written. */
export type StoreProblem = 'missing' | 'invalid' | 'conflict' | 'newer' | 'underway' | 'quota' | 'cancelled';

export class StoreError extends Error {
  constructor(
    readonly code: StoreProblem,
    message: string,
    /** Of `invalid`: what a value was typed as and cannot be read as. */
    readonly unread?: PointKind,
  ) {
    super(message);
    this.name = 'StoreError';
  }
}

export const stopped = () => new StoreError('cancelled', 'Stopped. Nothing was changed.');

/** Whether the browser had no room left. Chromium reports it as AbortError with the true error inside. */
export function isQuota(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; depth += 1) {
    if (at.name === 'QuotaExceededError') return true;
    at = (at as Error & { inner?: unknown }).inner ?? at.cause;
  }
  return false;
}

/** Whether the database was closed under the work: by the end of its page, or for a newer version of the product. */
export function isClosed(error: unknown): boolean {
  return error instanceof Error && ['DatabaseClosedError', 'InvalidStateError'].includes(error.name);
}
