import type { Config } from '../loader/contract';
import { wait } from './patience';

/** What became of a sealed text: a hub or the bridge has it, it waits here, or nobody will ever take it. */
export type Delivery = 'sent' | 'waiting' | 'refused';

/** Milliseconds before what did not get through is tried again: a little, then longer, then once a minute. */
const PAUSES = [2000, 10_000];
/** Between two that waited: so a few hundred leave a hub's rate some room for what is answered meanwhile. */
const GAP = 250;
/** So long a hub has to take one that waited: those behind it want to be sent as well. */
const PATIENCE = 60_000;
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
   * Keeps a sealed text until it is delivered; answers after the first try, and of what waits on the page alone when it is taken or refused.
   * @param late called when it waits on the page alone
   */
  send(sealed: string, late?: () => void): Promise<Delivery>;
  /** Somebody wants what waits on the page alone to be tried now. */
  retry(): void;
  stop(): void;
}

/** Sends in turn all that waits, that of earlier pages and of other tabs too, until nothing does. */
export function makeOutbox({ hub, space }: Config): Outbox {
  /** An answer waits for its own hub: another one that this site asks on another page does not know its form, and would refuse it. */
  const prefix = `sidelight.${space}.`;
  /** What the site's storage does not take. */
  const here = new Map<string, string>();
  const taken = new Set<string>();
  /** Who is to be told what became of what waits on the page alone. */
  const told = new Map<string, (delivery: Delivery) => void>();
  const underWay = new Map<string, Promise<Delivery>>();
  /** How often each did not get through: one that never does holds back none of the others. */
  const failed = new Map<string, number>();
  const end = new AbortController();
  const { signal } = end;
  let tries = 0;
  /** The hub is to be asked for what waits no earlier. */
  let notBefore = 0;
  let isSending = false;
  let timer: ReturnType<typeof setTimeout>;

  const waiting = (): string[] => {
    let kept: string[] = [];
    try {
      kept = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    } catch {}
    const times = (rid: string) => failed.get(rid) ?? 0;
    return [...here.keys(), ...kept.map((key) => key.slice(prefix.length))].sort(
      (a, b) => times(a) - times(b),
    );
  };
  const stored = (rid: string): string => {
    try {
      return localStorage.getItem(prefix + rid) ?? '';
    } catch {
      return '';
    }
  };
  /** A sealed text, and since when it is refused. */
  const read = (rid: string): string[] => (here.get(rid) ?? stored(rid)).split(' ');
  const drop = (rid: string): void => {
    here.delete(rid);
    told.get(rid)?.('sent');
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

  const post = async (sealed: string, isNew: boolean): Promise<Result> => {
    try {
      const { ok, status, headers } = await fetch(`${hub}/v1/${space}/answers`, {
        method: 'POST',
        body: sealed,
        headers: { 'Content-Type': 'text/plain' },
        credentials: 'omit',
        // Outlives the page; browsers allow 64 KiB of all such requests together. What waited is kept anyway.
        keepalive: isNew && sealed.length < 50_000,
        signal: isNew ? null : AbortSignal.timeout(PATIENCE),
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
  const attempt = async (rid: string, isNew: boolean): Promise<Delivery> => {
    const [sealed, since = Date.now()] = read(rid);
    if (!sealed) return 'sent';
    document.dispatchEvent(new CustomEvent('sidelight:sealed', { detail: sealed }));
    const { delivery, doubtful, pause }: Result = hub
      ? await post(sealed, isNew)
      : await wait(BRIDGE).then(() => ({ delivery: 'waiting' }));
    if (taken.has(rid)) return 'sent';
    if (delivery === 'waiting') {
      failed.set(rid, (failed.get(rid) ?? 0) + 1);
      notBefore = Math.max(notBefore, Date.now() + (pause || 0) * 1000);
      return delivery;
    }
    told.get(rid)?.(delivery);
    if (doubtful && Date.now() - +since < WEEK) {
      try {
        // Another tab may have delivered it.
        if (stored(rid)) localStorage.setItem(prefix + rid, `${sealed} ${since}`);
      } catch {}
    } else {
      drop(rid);
      // Of a page before this one nobody is here any more who could be told.
      if (delivery === 'refused') console.warn('Sidelight: not taken', rid);
    }
    return delivery;
  };

  /** A try, or the one that is under way. */
  const bring = (rid: string, isNew = false): Promise<Delivery> => {
    const under = underWay.get(rid) ?? attempt(rid, isNew).finally(() => underWay.delete(rid));
    underWay.set(rid, under);
    return under;
  };

  /** Tries again later, and no earlier than the hub has said. */
  const plan = (): void => {
    clearTimeout(timer);
    if (!hub) return;
    timer = setTimeout(flush, Math.max(notBefore - Date.now(), PAUSES[tries] ?? 60_000));
    tries += 1;
  };

  const flush = async (): Promise<void> => {
    // A bridge is in this very browser: it takes all at once.
    if (!hub) for (const rid of waiting()) void bring(rid);
    if (!hub || isSending) return;
    isSending = true;
    const tried = new Set<string>();
    // What is stopped goes on from the site's next page, but for what waits on this one alone.
    const isNext = (rid: string) => !tried.has(rid) && (!signal.aborted || here.has(rid));
    for (;;) {
      // Looked up again each time: one that is answered meanwhile belongs to them.
      const rid = waiting().find(isNext);
      if (!rid) break;
      tried.add(rid);
      if ((await bring(rid)) === 'waiting') {
        plan();
        break;
      }
      tries = 0;
      await wait(GAP);
    }
    isSending = false;
  };
  const look = (): void => {
    if (Date.now() >= notBefore) void flush();
  };

  document.addEventListener(
    'sidelight:taken',
    ({ detail }: CustomEventInit<string>) => {
      taken.add(detail!);
      drop(detail!);
    },
    { signal },
  );
  addEventListener('online', look, { signal });
  document.addEventListener('visibilitychange', look, { signal });

  void flush();

  return {
    async send(sealed, late) {
      keep(sealed);
      const rid = ridOf(sealed);
      const settled = new Promise<Delivery>((resolve) => told.set(rid, resolve));
      const delivery = await bring(rid, true);
      if (delivery !== 'waiting') return delivery;
      plan();
      if (!hub || !here.has(rid)) return delivery;
      late?.();
      return settled;
    },
    retry: () => here.forEach((_, rid) => void bring(rid, true)),
    stop: () => end.abort(),
  };
}
