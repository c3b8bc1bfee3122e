import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../build.ts';
import { projectNode } from '../programs.ts';

/** Where the built widget lies. A trial with a planted fault has built one of its own. */
export const WIDGET = process.env.SIDELIGHT_WIDGET_OUT ?? path.join(ROOT, 'widget', 'dist');

function newest(place: string): number {
  return Math.max(
    ...readdirSync(place, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !/[\\/](dist|hub)([\\/]|$)/.test(entry.parentPath))
      .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
  );
}

/** Builds widget/dist unless it is newer than all it is made of, or the runner has built it before its workers began. */
export function ensureWidget(): void {
  if (process.env.SIDELIGHT_WIDGET_OUT || process.env.SIDELIGHT_WIDGET_BUILT) return;
  const built = path.join(WIDGET, 'all.js');
  const changed = Math.max(newest(path.join(ROOT, 'widget')), newest(path.join(ROOT, 'lib', 'surveys')));
  if (existsSync(built) && statSync(built).mtimeMs > changed) return;
  const done = spawnSync(projectNode(ROOT), ['widget/build.mjs', '--no-types'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`The widget does not build:\n${done.stdout}\n${done.stderr}`);
}
