import { describe, expect, test } from 'vitest';
import { seedMails } from '../../support/webmail/mailbox.ts';
import { decodedHeader, toMime } from '../../support/webmail/mime.ts';
import { MACHINES, OWNER, PEOPLE } from '../../support/webmail/people.ts';

const NOW = Date.UTC(2026, 2, 10, 12);
const DAY = 86_400_000;
const mails = seedMails(NOW, 200);

describe('the seeded mailbox', () => {
  test('is the same for the same moment', () => {
    expect(seedMails(NOW, 200)).toEqual(mails);
  });

  test('shows everybody within two days', () => {
    const fresh = mails.filter((mail) => mail.folder === 'INBOX' && NOW - mail.at < 2 * DAY);
    const senders = new Set(fresh.map((mail) => mail.from.address));
    for (const { address } of [...Object.values(PEOPLE), MACHINES.noReply])
      expect(senders).toContain(address);
  });

  test('holds threads that run both ways over months', () => {
    const answers = mails.filter((mail) => mail.folder === 'Sent' && mail.references.length > 0);
    expect(answers.length).toBeGreaterThan(20);
    expect(Math.min(...mails.map((mail) => mail.at))).toBeLessThan(NOW - 120 * DAY);
    const ids = new Set(mails.map((mail) => mail.messageId));
    expect(ids.size).toBe(mails.length);
    for (const id of mails.flatMap((mail) => mail.references)) expect(ids).toContain(id);
  });

  test('every sender and subject survives its encoding', () => {
    for (const mail of mails) {
      const raw = toMime(mail);
      expect(Buffer.byteLength(raw), 'ASCII only').toBe(raw.length);
      const name = mail.from.name.replace(/["\\]/g, '');
      expect(decodedHeader(raw, 'From').replace(/["\\]/g, '')).toBe(
        name === '' ? mail.from.address : `${name} <${mail.from.address}>`,
      );
      expect(decodedHeader(raw, 'Subject')).toBe(mail.subject);
      for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
    }
  });

  test('writes a legacy charset where a person uses one, and quotes a name with a comma', () => {
    const from = (address: string) => toMime(mails.find((mail) => mail.from.address === address)!);
    expect(from(PEOPLE.lina.address)).toContain('From: =?gb18030?B?');
    expect(from(PEOPLE.wang.address)).toContain('From: =?utf-8?B?');
    expect(from(PEOPLE.spoof.address)).toContain(
      `From: "${PEOPLE.annaWork.address}" <${PEOPLE.spoof.address}>`,
    );
    expect(mails.filter((mail) => mail.folder === 'Sent').every((mail) => mail.from === OWNER)).toBe(true);
  });
});
