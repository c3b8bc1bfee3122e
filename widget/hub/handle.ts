import { deleteAnswers, postAnswer, pullAnswers } from './answers.ts';
import type { HubEnv } from './env.ts';
import { deleteForm, FORM_ID, formState, getForm, listForms, putForm } from './forms.ts';
import { metricsText } from './metrics.ts';
import { formPage, frontPage, refusalPage, widgetFile } from './pages.ts';
import { Refusal, refusalReply, sha256 } from './replies.ts';
import { type HubStore, StoreAway } from './store.ts';

interface Call {
  request: Request;
  store: HubStore;
  env: HubEnv;
  space: string;
  id: string;
}
type Action = (call: Call) => Promise<Response>;

/** Equal in a time that does not tell where two hex digests differ. */
function equal(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let at = 0; at < a.length; at++) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}

/** Whether the request bears this token, by its hash. */
async function bears(request: Request, hash: string): Promise<boolean> {
  const [, token = ''] = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.get('Authorization') ?? '') ?? [];
  return equal(await sha256(token), hash);
}

/** For the workspace alone. A space that is not there is refused as a wrong token is. */
const owned =
  (action: Action): Action =>
  async (call) => {
    const wanted = (await call.store.tokenHash(call.space)) ?? '0'.repeat(64);
    if (!(await bears(call.request, wanted)))
      throw new Refusal(401, 'wrong_token', 'The token is not the one of this space.', {
        'WWW-Authenticate': 'Bearer',
      });
    return action(call);
  };

const within =
  (action: Action): Action =>
  async (call) => {
    if ((await call.store.tokenHash(call.space)) === null)
      throw new Refusal(404, 'unknown_space', 'There is no such space here.');
    return action(call);
  };

const publicForm = within(({ request, store, space, id }) => getForm(request, store, space, id));
const ownForm = owned(({ store, space, id }) => formState(store, space, id));
const form: Record<string, Action> = {
  GET: (call) => (call.request.headers.has('Authorization') ? ownForm : publicForm)(call),
  PUT: owned(({ request, store, space, id }) => putForm(request, store, space, id)),
  DELETE: owned(({ store, space, id }) => deleteForm(store, space, id)),
};
const post = within(({ request, store, env, space }) => postAnswer(request, store, env, space));
const ingestion: Record<string, Action> = { POST: post };
const answers: Record<string, Action> = {
  POST: post,
  GET: owned(({ request, store, env, space }) => pullAnswers(request, store, env, space)),
  DELETE: owned(({ request, store, space }) => deleteAnswers(request, store, space)),
};

const SPACE = '([0-9a-z]{4,32})';
const text = (body: string, type = 'text/plain') =>
  new Response(body, { headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' } });

/** What can be done at an address: by method, GET standing for HEAD too. Null when there is nothing at it. */
function actionsAt(
  path: string,
  request: Request,
): { actions: Record<string, Action>; space: string; id: string } | null {
  const [, space = '', rest = ''] = new RegExp(`^/v1/${SPACE}/(.+)$`).exec(path) ?? [];
  if (rest === 'forms')
    return {
      actions: { GET: within((call) => listForms(call.request, call.store, call.space)) },
      space,
      id: '',
    };
  if (rest === 'answers') {
    // Without a token this is the widget's address, which takes posts and nothing else.
    const isOwner = request.headers.has('Authorization') || request.method === 'OPTIONS';
    return { actions: isOwner ? answers : ingestion, space, id: '' };
  }
  const [, id = ''] = /^forms\/([^/]+)$/.exec(rest) ?? [];
  if (FORM_ID.test(id)) return { actions: form, space, id };

  const [, pageSpace = '', pageId = ''] = new RegExp(`^/f/${SPACE}/([0-9a-z]{10})$`).exec(path) ?? [];
  if (pageId) return { actions: { GET: formPage }, space: pageSpace, id: pageId };
  const alone = OTHERS[path] ?? (/^\/[\w.-]+\.js$/.test(path) ? widgetFile : undefined);
  return alone ? { actions: { GET: alone }, space: '', id: '' } : null;
}

const OTHERS: Record<string, Action> = {
  '/': frontPage,
  '/health': async ({ store }) => {
    await store.figures();
    return text('ok\n');
  },
  '/metrics': async ({ request, store, env }) => {
    // How much somebody is answered is nobody else's business.
    const { local, metricsToken } = env;
    const known = metricsToken !== undefined && (await bears(request, await sha256(metricsToken)));
    if (!local && !known) throw new Refusal(404, 'not_found', 'There is nothing at this address.');
    return text(await metricsText(env, store), 'text/plain; version=0.0.4');
  },
  '/robots.txt': async () => text('User-agent: *\nDisallow: /\n'),
};

/** Browsers ask before a request that bears a token; and again where a public page speaks to a private address. */
function preflight(request: Request, allow: string): Response {
  const headers = new Headers({
    Allow: allow,
    'Access-Control-Allow-Methods': allow,
    'Access-Control-Allow-Headers': 'Authorization, Content-Type',
    'Access-Control-Max-Age': '86400',
    Vary: 'Access-Control-Request-Private-Network',
  });
  if (request.headers.get('Access-Control-Request-Private-Network') === 'true')
    headers.set('Access-Control-Allow-Private-Network', 'true');
  return new Response(null, { status: 204, headers });
}

async function answer(request: Request, store: HubStore, env: HubEnv, path: string): Promise<Response> {
  const found = actionsAt(path, request);
  if (!found) throw new Refusal(404, 'not_found', 'There is nothing at this address.');
  const { actions, space, id } = found;
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const names = Object.keys(actions);
  const allow = [...names, ...(names.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  if (method === 'OPTIONS') return preflight(request, allow);
  const action = Object.hasOwn(actions, method) ? actions[method] : undefined;
  if (!action) {
    if (actions === ingestion) env.metrics.refuse('wrong_method');
    throw new Refusal(405, 'wrong_method', `Here one may ${allow}.`, { Allow: allow });
  }
  return action({ request, store, env, space, id });
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof StoreAway)
    return new Refusal(503, 'away', 'The hub cannot reach its storage. Try again later.', {
      'Retry-After': '5',
    });
  return new Refusal(500, 'failed', 'The hub could not do it. Try again later.');
}

/**
 * Answers one request to the hub, whatever carries it: the server of this package or a serverless platform. Never throws.
 * The path is read behind nothing: who stands before the hub takes a prefix away.
 */
export async function handle(request: Request, store: HubStore, env: HubEnv): Promise<Response> {
  const path = new URL(request.url).pathname;
  let response: Response;
  try {
    response = await answer(request, store, env, path);
  } catch (error) {
    if (!(error instanceof Refusal)) env.log?.(error);
    const refusal = refusalOf(error);
    response = path.startsWith('/f/') ? refusalPage(request, refusal) : refusalReply(refusal);
  }
  const { headers } = response;
  headers.set('X-Content-Type-Options', 'nosniff');
  // Pages of any origin may ask, and none with cookies: there are none. Scripts too: a page may load them with integrity.
  if (!path.startsWith('/f/')) {
    headers.set('Access-Control-Allow-Origin', '*');
    headers.set('Access-Control-Expose-Headers', 'Retry-After, ETag');
    headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
  }
  return request.method === 'HEAD' ? new Response(null, response) : response;
}
