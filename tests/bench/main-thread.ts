import type { Page } from '@playwright/test';

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  /** Processor time of the thread. */
  tdur?: number;
}

/** What one piece of work took, in ms: on the clock, and of the processor. What lies between is the time that other programs had. */
export interface Took {
  wall: number;
  own: number;
}

/** Each task of a page's main thread, and each frame: all tasks from one to the next. */
export interface MainThread {
  tasks: Took[];
  frames: Took[];
}

const CATEGORIES = ['devtools.timeline', 'toplevel', 'disabled-by-default-devtools.timeline'];

/** Traces the main thread of a page, which draws frames while `run` is under way. */
export async function mainThread(page: Page, run: () => Promise<unknown>): Promise<MainThread> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const over = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  await run();
  await session.send('Tracing.end');
  await over;
  await session.detach();
  return read(events);
}

function read(events: readonly TraceEvent[]): MainThread {
  const drawn = events.filter(({ name }) => name === 'FireAnimationFrame');
  const thread = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  const most = mostOf(drawn.map(thread));
  const calls = drawn.filter((one) => thread(one) === most).map(({ ts }) => ts);
  const own = events.filter(
    (one) => one.name === 'RunTask' && thread(one) === most && one.tdur !== undefined,
  );
  if (own.length === 0) throw new Error('The trace tells no task with its processor time.');
  const tasks: Took[] = [];
  const frames: { own: number; from: number; to: number }[] = [];
  let call = 0;
  for (const { ts, dur = 0, tdur = 0 } of own.sort((a, b) => a.ts - b.ts)) {
    tasks.push({ wall: dur / 1000, own: tdur / 1000 });
    while (call < calls.length && calls[call]! < ts) call += 1;
    if (call < calls.length && calls[call]! < ts + dur) frames.push({ own: 0, from: ts, to: ts });
    const frame = frames.at(-1);
    if (frame) {
      frame.own += tdur / 1000;
      frame.to = ts + dur;
    }
  }
  // The last one goes on to the end of the trace.
  const whole = frames.slice(0, -1).map(({ own, from, to }) => ({ own, wall: (to - from) / 1000 }));
  return { tasks, frames: whole };
}

function mostOf(names: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
