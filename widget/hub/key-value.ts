import { parseSealed } from '../../lib/surveys/answer.ts';
import { type Arrival, type HubStore, type StoredForm, submissionOf, type Waiting } from './store.ts';

/**
 * What a serverless hub keeps its things in. Each call is seen by all that begin after it (linearizable): Durable Objects, DynamoDB,
 * Deno KV, Redis or S3 with conditional writes are like that; a store that is consistent some time later is not enough.
 */
export interface KeyValue {
  get(key: string): Promise<string | null>;
  /** @returns false when `ifAbsent` was wanted and something was there: it stays as it was */
  put(key: string, value: string, ifAbsent?: boolean): Promise<boolean>;
  /** Keys that begin with `prefix` and are behind `after` (a key, or '' for the first ones), in the order of their characters. */
  list(prefix: string, after: string, limit: number): Promise<string[]>;
  delete(key: string): Promise<void>;
}

const POLL = 1000;
const PAGE = 500;
/** Stands where a text was that is wanted no more. */
const GONE = '';
const number = (n: number) => String(n).padStart(12, '0');
const numberOf = (key: string) => Number(key.slice(-12));

/**
 * The hub's storage over a key-value store. Answers are a log: each is put, if absent, under the number behind the last one, so that
 * numbers have no gap above the floor and a reader misses none. Of two posts of one `rid` the one that its `rid` key names counts.
 */
export function keyValueStore(kv: KeyValue): HubStore {
  const log = (space: string) => `log/${space}/`;
  const last = new Map<string, number>();

  async function* keys(prefix: string, after = ''): AsyncGenerator<string> {
    for (let from = after; ; ) {
      const page = await kv.list(prefix, from, PAGE);
      yield* page;
      if (page.length < PAGE) return;
      from = page.at(-1) as string;
    }
  }

  async function lastKey(prefix: string, after = ''): Promise<number> {
    let found = 0;
    for await (const key of keys(prefix, after)) found = numberOf(key);
    return found;
  }

  /** Puts the text behind everything. What came out at or below the floor may have been overlooked, and goes behind again. */
  async function append(space: string, value: string): Promise<number> {
    const known = last.get(space) ?? 0;
    let n = Math.max(known, await lastKey(log(space), known ? log(space) + number(known) : ''));
    for (;;) {
      n += 1;
      if (!(await kv.put(log(space) + number(n), value, true))) continue;
      const floor = await lastKey(`floor/${space}/`);
      if (floor < n) break;
      await kv.delete(log(space) + number(n));
      n = floor;
    }
    last.set(space, Math.max(n, last.get(space) ?? 0));
    return n;
  }

  /** @returns whether the entry `n` is the one that counts for its `rid` */
  async function settle(space: string, rid: string, n: number): Promise<boolean> {
    const key = `rid/${space}/${rid}`;
    if ((await kv.put(key, number(n), true)) || (await kv.get(key)) === number(n)) return true;
    await kv.put(log(space) + number(n), GONE);
    return false;
  }

  async function count(space: string, form: string, most: number): Promise<number> {
    let found = 0;
    for await (const _ of keys(`begun/${space}/${form}/`)) if (++found >= most) break;
    return found;
  }

  /**
   * One of the places that a form has, put if absent: of posts that come at once no more are let in than there are. Whoever died between
   * its place and its answer finds it again.
   */
  async function hasPlace(space: string, form: string, submission: string, most: number): Promise<boolean> {
    const places = `place/${space}/${form}/`;
    const answered = await count(space, form, most);
    for (let n = answered; n < most; n += 1) {
      const key = places + number(n);
      if ((await kv.put(key, submission, true)) || (await kv.get(key)) === submission) return true;
    }
    // A place further down may be of one who has not answered yet, and that may be this one. Where all have, nobody looks.
    if (answered < most)
      for await (const key of keys(places)) {
        if (numberOf(key) >= answered) break;
        if ((await kv.get(key)) === submission) return true;
      }
    return false;
  }

  async function add(space: string, { form, rid, sealed, at }: Arrival, most: number) {
    if ((await kv.get(`rid/${space}/${rid}`)) !== null) return 'already';
    const submission = submissionOf(rid);
    const begun = `begun/${space}/${form}/${submission}`;
    if ((await kv.get(begun)) === null) {
      if (most < Number.POSITIVE_INFINITY && !(await hasPlace(space, form, submission, most))) return 'full';
      await kv.put(begun, '1', true);
    }
    const n = await append(space, `${at} ${sealed}`);
    return (await settle(space, rid, n)) ? 'stored' : 'already';
  }

  async function after(space: string, n: number, limit: number, bytes: number): Promise<Waiting[]> {
    const found: Waiting[] = [];
    let size = 0;
    for await (const key of keys(log(space), log(space) + number(n))) {
      const value = await kv.get(key);
      if (!value) continue;
      const sealed = value.slice(value.indexOf(' ') + 1);
      const rid = parseSealed(sealed)?.rid;
      if (!rid || !(await settle(space, rid, numberOf(key)))) continue;
      size += sealed.length;
      if (found.length > 0 && size > bytes) break;
      found.push({ n: numberOf(key), sealed });
      if (found.length >= limit) break;
    }
    return found;
  }

  return {
    tokenHash: (space) => kv.get(`space/${space}`),
    putSpace: async (space, hash) => void (await kv.put(`space/${space}`, hash)),

    async form(space, id) {
      const body = await kv.get(`form/${space}/${id}`);
      return body ? (JSON.parse(body) as StoredForm) : null;
    },
    async forms(space) {
      const found = [];
      for await (const key of keys(`form/${space}/`)) {
        const body = await kv.get(key);
        if (body)
          found.push({ id: key.slice(key.lastIndexOf('/') + 1), form: JSON.parse(body) as StoredForm });
      }
      return found;
    },
    putForm: async (space, id, form) => void (await kv.put(`form/${space}/${id}`, JSON.stringify(form))),
    submissions: count,

    add,
    after,
    arrival: (_space, signal) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, POLL);
        signal.addEventListener('abort', done);
        if (signal.aborted) done();
      }),
    async deleteThrough(space, through, before = Number.POSITIVE_INFINITY) {
      const old: string[] = [];
      for await (const key of keys(log(space))) {
        if (numberOf(key) > through) break;
        const value = (before < Number.POSITIVE_INFINITY && (await kv.get(key))) || '0';
        if (Number.parseInt(value, 10) >= before) break;
        old.push(key);
      }
      const highest = old.at(-1);
      if (!highest) return;
      // Before anything is gone: who finds a free number below it is to know why.
      await kv.put(`floor/${space}/${number(numberOf(highest))}`, '1');
      for (const key of old) await kv.delete(key);
      const floors: string[] = [];
      for await (const key of keys(`floor/${space}/`)) floors.push(key);
      for (const key of floors.slice(0, -1)) await kv.delete(key);
    },
    async deleteOne(space, rid) {
      const key = `rid/${space}/${rid}`;
      const n = await kv.get(key);
      await kv.put(key, 'erased');
      // Overwritten, not deleted: its number is never given again.
      if (n && n !== 'erased' && (await kv.get(log(space) + n)) !== null) await kv.put(log(space) + n, GONE);
    },

    figures: async () => ({ bytes: null, waiting: null }),
    close: async () => {},
  };
}
