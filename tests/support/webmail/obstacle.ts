import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian's web root of Roundcube: links into /usr/share/roundcube. */
const WEB_ROOTS = ['/var/lib/roundcube/public_html', '/var/lib/roundcube'];

export const roundcubeRoot = (): string | undefined =>
  WEB_ROOTS.find((place) => existsSync(`${place}/index.php`));

const PROGRAMS = [
  '/usr/sbin/dovecot',
  '/usr/bin/php',
  '/usr/share/roundcube/SQL/sqlite.initial.sql',
  // Packages of their own in Debian, which Roundcube only recommends.
  '/usr/share/roundcube/skins/larry',
  '/usr/share/roundcube/skins/classic',
];

/** Why the local webmail cannot run on this machine, or null when it can. */
export function webmailObstacle(): string | null {
  const absent = PROGRAMS.filter((file) => !existsSync(file));
  if (absent.length > 0 || !roundcubeRoot()) {
    return `Roundcube, PHP and Dovecot of Debian are needed for the local webmail (absent: ${absent.join(', ') || WEB_ROOTS[0]}).`;
  }
  const sqlite = spawnSync('php', ['-r', 'exit(extension_loaded("pdo_sqlite") ? 0 : 1);']);
  if (sqlite.status !== 0)
    return 'PHP lacks its SQLite extension (php-sqlite3): Roundcube cannot keep its data.';
  if (process.getuid?.() !== 0) return 'Dovecot runs as root only: the local webmail needs root.';
  return null;
}
