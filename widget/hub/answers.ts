import { EVENTS, LONGEST_SEALED, parseSealed } from '../../lib/surveys/answer.ts';
import type { HubEnv } from './env.ts';
import { mostOf, presentForm, unknownForm } from './forms.ts';
import type { Rates } from './limits.ts';
import { nothing, Refusal, readText } from './replies.ts';
import type { HubStore, Waiting } from './store.ts';

/** Chrome ends a worker whose request has had no answer for 30 s. */
const LONGEST_WAIT = 20;
const MOST_PULLED = 500;
/** Of one answer to a pull, in characters. */
const PULLED_SIZE = 4_000_000;
const DAY = 86_400_000;

function spend(env: HubEnv, kind: keyof Rates, name: string): void {
  const seconds = env.limits.spend(kind, name, env.now());
  if (seconds > 0)
    throw new Refusal(429, `too_many_${kind}`, 'Too many answers at once. Try again later.', {
      'Retry-After': String(seconds),
    });
}

/** Which key the form's answers are sealed for, and how many it may have. Events come with any key of the space. */
async function admission(store: HubStore, space: string, form: string, keyId: string): Promise<number> {
  if (form === EVENTS) {
    const all = (await store.forms(space)).filter((one) => one.form.state !== 'gone');
    if (all.length === 0) throw unknownForm();
    if (!all.some((one) => one.form.keyId === keyId)) throw wrongKey();
    return Number.POSITIVE_INFINITY;
  }
  const found = await presentForm(store, space, form);
  if (found.keyId !== keyId) throw wrongKey();
  return mostOf(found);
}
const wrongKey = () => new Refusal(409, 'wrong_key', 'The answer is sealed for another key.');

async function take(request: Request, store: HubStore, env: HubEnv, space: string): Promise<Response> {
  spend(env, 'address', env.address ?? '');
  const text = await readText(request, LONGEST_SEALED);
  const sealed = parseSealed(text);
  if (!sealed) throw new Refusal(400, 'not_sealed', 'This is not a sealed answer.');
  const { form, rid, keyId } = sealed;
  const most = await admission(store, space, form, keyId);
  spend(env, 'form', `${space}/${form}`);
  spend(env, 'all', '');
  const how = await store.add(space, { form, rid, sealed: text, at: env.now() }, most);
  if (how === 'full') throw new Refusal(410, 'closed', 'This form takes no answers any more.');
  if (how === 'already') env.metrics.replayed += 1;
  else {
    env.metrics.stored += 1;
    env.metrics.bytes += text.length;
  }
  return nothing();
}

/** Stores one sealed text, and says so when it is durable. */
export async function postAnswer(
  request: Request,
  store: HubStore,
  env: HubEnv,
  space: string,
): Promise<Response> {
  try {
    return await take(request, store, env, space);
  } catch (error) {
    env.metrics.refuse(error instanceof Refusal ? error.code : 'failed');
    throw error;
  }
}

/** @throws Refusal 400 when the parameter is there and no whole number from 0 */
function whole(params: URLSearchParams, name: string): number | null {
  const text = params.get(name);
  if (text === null) return null;
  if (!/^\d{1,15}$/.test(text)) throw new Refusal(400, 'bad_parameter', `${name} is a whole number.`);
  return Number(text);
}

/** What came behind `after`; when there is nothing, waits for it up to `wait` seconds. */
export async function pullAnswers(
  request: Request,
  store: HubStore,
  env: HubEnv,
  space: string,
): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const after = whole(params, 'after') ?? 0;
  const limit = Math.min(MOST_PULLED, Math.max(1, whole(params, 'limit') ?? MOST_PULLED));
  const wait = request.method === 'HEAD' ? 0 : Math.min(LONGEST_WAIT, whole(params, 'wait') ?? 0);
  env.metrics.pulls += 1;
  // Who asks for what is behind it has stored what is before it.
  if (env.keepDays !== undefined) await store.deleteThrough(space, after, env.now() - env.keepDays * DAY);

  const over = new AbortController();
  const end = () => over.abort();
  const timer = wait > 0 ? setTimeout(end, wait * 1000) : undefined;
  env.gone?.addEventListener('abort', end);
  if (env.gone?.aborted) end();
  let answers: Waiting[];
  try {
    for (;;) {
      // Listening begins before looking: what comes between the two is not slept over.
      const arrival = wait > 0 ? store.arrival(space, over.signal) : null;
      answers = await store.after(space, after, limit, PULLED_SIZE);
      if (answers.length > 0 || !arrival || over.signal.aborted) break;
      await arrival;
    }
  } finally {
    clearTimeout(timer);
    env.gone?.removeEventListener('abort', end);
    end();
  }
  env.metrics.pulled += answers.length;
  const last = answers.at(-1)?.n ?? after;
  return Response.json({ answers, last }, { headers: { 'Cache-Control': 'no-store' } });
}

/** `through`: everything that was pulled. `rid`: one post, whose person asked to be forgotten. */
export async function deleteAnswers(request: Request, store: HubStore, space: string): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const through = whole(params, 'through');
  const rid = params.get('rid');
  if ((through === null) === (rid === null))
    throw new Refusal(400, 'bad_parameter', 'Either through or rid is to be given.');
  if (through !== null) await store.deleteThrough(space, through);
  else if (/^[0-9a-f-]{36}-\d{1,4}$/.test(rid as string)) await store.deleteOne(space, rid as string);
  else throw new Refusal(400, 'bad_parameter', 'rid is a submission and a number.');
  return nothing();
}
