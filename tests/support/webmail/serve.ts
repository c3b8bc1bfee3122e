import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../free-port.ts';
import { dovecotConf, type Places, roundcubeConfig } from './configuration.ts';
import { type SeedMail, seedMails } from './mailbox.ts';
import { writeMaildir } from './maildir.ts';
import { numberMails } from './number-mails.ts';
import { roundcubeRoot } from './obstacle.ts';
import { OWNER } from './people.ts';
import { type Delivery, startSmtpSink } from './smtp-sink.ts';

/**
 * The keeper of one local webmail: starts Dovecot, an SMTP sink and Roundcube, prints one line of JSON
 * {url, stateDir}, and stops all of them when its standard input ends. So nothing survives the process that asked for
 * it, however that ended. Usage: node serve.ts '{"now": 0, "count": 160, "port": 0, "skin": "elastic"}'
 */
type Request = { now: number; count?: number; port?: number; skin?: string; stateDir?: string };

const request: Request = { now: Date.now(), ...JSON.parse(process.argv[2] ?? '{}') };
const groups: ChildProcess[] = [];

/** Starts a program as the leader of its own process group: PHP's workers outlive a kill of their parent alone. */
function startGroup(command: string, args: string[], env: Record<string, string> = {}): void {
  groups.push(spawn(command, args, { detached: true, stdio: 'ignore', env: { ...process.env, ...env } }));
}

function killGroups(signal: NodeJS.Signals): void {
  for (const { pid } of groups) {
    try {
      if (pid) process.kill(-pid, signal);
    } catch {
      // The group has already ended.
    }
  }
}

/** Dovecot refuses to read mail as root, so the mail belongs to `nobody`. */
function mailOwner(): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function giveAway(place: string, uid: number, gid: number): void {
  for (const entry of readdirSync(place, { recursive: true, encoding: 'utf8' }))
    chownSync(path.join(place, entry), uid, gid);
  chownSync(place, uid, gid);
}

function prepare(places: Places, mails: SeedMail[]): void {
  const { state, uid, gid } = places;
  for (const name of ['mail/lab/Maildir', 'run', 'log', 'rc', 'tmp', 'sent'])
    mkdirSync(path.join(state, name), { recursive: true });
  writeMaildir(path.join(state, 'mail/lab/Maildir'), mails);
  giveAway(path.join(state, 'mail'), uid, gid);
  writeFileSync(path.join(state, 'dovecot.conf'), dovecotConf(places));
  writeFileSync(path.join(state, 'rc/config.inc.php'), roundcubeConfig(places, request.skin ?? 'elastic'));
  // ROUNDCUBE_CONFIG_DIR replaces /etc/roundcube as a whole, so Debian's defaults must stand beside ours.
  for (const name of ['defaults.inc.php', 'mimetypes.php'])
    copyFileSync(`/etc/roundcube/${name}`, path.join(state, 'rc', name));
  const create = `$d = new PDO("sqlite:${state}/rc/roundcube.db"); $d->exec(file_get_contents("/usr/share/roundcube/SQL/sqlite.initial.sql"));`;
  execFileSync('php', ['-r', create]);
}

/** Keeps each sent mail as a file, and puts it into the inbox too when it is addressed to the owner. */
function keeper(state: string, owner: { uid: number; gid: number }): (mail: Delivery) => void {
  let number = 0;
  return (mail) => {
    number += 1;
    const name = `${String(number).padStart(4, '0')}.json`;
    writeFileSync(path.join(state, 'sent', name), JSON.stringify(mail));
    if (!mail.to.includes(OWNER.address)) return;
    const inbox = path.join(
      state,
      'mail/lab/Maildir/new',
      `${Math.floor(Date.now() / 1000)}.M${number}P2.lab`,
    );
    writeFileSync(inbox, mail.raw.replaceAll('\r\n', '\n'), 'latin1');
    chownSync(inbox, owner.uid, owner.gid);
  };
}

async function answers(url: string, deadline: number): Promise<void> {
  for (;;) {
    const page = await fetch(url).then(
      (response) => response.text(),
      () => '',
    );
    if (page.includes('rcmloginuser')) return;
    if (Date.now() > deadline) throw new Error(`Roundcube does not answer at ${url}: ${page.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function main(): Promise<void> {
  // mkdtemp makes a folder that only root enters; the mail is read by another user.
  const state = request.stateDir ?? mkdtempSync(path.join(tmpdir(), 'sidelight-webmail-'));
  mkdirSync(state, { recursive: true });
  chmodSync(state, 0o755);
  let ended = false;
  const end = async (code: number) => {
    if (ended) return;
    ended = true;
    killGroups('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 300));
    killGroups('SIGKILL');
    if (!request.stateDir) rmSync(state, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    process.exit(code);
  };
  process.stdin
    .resume()
    .on('end', () => end(0))
    .on('close', () => end(0));
  process.on('SIGTERM', () => end(0));
  // Ctrl+C reaches the whole group: the owner decides when the servers go.
  process.on('SIGINT', () => (process.stdin.isTTY ? end(0) : undefined));
  try {
    const owner = mailOwner();
    const sink = await startSmtpSink(keeper(state, owner));
    const places: Places = { state, imapPort: await freePort(), smtpPort: sink.port, ...owner };
    const port = await freePort(request.port);
    const mails = seedMails(request.now, request.count);
    prepare(places, mails);
    startGroup('/usr/sbin/dovecot', ['-F', '-c', path.join(state, 'dovecot.conf')]);
    const countOf = (folder: SeedMail['folder']) => mails.filter((mail) => mail.folder === folder).length;
    await numberMails(places.imapPort, { INBOX: countOf('INBOX'), Sent: countOf('Sent') });
    const quiet = ['-d', 'display_errors=0', '-d', `error_log=${state}/log/php.log`];
    startGroup('php', [...quiet, '-S', `127.0.0.1:${port}`, '-t', roundcubeRoot() ?? ''], {
      ROUNDCUBE_CONFIG_DIR: path.join(state, 'rc'),
      PHP_CLI_SERVER_WORKERS: '4',
    });
    const url = `http://localhost:${port}/`;
    await answers(url, Date.now() + 20_000);
    console.log(JSON.stringify({ url, stateDir: state }));
  } catch (error) {
    console.error(error);
    await end(1);
  }
}

await main();
