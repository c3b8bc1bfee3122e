import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { startHub, type TestHub } from '../../support/hub';
import { FORM, published, sealed } from './client';

export const ANSWERS = 300;

/** What every one of them sends, sorted. */
export const ALL = Array.from({ length: ANSWERS }, (_, n) => sealed({ n, length: 700 })).sort();

const api = (hub: TestHub, path: string) => `${hub.url}/v1/${hub.space}/${path}`;
const owner = (hub: TestHub) => ({ Authorization: `Bearer ${hub.token}` });

/** Two hubs on one storage, with a form that is open. */
export async function startBoth(urls: string[]): Promise<[TestHub, TestHub]> {
  const args = ['--store', urls.join(',')];
  const first = await startHub({ args });
  const hubs: [TestHub, TestHub] = [first, await startHub({ args, beside: first })];
  const body = JSON.stringify(published());
  const put = await fetch(api(first, `forms/${FORM}`), { method: 'PUT', headers: owner(first), body });
  expect(put.status).toBe(204);
  return hubs;
}

/** What is done to hubs and servers meanwhile; `stored` says how many are acknowledged. */
export type Harm = (stored: () => number) => Promise<void>;

export const reach = async (stored: () => number, count: number) => {
  while (stored() < count) await sleep(5);
};

/**
 * Posts as the widget does: to any hub, again until one says that it is stored. Calls `harm` on the way.
 * @param rest ms between two answers of one of the eight who post
 * @returns how often each status came, 0 for none; the longest time in ms in which nothing was acknowledged
 */
export async function postAll(
  hubs: TestHub[],
  harm: Harm[],
  rest = 15,
): Promise<{ statuses: Map<number, number>; silence: number }> {
  const statuses = new Map<number, number>();
  let stored = 0;
  let next = 0;
  let silence = 0;
  let last = Date.now();
  const visitor = async (nth: number) => {
    while (next < ANSWERS) {
      const text = sealed({ n: next++, length: 700 });
      for (let turn = nth; ; turn++) {
        const hub = hubs[turn % hubs.length] as TestHub;
        const answer = await fetch(api(hub, 'answers'), { method: 'POST', body: text }).catch(() => null);
        statuses.set(answer?.status ?? 0, (statuses.get(answer?.status ?? 0) ?? 0) + 1);
        if (answer?.status === 204) break;
        await sleep(30);
      }
      silence = Math.max(silence, Date.now() - last);
      last = Date.now();
      stored += 1;
      // As slow as people: what is killed is killed among posts.
      await sleep(rest);
    }
  };
  await Promise.all([
    ...Array.from({ length: 8 }, (_, nth) => visitor(nth)),
    ...harm.map((one) => one(() => stored)),
  ]);
  return { statuses, silence };
}

/** What a hub has, fetched page by page. */
export async function pullAll(hub: TestHub): Promise<string[]> {
  const found: string[] = [];
  for (let after = 0; ; ) {
    const page = await pull(hub, after);
    if (page.answers.length === 0) return found;
    found.push(...page.answers.map((one) => one.sealed));
    after = page.last;
  }
}

async function pull(hub: TestHub, after: number): Promise<{ answers: { sealed: string }[]; last: number }> {
  const answer = await fetch(api(hub, `answers?after=${after}&limit=70`), { headers: owner(hub) });
  if (answer.status !== 200) throw new Error(`The hub answers ${answer.status}.`);
  return (await answer.json()) as { answers: { sealed: string }[]; last: number };
}

/** Fetches as the workspace does, from any hub that answers and ever on behind what it has, until it has all. */
export async function follow(hubs: TestHub[]): Promise<string[]> {
  const found: string[] = [];
  for (let after = 0, turn = 0; found.length < ANSWERS; turn++) {
    const page = await pull(hubs[turn % hubs.length] as TestHub, after).catch(() => null);
    if (page) {
      found.push(...page.answers.map((one) => one.sealed));
      after = page.last;
    }
    await sleep(50);
  }
  return found;
}

/** Ends hubs one after the other at random, and starts each again. @returns how often, once all is over */
export function killAtRandom(hubs: TestHub[]): { harm: Harm; kills: () => number } {
  let kills = 0;
  return {
    kills: () => kills,
    async harm(stored) {
      for (let count = 20; count < ANSWERS - 40; count += 20 + Math.floor(40 * Math.random())) {
        await reach(stored, count);
        const hub = hubs[Math.floor(hubs.length * Math.random())] as TestHub;
        await hub.kill();
        await hub.restart();
        kills += 1;
      }
    },
  };
}
