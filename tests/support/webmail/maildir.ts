import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SeedMail } from './mailbox.ts';
import { toMime } from './mime.ts';

const FOLDERS = { INBOX: '', Sent: '.Sent', Drafts: '.Drafts', Trash: '.Trash' };

/** Writes `mails` as a Maildir++ at `root`, the layout Dovecot reads. */
export function writeMaildir(root: string, mails: SeedMail[]): void {
  for (const folder of Object.values(FOLDERS)) {
    for (const part of ['cur', 'new', 'tmp']) mkdirSync(path.join(root, folder, part), { recursive: true });
  }
  writeFileSync(path.join(root, 'subscriptions'), 'Sent\nDrafts\nTrash\n');
  // Dovecot numbers by file name: oldest first, so that the newest has the highest uid as in a real box.
  [...mails]
    .sort((a, b) => a.at - b.at)
    .forEach((mail, index) => {
      const seconds = Math.floor(mail.at / 1000);
      const name = `${seconds}.M${String(index).padStart(6, '0')}P1.lab:2,${mail.seen ? 'S' : ''}`;
      const file = path.join(root, FOLDERS[mail.folder], 'cur', name);
      writeFileSync(file, toMime(mail).replaceAll('\r\n', '\n'));
      utimesSync(file, seconds, seconds);
    });
}
