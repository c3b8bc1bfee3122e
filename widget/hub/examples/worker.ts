// A hub without a server: the form in which most platforms want a program. In a project of your own, import from '@sidelight/hub'.
import { type KeyValue, serverlessHub } from '../index.ts';

/** What the platform hands over: a store, and two settings that `sidelight-hub address` has printed. */
export interface Bindings {
  STORE: KeyValue;
  SIDELIGHT_SPACE: string;
  SIDELIGHT_TOKEN_HASH: string;
}

let hub: ((request: Request) => Promise<Response>) | undefined;

export default {
  fetch(request: Request, bindings: Bindings): Promise<Response> {
    hub ??= serverlessHub(bindings.STORE, {
      space: bindings.SIDELIGHT_SPACE,
      tokenHash: bindings.SIDELIGHT_TOKEN_HASH,
      addressHeader: 'CF-Connecting-IP',
    });
    return hub(request);
  },
};
