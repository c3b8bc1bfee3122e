import type { CallOptions, Client, Input, Result } from './client';
import type { OperationName } from './operations';

/** A client that may be asked before the view is there that asks it. */
export interface AheadClient extends Client {
  /** Asks now what a view is about to ask: who asks the same next is given this answer. */
  ahead<N extends OperationName>(op: N, input: Input<N>): Promise<Result<N>>;
}

/** So long an answer waits for whoever was to ask, in ms. */
const KEPT = 10_000;

/**
 * A client whose answers can be on their way while a page loads its words. Each is given once, and to nobody after a change: who asks then is
 * to hear of it.
 */
export function withAhead(client: Client): AheadClient {
  const asked = new Map<string, Promise<unknown>>();
  const named = (op: OperationName, input: unknown) => `${op} ${JSON.stringify(input)}`;
  client.onWake(() => asked.clear());
  return {
    ahead(op, input) {
      const question = named(op, input);
      const answer = client.call(op, input);
      asked.set(question, answer);
      const forget = () => {
        if (asked.get(question) === answer) asked.delete(question);
      };
      setTimeout(forget, KEPT);
      // A failure is not kept: who asks then asks anew.
      answer.catch(forget);
      return answer;
    },
    call<N extends OperationName>(op: N, input: Input<N>, options?: CallOptions): Promise<Result<N>> {
      const question = asked.size > 0 ? named(op, input) : '';
      const answer = asked.get(question);
      if (!answer) return client.call(op, input, options);
      asked.delete(question);
      return answer as Promise<Result<N>>;
    },
    onWake: client.onWake,
  };
}
