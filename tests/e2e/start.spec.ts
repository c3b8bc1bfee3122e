import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { findChromium } from '../support/browsers.ts';
import { buildDir, ROOT } from '../support/build.ts';
import { expect, test } from '../support/plain-browser.ts';
import { skipOrFail } from '../support/skip.ts';
import { shownBeside } from '../support/webmail/beside.ts';
import { webmailObstacle } from '../support/webmail/obstacle.ts';

/** What a newcomer types, in a checkout of its own: the profile of whoever works in this one stays as it is. */
test.describe.configure({ mode: 'serial' });

let folder: string;
const checkout = () => path.join(folder, 'checkout');

test.beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sidelight-start-'));
  // Dovecot reads its mail below as another user.
  chmodSync(folder, 0o755);
  const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' });
  for (const file of listed.stdout.split('\n').filter((one) => one && existsSync(path.join(ROOT, one)))) {
    mkdirSync(path.join(checkout(), path.dirname(file)), { recursive: true });
    cpSync(path.join(ROOT, file), path.join(checkout(), file));
  }
  cpSync(path.join(ROOT, '.wxt'), path.join(checkout(), '.wxt'), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(checkout(), 'node_modules'), 'junction');
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Types `npm start` on a machine without a display; resolves when it has ended. */
function start(words: string[], env: Record<string, string> = {}): Promise<Ended> {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, SIDELIGHT_ROOT: ___, ...rest } = process.env;
  const built = { SIDELIGHT_PREBUILT: '1', SIDELIGHT_OUT: path.dirname(buildDir('chrome')) };
  const child = spawn('npm', ['start', ...words], {
    cwd: checkout(),
    env: { ...rest, ...built, TMPDIR: folder, ...env },
    shell: process.platform === 'win32',
  });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ended.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ended.err += text;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...ended, code })));
}

/** Programs that were started from the folder: each bears it in its words, or has it from its parent's environment. */
function running(): string[] {
  if (!existsSync('/proc/self/environ')) return [];
  const read = (pid: string, name: string) => {
    try {
      return readFileSync(`/proc/${pid}/${name}`, 'latin1');
    } catch {
      return '';
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => `${read(pid, 'cmdline')}\0${read(pid, 'environ')}`.includes(folder))
    .map((pid) => read(pid, 'cmdline').replaceAll('\0', ' '));
}

/** Size of a picture and how many different bytes its rows hold: a blank one has a handful. */
function pictureOf(name: string): { width: number; height: number; bytes: number } {
  const png = readFileSync(path.join(checkout(), '.screens', 'start', `${name}.png`));
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    bytes: new Set(inflateSync(Buffer.concat(data))).size,
  };
}

/** What every start without a display leaves behind, and what not. */
async function leftBehind(pictures: string[]): Promise<void> {
  const screens = path.join(checkout(), '.screens', 'start');
  expect(readdirSync(screens).sort()).toEqual(pictures.map((name) => `${name}.png`));
  for (const name of pictures) {
    const { bytes, ...size } = pictureOf(name);
    expect(size).toEqual({ width: 1280, height: 800 });
    expect(bytes).toBeGreaterThan(100);
  }
  // The browser kept what it was told: it asks for no password over the panel.
  const preferences = readFileSync(path.join(checkout(), '.profile', 'Default', 'Preferences'), 'utf8');
  expect(JSON.parse(preferences)).toMatchObject({
    credentials_enable_service: false,
    profile: { password_manager_enabled: false },
  });
  for (const place of ['.profile/Default', '.screens/start'])
    expect([place, spawnSync('git', ['check-ignore', '-q', place], { cwd: ROOT }).status]).toEqual([
      place,
      0,
    ]);
  await expect.poll(running).toEqual([]);
  expect(readdirSync(folder).filter((name) => name.startsWith('sidelight-webmail'))).toEqual([]);
}

const WELCOME = '  .screens/start/welcome.png: Who this is, what was said, and what to do next, ';

test('npm start: the welcome page in a profile of its own, and its picture where it says', async () => {
  if (!findChromium()) skipOrFail('Chromium was not found.');
  const { code, out, err } = await start([], { LANGUAGE: 'en', LANG: 'C.UTF-8' });
  expect([code, err.replaceAll(/^npm .*\n/gm, '')]).toEqual([0, '']);
  expect(out).toContain('There is no display here: screenshots are in .screens/start/.\n');
  expect(out).toContain(WELCOME);
  expect(out).not.toMatch(/Installing|Building/);
  await leftBehind(['welcome']);
});

test('npm start -- --webmail: Roundcube logged in, the panel beside its newest mail', async () => {
  const obstacle = findChromium() ? webmailObstacle() : 'Chromium was not found.';
  if (obstacle) skipOrFail(obstacle);
  const { code, out, err } = await start(['--', '--webmail'], { LANGUAGE: 'en', LANG: 'C.UTF-8' });
  expect([code, err.replaceAll(/^npm .*\n/gm, '')]).toEqual([0, '']);
  const url = /^Webmail: (http:\/\/localhost:\d+\/) \(user lab, password lab\)$/m.exec(out)?.[1] ?? '';
  expect(out).toContain(WELCOME);
  expect(out).toMatch(/^ {2}\.screens\/start\/webmail\.png: .*Inbox, beside it 王小明$/m);
  await leftBehind(['webmail', 'welcome']);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

test('a webmail beside which the panel is hidden, or knows the sender by another name, is opened all the same', async ({
  page,
}) => {
  expect(await shownBeside(page, '王小明', 100)).toBeNull();
  await page.route('https://mail.example/**', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: route.request().url().endsWith('/panel.html')
        ? '<h1>王经理</h1>'
        : '<iframe src="/panel.html"></iframe>',
    }),
  );
  await page.goto('https://mail.example/');
  expect(await shownBeside(page, '王小明', 100)).toBeNull();
  expect(await shownBeside(page, '王经理', 15_000)).toBe('王经理');
});

test('what stands in its way is said, with what to do about it', async () => {
  const gone = path.join(folder, 'no-browser');
  const browser = await start([], { CHROMIUM: gone });
  expect(browser).toMatchObject({
    code: 1,
    err: expect.stringContaining(`CHROMIUM names ${gone}, which does not exist.`),
  });
  writeFileSync(path.join(checkout(), 'wxt.config.ts'), 'export default {');
  const build = await start([], { SIDELIGHT_PREBUILT: '', SIDELIGHT_OUT: '.output' });
  expect([build.code, build.out]).toEqual([1, expect.stringContaining('Building ...')]);
  expect(build.err).toContain(
    'The extension could not be built. If you changed nothing, `npm ci` sets the packages right.',
  );
  expect(build.err).toContain('wxt.config.ts');
  await expect.poll(running).toEqual([]);
});
