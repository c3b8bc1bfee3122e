import { isConnected, send } from '@/lib/platform/messaging';
import { onWake } from '@/lib/platform/wake';
import type { CallOptions, Client, Input, Result } from './client';
import { type Answer, API_VERSION, ApiError, type Request } from './message';
import type { OperationName } from './operations';

/** Waits between tries, in ms: a worker that died answers the next message after 15 to 22 ms. */
const WAITS = [20, 50, 100, 200, 400, 800, 1600, 3200];

/** One way there and back. `undefined` or a rejection means that nobody answered. */
export type Transport = (request: Request) => Promise<unknown>;

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

/** 128 random bits. `crypto.randomUUID` does not exist in a content script on a page without https. */
function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Sends an operation until it is answered, always under the same id, so that a command is done once however often it travels.
 * @throws ApiError `reload` when the extension was updated under this page, `failed` when nobody answers
 */
export async function ask(
  transport: Transport,
  op: string,
  input: unknown,
  commandId = newCommandId(),
): Promise<unknown> {
  const request: Request = { api: API_VERSION, op, input, commandId };
  for (let tries = 0; ; tries++) {
    const answer = await transport(request).catch(() => undefined);
    if (isAnswer(answer)) {
      if (answer.ok) return answer.value;
      throw ApiError.of(answer.error);
    }
    if (!isConnected()) throw new ApiError('reload', 'Sidelight was updated. Reload this page.');
    const wait = WAITS[tries];
    if (wait === undefined) throw new ApiError('failed', 'No answer from the extension.');
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

/** The client of pages that have no database: the panel frame, the popup, content scripts. */
export function remoteClient(): Client {
  return {
    call: <N extends OperationName>(op: N, input: Input<N>, options?: CallOptions) =>
      ask(send, op, input, options?.commandId) as Promise<Result<N>>,
    onWake,
  };
}
