import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../build.ts';
import { freePort } from '../free-port.ts';
import { projectNode } from '../programs.ts';

/** What somebody has who packed the two packages and unpacked them elsewhere. */
export interface Packed {
  /** Folders of the packages. */
  widget: string;
  hub: string;
  /** Runs the packed hub. @returns the address to connect with: `<url>/#<space>.<token>` */
  start(): Promise<string>;
  /** Ends the hub and deletes everything. */
  close(): Promise<void>;
}

const NODE = projectNode(ROOT);

function run(program: string, words: string[], cwd = ROOT): string {
  const { status, stdout, stderr } = spawnSync(program, words, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}\n${stdout}\n${stderr}`);
  return stdout;
}

const isUp = (url: string) =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

/** Packs widget and hub as docs/hub.md and docs/survey-snippet.md say. The widget is built already. */
export function pack(): Packed {
  const folder = mkdtempSync(path.join(tmpdir(), 'sidelight-packed-'));
  run(NODE, ['widget/hub/build.mjs', '--no-types']);
  const unpack = (from: string, name: string): string => {
    const file = run('npm', ['pack', from, '--pack-destination', folder, '--silent']).trim();
    const to = path.join(folder, name);
    mkdirSync(to);
    run('tar', ['-xzf', path.join(folder, file), '-C', to, '--strip-components=1']);
    return to;
  };
  const [widget, hub] = [unpack('./widget', 'widget'), unpack('./widget/hub', 'hub')];
  let child: ReturnType<typeof spawn> | undefined;
  const end = () => child?.kill('SIGKILL');
  process.once('exit', end);
  return {
    widget,
    hub,
    async start() {
      const port = `${await freePort()}`;
      const { bin } = JSON.parse(readFileSync(path.join(hub, 'package.json'), 'utf8'));
      const words = [
        path.join(hub, bin['sidelight-hub']),
        '--port',
        port,
        '--data',
        path.join(folder, 'data'),
      ];
      child = spawn(NODE, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
      let said = '';
      for (const pipe of [child.stdout, child.stderr])
        pipe?.on('data', (piece) => {
          said += piece;
        });
      for (let tries = 0; tries < 200; tries += 1) {
        const [address] = /http:\/\/\S+\/#\S+/.exec(said) ?? [];
        // It says where it will be before it is there.
        if (address && (await isUp(`${address.split('/#')[0]}/health`))) return address;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error(`The packed hub does not start:\n${said}`);
    },
    async close() {
      process.off('exit', end);
      if (child && child.exitCode === null) {
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await gone;
      }
      if (existsSync(folder)) rmSync(folder, { recursive: true });
    },
  };
}
