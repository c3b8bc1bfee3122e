import type { CDPSession } from '@playwright/test';

interface Node {
  id: number;
  callFrame: { url: string };
  children?: number[];
}
interface Profile {
  nodes: Node[];
  samples?: number[];
  timeDeltas?: number[];
}

export interface ScriptTime {
  /** Milliseconds in which a script of the extension stood on the stack. */
  total: number;
  /** The longest time of it without a break of a millisecond. */
  longest: number;
}

/** Sampling interval in microseconds. */
const INTERVAL = 100;
const BREAK = 1;

/** Nodes below or at a frame of a script whose address starts so. */
function nodesOf({ nodes }: Profile, prefix: string): Set<number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const own = new Set<number>();
  const take = (node: Node) => {
    if (own.has(node.id)) return;
    own.add(node.id);
    for (const child of node.children ?? []) take(byId.get(child)!);
  };
  for (const node of nodes) if (node.callFrame.url.startsWith(prefix)) take(node);
  return own;
}

/** Time of the extension's scripts on one main thread while `run` is under way, by V8's sampling profiler. */
export async function scriptTime(
  session: CDPSession,
  extensionId: string,
  run: () => Promise<void>,
): Promise<ScriptTime> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: INTERVAL });
  await session.send('Profiler.start');
  await run();
  const { profile } = (await session.send('Profiler.stop')) as { profile: Profile };
  const { samples, timeDeltas } = profile;
  if (!samples?.length || !timeDeltas) throw new Error('The profiler took no samples.');
  const own = nodesOf(profile, `chrome-extension://${extensionId}/`);
  let total = 0;
  let current = 0;
  let pause = 0;
  let longest = 0;
  samples.forEach((id, at) => {
    // A sample speaks of the time until the next one.
    const took = (timeDeltas[at + 1] ?? 0) / 1000;
    if (own.has(id)) {
      total += took;
      current += took;
      pause = 0;
    } else {
      pause += took;
      if (pause > BREAK) current = 0;
    }
    longest = Math.max(longest, current);
  });
  return { total, longest };
}
