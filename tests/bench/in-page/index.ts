import '@/lib/api/jitless';
import { backup } from './backup';
import { bringIn } from './bring-in';
import { exercise } from './exercise';
import { insight } from './insight';
import { lookUp } from './look-up';
import { search } from './search';
import { seed } from './seed';
import { segments } from './segments';
import { today } from './today';

/** What the bench calls by the debugging protocol, in the extension's own worker or in a page of it. */
const bench = { backup, bringIn, seed, lookUp, search, segments, exercise, insight, today };
export type Bench = typeof bench;

(globalThis as unknown as { bench: Bench }).bench = bench;
