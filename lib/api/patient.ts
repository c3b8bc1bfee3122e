import type { CallOptions, Client, Input, Result } from './client';
import type { OperationName } from './operations';

/** So long nobody else may have waited before what is asked `later` is asked, in ms: a page draws between two of its questions. */
const QUIET = 100;
/** After so long it is asked anyway, in ms: an import under way waits for nobody. */
const LONGEST = 1500;

/** A client that asks what is to be asked `later` when all else is answered: what a page is opened for comes first. */
export function withPatience(client: Client): Client {
  let asked = 0;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const later = new Set<() => void>();

  const listen = () => {
    clearTimeout(quiet);
    if (asked > 0 || later.size === 0) return;
    quiet = setTimeout(() => {
      for (const go of later) go();
    }, QUIET);
  };

  const turn = async () => {
    let given: ReturnType<typeof setTimeout> | undefined;
    let go = () => {};
    const come = new Promise<void>((resolve) => {
      go = resolve;
      later.add(go);
      given = setTimeout(go, LONGEST);
    });
    listen();
    await come;
    clearTimeout(given);
    later.delete(go);
  };

  const atOnce = async (call: () => Promise<unknown>): Promise<unknown> => {
    asked += 1;
    clearTimeout(quiet);
    try {
      return await call();
    } finally {
      asked -= 1;
      listen();
    }
  };

  return {
    async call<N extends OperationName>(op: N, input: Input<N>, options?: CallOptions): Promise<Result<N>> {
      const call = () => client.call(op, input, options);
      if (!options?.later) return atOnce(call) as Promise<Result<N>>;
      await turn();
      return call();
    },
    onWake: client.onWake,
  };
}
