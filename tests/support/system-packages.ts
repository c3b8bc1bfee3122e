import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, findFirefox, firefoxVersion } from './browsers.ts';
import { ROOT } from './build.ts';
import { chatObstacle, fetchConverse, prosodyObstacle } from './chat.ts';
import { clusterObstacle } from './patroni.ts';
import { postgresObstacle } from './postgres.ts';
import { commandOf } from './programs.ts';
import { webmailObstacle } from './webmail/obstacle.ts';

export type Need = 'chromium' | 'firefox' | 'fonts' | 'webmail' | 'chat' | 'postgres' | 'cluster';

/** What could not be had, in words that tell the reader what to do about it. */
export type Missing = { need: Need; reason: string };

type Provision = {
  packages: string[];
  /** Why the tests that need it cannot run. */
  obstacle: () => string | null;
  /** Why the packages are asked for, where not all that is needed comes by them. */
  lacks?: () => string | null;
  preseed?: string[];
};

/** True when dpkg lists the package as installed (the first three letters of its line: wanted, installed, no error). */
const installed = (name: string): boolean =>
  /^ii /m.test(spawnSync('dpkg-query', ['-l', name], { encoding: 'utf8' }).stdout ?? '');

/**
 * What to ask the package manager for: of each provision that lacks something the packages that are absent; all of them where none is, for
 * then one is too old, and asking for it brings the newest.
 */
export function packagesFor(
  provisions: Pick<Provision, 'packages' | 'obstacle' | 'lacks'>[],
  isInstalled = installed,
): string[] {
  const wanted = provisions
    .filter(({ obstacle, lacks = obstacle }) => lacks() !== null)
    .flatMap(({ packages }) => {
      const absent = packages.filter((name) => !isInstalled(name));
      return absent.length > 0 ? absent : packages;
    });
  return [...new Set(wanted)];
}

const absent = (name: string, variable: string): string =>
  process.env[variable]
    ? `${variable} names ${process.env[variable]}, which does not exist.`
    : `${name} was not found. Install it, or set ${variable} to its path.`;

const PROVISIONS: Record<Need, Provision> = {
  chromium: {
    packages: ['chromium'],
    obstacle: () => (findChromium() ? null : absent('Chromium', 'CHROMIUM')),
  },
  firefox: {
    packages: ['firefox-esr'],
    obstacle: firefoxObstacle,
  },
  fonts: {
    packages: ['fonts-noto-cjk'],
    // Other systems bring Chinese type of their own.
    obstacle: () =>
      process.platform !== 'linux' || hasChineseFont()
        ? null
        : 'No Chinese font was found. Install Noto Sans CJK: pictures would show boxes.',
  },
  webmail: {
    // php-cgi keeps `php` from choosing Apache's module.
    packages: [
      'php-cgi',
      'php-cli',
      'php-sqlite3',
      'php-gd',
      'roundcube-core',
      'roundcube-sqlite3',
      'roundcube-plugins',
      'roundcube-skin-larry',
      'roundcube-skin-classic',
      'dovecot-imapd',
    ],
    // Without a database of its own Debian's next update of Roundcube ends halfway. The tests bring theirs.
    preseed: [
      'roundcube-core roundcube/dbconfig-install boolean true',
      'roundcube-core roundcube/database-type select sqlite3',
    ],
    obstacle: webmailObstacle,
  },
  chat: { packages: ['prosody'], obstacle: chatObstacle, lacks: prosodyObstacle },
  postgres: { packages: ['postgresql'], obstacle: postgresObstacle },
  cluster: { packages: ['postgresql', 'patroni', 'etcd-server'], obstacle: clusterObstacle },
};

/** The oldest Firefox that Puppeteer can tell the size of a page. */
const DRIVEN_FIREFOX = 144;

function firefoxObstacle(): string | null {
  const file = findFirefox();
  if (!file) return absent('Firefox', 'FIREFOX');
  const version = firefoxVersion(file);
  if (version >= DRIVEN_FIREFOX) return null;
  return `${file} is Firefox ${version}; the tests drive ${DRIVEN_FIREFOX} and newer. Update it, or set FIREFOX to the path of a newer one.`;
}

function hasChineseFont(): boolean {
  const list = spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' });
  return list.error ? existsSync('/usr/share/fonts/opentype/noto') : list.stdout.trim() !== '';
}

/** The words in front of a command that make it run as root, or null when that cannot be had without a question. */
function asRoot(): string[] | null {
  if (process.getuid?.() === 0) return [];
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return sudo.status === 0 ? ['sudo', '-n'] : null;
}

/** Installs what the provisions lack, where the machine allows it. @returns what apt-get said against it, or null */
function aptInstall(provisions: Provision[]): string | null {
  if (!existsSync('/usr/bin/apt-get')) return null;
  const packages = packagesFor(provisions);
  const root = packages.length > 0 ? asRoot() : null;
  if (root === null) return null;
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1'];
  const run = (command: string[], input?: string) => {
    const [file, ...args] = [...root, ...environment, ...command] as [string, ...string[]];
    return spawnSync(file, args, { encoding: 'utf8', input });
  };
  const apt = ['apt-get', '-o', 'DPkg::Lock::Timeout=300'];
  for (const { preseed } of provisions)
    if (preseed) run(['debconf-set-selections'], `${preseed.join('\n')}\n`);
  console.log(`Installing ${packages.join(', ')} ...`);
  // The list first: an old one names browsers of long ago, or packages that are nowhere any more. Without a network the machine's own has to do.
  run([...apt, 'update']);
  const done = run([...apt, 'install', '-y', '--no-install-recommends', ...packages]);
  return done.status === 0 ? null : `apt-get could not install ${packages.join(', ')}:\n${done.stderr}`;
}

/** Playwright's own Chromium, for systems whose packages we may not touch. */
function downloadChromium(): void {
  console.log("Chromium is missing: fetching Playwright's own ...");
  const [program, ...words] = commandOf('playwright', ROOT);
  spawnSync(program, [...words, 'install', 'chromium'], { stdio: 'inherit', timeout: 300_000 });
}

/** Installs what is missing of `needs` where the machine allows it, and says what is still missing and why. */
export function provide(needs: Need[]): Missing[] {
  // Whoever names a browser wants that one and no other.
  const named = { chromium: process.env.CHROMIUM, firefox: process.env.FIREFOX } as Partial<
    Record<Need, string>
  >;
  const refusal = aptInstall(needs.filter((need) => !named[need]).map((need) => PROVISIONS[need]));
  if (needs.includes('chromium') && !process.env.CHROMIUM && !findChromium()) downloadChromium();
  if (needs.includes('chat')) fetchConverse();
  const missing = needs.flatMap((need) => {
    const reason = PROVISIONS[need].obstacle();
    return reason === null ? [] : [{ need, reason }];
  });
  // A package that has nothing to do with the tests may be broken: that is nobody's concern when they have what they need.
  if (refusal !== null && missing.length > 0) console.error(refusal);
  return missing;
}
