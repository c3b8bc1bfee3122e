import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../build.ts';
import { projectNode } from '../programs.ts';
import { type SeedMail, seedMails } from './mailbox.ts';
import { decodedHeader } from './mime.ts';
import type { Delivery } from './smtp-sink.ts';

export { webmailObstacle } from './obstacle.ts';
export { MACHINES, OWNER, PEOPLE } from './people.ts';
/** A mail that was sent: its envelope, its decoded subject, its text a byte a character. */
export type SentMail = Delivery & { subject: string };
export type { SeedMail };

export type WebmailOptions = {
  port?: number;
  /** Kept after the stop when given; else a temporary folder that goes with it. Others than root must be able to enter it. */
  stateDir?: string;
  /** Mails in inbox and sent folder together. */
  count?: number;
  /** Epoch milliseconds to which the mails' dates relate; the present by default. */
  now?: number;
  skin?: 'elastic' | 'larry' | 'classic';
};

export type Webmail = {
  /** With a trailing slash. */
  url: string;
  user: string;
  password: string;
  /** What was seeded, newest first. */
  mails: SeedMail[];
  /** Mails that were sent through it so far, oldest first. */
  sent(): Promise<SentMail[]>;
  stop(): Promise<void>;
};

/** Starts a webmail of its own on free ports: Roundcube, Dovecot and an SMTP sink with seeded mails. Throws with the servers' words. */
export async function startWebmail(options: WebmailOptions = {}): Promise<Webmail> {
  const now = options.now ?? Date.now();
  const script = path.join(ROOT, 'tests', 'support', 'webmail', 'serve.ts');
  const child = spawn(projectNode(ROOT), [script, JSON.stringify({ ...options, now })], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const line = await Promise.race([
    new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve)),
    ended.then(() => {
      throw new Error(`The local webmail did not start:\n${complaint}`);
    }),
  ]);
  const { url, stateDir } = JSON.parse(line) as { url: string; stateDir: string };
  const sentDir = path.join(stateDir, 'sent');
  return {
    url,
    user: 'lab',
    password: 'lab',
    mails: seedMails(now, options.count),
    sent: async () =>
      readdirSync(sentDir)
        .sort()
        .map((name) => JSON.parse(readFileSync(path.join(sentDir, name), 'utf8')) as Delivery)
        .map((mail) => ({ ...mail, subject: decodedHeader(mail.raw, 'Subject') })),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
