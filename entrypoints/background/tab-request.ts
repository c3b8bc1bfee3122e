import type { Input, Result } from '@/lib/api/client';
import type { Caller } from '@/lib/api/contract';
import { ApiError, type Request } from '@/lib/api/message';
import type { OperationName, Operations } from '@/lib/api/operations';
import type { Sender } from '@/lib/platform/messaging';
import { siteOf } from '@/lib/platform/sites';
import type { Database } from '@/lib/store/database';
import { siteOfTab, viewedTab } from './viewed-tab';

/** Names of the operations that the background answers itself. */
export type TabOperation = {
  [N in OperationName]: Operations[N]['kind'] extends 'tab' ? N : never;
}[OperationName];

/** Runs a store operation on behalf of the background. */
export type Perform = <N extends OperationName>(
  op: N,
  input: Input<N>,
  commandId: string,
) => Promise<Result<N>>;

export interface TabContext {
  db: Database;
  caller: Caller;
  sender: Sender;
  place?: Request['place'];
  commandId: string;
  now: number;
  perform: Perform;
}

export type Handler<N extends TabOperation> = (input: Parsed<N>, context: TabContext) => Promise<Result<N>>;
type Parsed<N extends OperationName> = Operations[N]['input']['_zod']['output'];

/** Every operation of the background, or those of one subject. */
export type Handlers<N extends TabOperation = TabOperation> = { [M in N]: Handler<M> };

/** The tab that asks. @throws ApiError `forbidden` for what is no tab: a side panel, the worker. */
export function tabOf({ tabId }: Sender): number {
  if (tabId === null) throw new ApiError('forbidden', 'This operation speaks of the tab that asks.');
  return tabId;
}

/**
 * The site that is spoken of: of a content script its own, else the one in front.
 * @throws ApiError `missing` where no web page is
 */
export async function siteOfSender(context: TabContext): Promise<string> {
  const site =
    context.caller === 'overlay'
      ? siteOf(context.sender.url ?? '')
      : await siteOfTab(await viewedTab(context));
  if (!site) throw new ApiError('missing', 'There is no web page in this tab.');
  return site;
}
