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
import { schedules } from './today-schedules';

/** What the bench calls by the debugging protocol, in the extension's own worker or in a page of it. */
const bench = { backup, bringIn, seed, lookUp, search, segments, exercise, insight, today, schedules };
export type Bench = typeof bench;

(globalThis as unknown as { bench: Bench }).bench = bench;
