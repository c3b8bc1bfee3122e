import type { CallOptions, Client, Input, Result } from './client';
import type { OperationName } from './operations';

/** Operations that only the background can answer: it alone knows the tabs and what is registered on which site. */
function isOfTabs(op: OperationName): boolean {
  return op.startsWith('tab.') || op.startsWith('sites.') || op === 'workspace.open';
}

/** One client of two: the data from this page's own database, the tabs and sites from the background. */
export function joinClients(data: Client, tabs: Client): Client {
  return {
    call: <N extends OperationName>(op: N, input: Input<N>, options?: CallOptions): Promise<Result<N>> =>
      (isOfTabs(op) ? tabs : data).call(op, input, options),
    onWake: data.onWake,
  };
}
