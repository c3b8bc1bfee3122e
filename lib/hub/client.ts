import type { HubProblem } from '@/lib/api/survey-views';
import type { Connection } from '@/lib/crm/secrets';

/** The only place that asks the network for anything: the hub that the user connected, and nobody else. */

/** Why the hub did not do it. */
export class HubFault extends Error {
  constructor(readonly problem: HubProblem) {
    super(problem);
    this.name = 'HubFault';
  }
}

export type HubAddress = Pick<Connection, 'url' | 'space' | 'token'>;

const LOCAL = new Set(['localhost', '127.0.0.1']);

/**
 * Takes a connection address apart: `https://hub.example/#space.token`.
 * @throws HubFault `address` when it is none, or would send the token in the clear over a network
 */
export function parseAddress(address: string): HubAddress {
  const url = URL.canParse(address.trim()) ? new URL(address.trim()) : null;
  const [, space, token] = /^#([0-9a-z]{4,32})\.([\w-]{20,200})$/.exec(url?.hash ?? '') ?? [];
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOCAL.has(url.hostname));
  if (!url || !safe || !space || !token || url.username || url.password) throw new HubFault('address');
  return { url: `${url.origin}${url.pathname}`.replace(/\/+$/, ''), space, token };
}

/** How long the hub may take to answer, in ms, besides what it was asked to wait. */
const PATIENCE = 15_000;

interface Ask {
  method?: 'GET' | 'PUT' | 'DELETE';
  body?: unknown;
  /** Seconds for which the hub may keep the answer back. */
  wait?: number;
  /** How long it may take besides, in ms. */
  patience?: number;
}

async function ask({ url, space, token }: HubAddress, path: string, given: Ask = {}): Promise<Response> {
  const { method = 'GET', body, wait = 0, patience = PATIENCE } = given;
  let response: Response;
  try {
    response = await fetch(`${url}/v1/${space}/${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      // The token is for this hub: wherever it would send us does not get it.
      redirect: 'error',
      signal: AbortSignal.timeout(patience + wait * 1000),
    });
  } catch {
    throw new HubFault('offline');
  }
  if (!response.ok) throw new HubFault(problemOf(response.status));
  return response;
}

function problemOf(status: number): HubProblem {
  if (status === 401 || status === 403) return 'token';
  if (status === 404) return 'address';
  if (status === 429) return 'busy';
  return status < 500 ? 'refused' : 'server';
}

export interface Waiting {
  n: number;
  sealed: string;
}

/**
 * What came in behind a number, at most `limit`.
 * @param wait seconds for the first when there is none
 * @throws HubFault
 */
export async function fetchAnswers(
  hub: HubAddress,
  { after, limit, wait }: { after: number; limit: number; wait: number },
): Promise<Waiting[]> {
  const response = await ask(hub, `answers?after=${after}&limit=${limit}&wait=${wait}`, { wait });
  const { answers } = (await response.json().catch(() => ({}))) as { answers?: unknown };
  if (!Array.isArray(answers)) throw new HubFault('server');
  const usable = answers.filter(
    (one): one is Waiting => Number.isSafeInteger(one?.n) && one.n > after && typeof one.sealed === 'string',
  );
  return usable.sort((a, b) => a.n - b.n);
}

/** What the hub keeps of one survey. */
export interface HubForm {
  version: number;
  keyId: string;
  state: 'open' | 'closed';
  show: object;
  langs: Record<string, object>;
}

export async function putForm(hub: HubAddress, code: string, form: HubForm): Promise<void> {
  await ask(hub, `forms/${code}`, { method: 'PUT', body: form });
}

/** Somebody waits while this is asked: rather no answer than a late one. */
const SOON = 3000;

/** The version of a form that the hub has; 0 when it has none. @throws HubFault */
export async function formVersion(hub: HubAddress, code: string): Promise<number> {
  try {
    const response = await ask(hub, `forms/${code}`, { patience: SOON });
    const { version } = (await response.json().catch(() => ({}))) as { version?: unknown };
    return Number.isSafeInteger(version) ? Number(version) : 0;
  } catch (fault) {
    if (fault instanceof HubFault && fault.problem === 'address') return 0;
    throw fault;
  }
}

export async function deleteForm(hub: HubAddress, code: string): Promise<void> {
  await ask(hub, `forms/${code}`, { method: 'DELETE' });
}

/** Has the hub forget one post. */
export async function deleteAnswer(hub: HubAddress, rid: string): Promise<void> {
  await ask(hub, `answers?rid=${encodeURIComponent(rid)}`, { method: 'DELETE' });
}
