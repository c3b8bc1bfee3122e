import { send } from '@/lib/platform/messaging';
import { onWake } from '@/lib/platform/wake';
import { onPageOf, type Place } from '@/lib/platform/window-tab';
import type { CallOptions, Client, Input, Result } from './client';
import type { OperationName } from './operations';
import { ask, type Transport } from './remote';

/**
 * The client of the browser's side panel while it shows one tab: each message names the tab, and is refused when another one is
 * in front by then.
 */
export function placedClient(place: Place): Client {
  const transport: Transport = (request) => send({ ...request, place });
  return {
    call: <N extends OperationName>(op: N, input: Input<N>, options?: CallOptions) =>
      ask(transport, op, input, options?.commandId) as Promise<Result<N>>,
    onWake(listener, only) {
      const stops = [onWake(listener, only), onPageOf(place.tab, listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
