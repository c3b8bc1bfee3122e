import { readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Ids of the programs that work in a folder or below it: on Linux, those that this user may see. */
function programsIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const place = readlinkSync(`/proc/${name}/cwd`);
        return place === folder || place.startsWith(`${folder}/`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** Like a power cut for them: SIGKILL for each program that works in a folder or below it, until there is none. */
export async function endProgramsIn(folder: string): Promise<void> {
  for (let found = programsIn(folder); found.length > 0; found = programsIn(folder)) {
    for (const id of found) {
      try {
        process.kill(id, 'SIGKILL');
      } catch {
        // It ended by itself.
      }
    }
    await sleep(20);
  }
}
