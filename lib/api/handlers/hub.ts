import { connectHub, hubView, withProblem } from '@/lib/hub/connect';
import { answersKey, identifySecret } from '@/lib/hub/keys';
import { pull } from '@/lib/hub/pull';
import { uploadSurvey } from '@/lib/hub/upload';
import { disconnect } from '@/lib/store/connections';
import { StoreError } from '@/lib/store/errors';
import type { HandlerContext, Handlers, StoreOperation } from './context';

type HubOperation = Extract<StoreOperation, `hub.${string}`>;

async function connected({ db, now }: HandlerContext) {
  const view = await hubView(db, now());
  if (!view) throw new StoreError('missing', 'No hub is connected.');
  return view;
}

export const hubHandlers: Handlers<HubOperation> = {
  'hub.get': ({ db, now }) => hubView(db, now()),
  'hub.connect': async (ctx, input) => {
    await connectHub(ctx, input);
    await pull(ctx, { wait: 0 });
    return connected(ctx);
  },
  'hub.disconnect': async ({ db }) => {
    await disconnect(db);
    return {};
  },
  'hub.pull': pull,
  'hub.upload': async (ctx, input) => {
    await withProblem(() => uploadSurvey(ctx, input));
    return connected(ctx);
  },
  'hub.key': ({ db, now }) => answersKey(db, now()),
  'hub.identifySecret': async ({ db, now }) => ({ secret: await identifySecret(db, now()) }),
};
