import type { Config } from '../loader/contract';
import { untilThere, wait } from './patience';

/** What became of a sealed text: a hub or the bridge has it, it waits here, or nobody will ever take it. */
export type Delivery = 'sent' | 'waiting' | 'refused';

/** Seconds between tries on one page; after the last the next page goes on. */
const PAUSES = [2, 10, 60];
const NEVER = [400, 410, 413];
/** Said by a hub that was restored, moved or is not behind its address now, too: what it says of a form or a key may not last. */
const DOUBTFUL = [404, 405, 409];
/** So long an answer waits that was refused so. */
const WEEK = 6048e5;
/** So long the bridge has to say that it is stored. */
const BRIDGE = 1500;
/** So many characters wait in the site's storage at most, of its five million; what comes then waits on the page alone. */
const MOST = 1e6;

interface Result {
  delivery: Delivery;
  /** Refused by what may not be its hub. */
  doubtful?: boolean;
  /** Seconds before it may be asked again. */
  pause?: number;
}

const ridOf = (sealed: string): string => sealed.split('.')[3]!;

export interface Outbox {
  /**
   * Keeps a sealed text until it is delivered; answers after the first try. What waits on the page alone is tried until it is taken or refused.
   * @param late called when it waits on the page alone
   * @param asked resolves when somebody wants it to be tried now
   */
  send(sealed: string, late?: () => void, asked?: () => Promise<unknown>): Promise<Delivery>;
  stop(): void;
}

/** Tries at once all that waits, that of earlier pages and of other tabs too. */
export function makeOutbox({ hub, space }: Config): Outbox {
  /** An answer waits for its own hub: another one that this site asks on another page does not know its form, and would refuse it. */
  const prefix = `sidelight.${space}.`;
  /** What the site's storage does not take. */
  const here = new Map<string, string>();
  const taken = new Set<string>();
  const end = new AbortController();
  const { signal } = end;

  const waiting = (): string[] => {
    let kept: string[] = [];
    try {
      kept = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    } catch {}
    return [...new Set([...kept.map((key) => key.slice(prefix.length)), ...here.keys()])];
  };
  /** A sealed text, and since when it is refused. */
  const read = (rid: string): string[] =>
    (here.get(rid) ?? localStorage.getItem(prefix + rid) ?? '').split(' ');
  const drop = (rid: string): void => {
    here.delete(rid);
    try {
      localStorage.removeItem(prefix + rid);
    } catch {}
  };

  const keep = (sealed: string): void => {
    const rid = ridOf(sealed);
    // Each post says all that is known: those before it are of no use any more.
    const submission = rid.slice(0, 36);
    const others = waiting();
    const seq = (one: string) => +one.slice(37);
    for (const other of others) if (other.startsWith(submission) && seq(other) < seq(rid)) drop(other);
    try {
      if (others.map(read).join().length > MOST) throw others;
      localStorage.setItem(prefix + rid, sealed);
    } catch {
      here.set(rid, sealed);
    }
  };

  const post = async (sealed: string): Promise<Result> => {
    try {
      const { ok, status, headers } = await fetch(`${hub}/v1/${space}/answers`, {
        method: 'POST',
        body: sealed,
        headers: { 'Content-Type': 'text/plain' },
        credentials: 'omit',
        // Outlives the page; browsers allow 64 KiB of all such requests together.
        keepalive: sealed.length < 50_000,
      });
      if (ok) return { delivery: 'sent' };
      const doubtful = DOUBTFUL.includes(status);
      return {
        delivery: doubtful || NEVER.includes(status) ? 'refused' : 'waiting',
        doubtful,
        pause: +headers.get('Retry-After')!,
      };
    } catch {
      return { delivery: 'waiting' };
    }
  };

  /** One try. What is gone meanwhile, from another tab too, was delivered. */
  const attempt = async (rid: string): Promise<Result> => {
    const [sealed, since = Date.now()] = read(rid);
    if (!sealed) return { delivery: 'sent' };
    document.dispatchEvent(new CustomEvent('sidelight:sealed', { detail: sealed }));
    const result: Result = hub
      ? await post(sealed)
      : await wait(BRIDGE).then(() => ({ delivery: 'waiting' }));
    if (taken.has(rid)) return { delivery: 'sent' };
    if (result.doubtful && Date.now() - +since < WEEK) {
      // Another tab may have delivered it.
      if (localStorage[prefix + rid]) localStorage[prefix + rid] = `${sealed} ${since}`;
    } else if (result.delivery !== 'waiting') {
      drop(rid);
      // Of a page before this one nobody is here any more who could be told.
      if (result.delivery === 'refused') console.warn('Sidelight: not taken', rid);
    }
    return result;
  };

  const retry = async (rid: string): Promise<void> => {
    for (const seconds of hub ? PAUSES : []) {
      await wait(seconds * 1000);
      if (signal.aborted || (await attempt(rid)).delivery !== 'waiting') return;
    }
  };

  const flush = (): void => {
    for (const rid of waiting()) void attempt(rid);
  };

  document.addEventListener(
    'sidelight:taken',
    ({ detail }: CustomEventInit<string>) => {
      taken.add(detail!);
      drop(detail!);
    },
    { signal },
  );
  addEventListener('online', flush, { signal });
  document.addEventListener('visibilitychange', flush, { signal });

  /** Tries now, and again later when it has to wait. */
  const begin = async (rid: string): Promise<Delivery> => {
    const { delivery, pause } = await attempt(rid);
    if (delivery === 'waiting') void wait((pause || 0) * 1000).then(() => retry(rid));
    return delivery;
  };

  for (const rid of waiting()) void begin(rid);

  return {
    send(sealed, late, asked) {
      keep(sealed);
      const rid = ridOf(sealed);
      if (!hub || !here.has(rid)) return begin(rid);
      return untilThere(async () => {
        const { delivery } = await attempt(rid);
        if (delivery !== 'waiting') return delivery;
        late?.();
        throw new Error(rid);
      }, asked);
    },
    stop: () => end.abort(),
  };
}
