import { ask } from '@/lib/api/remote';
import { send } from '@/lib/platform/messaging';

/** One way of a command to the background: answered, lost, or answered and withheld by this page as if it had been lost. */
export interface Sending {
  commandId: string;
  op: string;
  answer: 'came' | 'lost' | 'withheld';
  /** Whether the store held the command's change afterwards. */
  done: boolean;
  /** When it was sent, and when its answer came or was lost, epoch ms. */
  sentAt: number;
  endedAt: number;
}

/** What the product's own client looks like to a test. The bundle puts it at `globalThis.remote`. */
export interface Remote {
  call(op: string, input: unknown, commandId?: string): Promise<unknown>;
  /** Every way of every command so far that has ended, with or without an answer. */
  sendings: Sending[];
  /** Resolves when so many commands in all have been answered and another is under way, at once when it is so already. */
  answered(count: number): Promise<void>;
  /** Of so many answers one is withheld; 0 for none. */
  withholdEvery: number;
}

const sendings: Sending[] = [];
const waiting: { count: number; resolve(): void }[] = [];
let database: Promise<IDBDatabase> | undefined;
let onTheWay = 0;
let answers = 0;
let arrived = 0;

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Whether the store holds the change of a command. */
async function isDone(commandId: string): Promise<boolean> {
  database ??= settled(indexedDB.open('sidelight'));
  const changes = (await database).transaction('changes').objectStore('changes');
  return (await settled(changes.index('k.command').count(commandId))) > 0;
}

function tellWaiting(): void {
  if (onTheWay === 0) return;
  for (const ready of waiting.filter(({ count }) => count <= answers)) {
    waiting.splice(waiting.indexOf(ready), 1);
    ready.resolve();
  }
}

const remote: Remote = {
  sendings,
  withholdEvery: 0,
  answered: (count) =>
    new Promise((resolve) => {
      waiting.push({ count, resolve });
      tellWaiting();
    }),
  call(op, input, commandId = crypto.randomUUID()) {
    const recorded = async (request: unknown) => {
      const sentAt = Date.now();
      onTheWay += 1;
      tellWaiting();
      const answer = await send(request).catch(() => undefined);
      const endedAt = Date.now();
      onTheWay -= 1;
      const came = answer !== undefined && answer !== null;
      if (came) arrived += 1;
      const withheld = came && remote.withholdEvery > 0 && arrived % remote.withholdEvery === 0;
      if (came && !withheld) answers += 1;
      tellWaiting();
      const done = came || (await isDone(commandId));
      sendings.push({
        commandId,
        op,
        answer: withheld ? 'withheld' : came ? 'came' : 'lost',
        done,
        sentAt,
        endedAt,
      });
      return withheld ? undefined : answer;
    };
    return ask(recorded, op, input, commandId);
  },
};

Object.assign(globalThis, { remote });
