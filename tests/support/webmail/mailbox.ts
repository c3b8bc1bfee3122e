import { seededRandom } from '../random.ts';
import { conversation, type Talk } from './conversations.ts';
import { MACHINES, OWNER, PEOPLE, type Person } from './people.ts';

export type SeedMail = {
  folder: 'INBOX' | 'Sent';
  from: Person;
  to: Person[];
  cc: Person[];
  subject: string;
  /** Epoch milliseconds. */
  at: number;
  text: string;
  html?: string;
  attachment?: { name: string; text: string };
  /** Headers beyond the usual ones, in ASCII. */
  headers: Record<string, string>;
  /** The charset of this mail's encoded words. */
  charset: 'utf-8' | 'gb18030';
  seen: boolean;
  messageId: string;
  /** Message ids of the thread before this mail, oldest first. */
  references: string[];
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Draft = Pick<SeedMail, 'from' | 'to' | 'subject' | 'at' | 'text'> & Partial<SeedMail>;

/**
 * The seeded mails, newest first. Everybody of PEOPLE wrote within the last two days, so that all stand on the first
 * page of the list; older threads run both ways over the last seven months. `now` in epoch milliseconds, `count` the
 * number of mails in both folders together (not below what the fixed part needs).
 */
export function seedMails(now: number, count = 160): SeedMail[] {
  const random = seededRandom(20_261);
  const mails: SeedMail[] = [];
  const add = (draft: Draft): SeedMail => {
    const mail: SeedMail = {
      folder: 'INBOX',
      cc: [],
      headers: {},
      charset: draft.from.charset ?? 'utf-8',
      seen: true,
      references: [],
      messageId: `<seed.${mails.length}@${draft.from.address.split('@')[1]}>`,
      ...draft,
    };
    mails.push(mail);
    return mail;
  };
  const thread = (person: Person, talk: Talk, endsAt: number) => {
    let earlier: SeedMail | undefined;
    talk.mails.forEach((part, index) => {
      const mine = part.by === 'me';
      const references: string[] = earlier ? [...earlier.references, earlier.messageId] : [];
      const gap = (talk.mails.length - 1 - index) * (20 + Math.floor(random() * 30)) * HOUR;
      earlier = add({
        folder: mine ? 'Sent' : 'INBOX',
        from: mine ? OWNER : person,
        to: [mine ? person : OWNER],
        cc: part.cc ?? [],
        subject: index === 0 ? talk.subject : `Re: ${talk.subject}`,
        at: endsAt - gap,
        text: part.text,
        html: part.html,
        attachment: part.attachment,
        charset: mine ? 'utf-8' : (person.charset ?? 'utf-8'),
        seen: mine || now - endsAt > 3 * DAY,
        references,
      });
    });
  };

  const people = Object.values(PEOPLE) as Person[];
  people.forEach((person, index) => {
    thread(person, conversation(person, 0), now - (index * 2 + 1) * HOUR);
  });
  add({
    from: MACHINES.noReply,
    to: [OWNER],
    subject: 'Your parcel 4471 is on its way',
    text: 'Do not answer this mail.',
    at: now - 90 * 60_000,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  add({
    from: MACHINES.newsletter,
    to: [OWNER],
    subject: 'Trade Weekly: copper, freight, cocoa',
    text: 'The week in ten lines.',
    at: now - 210 * 60_000,
    headers: { 'List-Unsubscribe': '<https://trade-weekly.example/u>', Precedence: 'bulk' },
  });
  add({
    from: PEOPLE.sean,
    to: [MACHINES.list],
    cc: [OWNER],
    subject: '[export-forum] Form A for small parcels?',
    text: 'Has anyone filled in the new form?',
    at: now - 330 * 60_000,
    headers: {
      'List-Id': '<export-forum.lists.example>',
      'Reply-To': MACHINES.list.address,
      Precedence: 'list',
    },
  });
  for (let round = 1; mails.length < count; round += 1) {
    const person = people[Math.floor(random() * people.length)] as Person;
    const age = (3 + random() * 210) * DAY;
    thread(person, conversation(person, round), now - age);
  }
  return mails.sort((a, b) => b.at - a.at);
}
