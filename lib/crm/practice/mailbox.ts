import { lettersEn } from './letters-en';
import { lettersZh } from './letters-zh';
import { OWNER, practicePeople } from './people';
import { clockOf } from './random';
import type { PracticeLanguage, PracticeMail } from './shape';

interface Address {
  name: string;
  address: string;
}

/** A mail as it is written in the lists: the other side, when, and its paragraphs line by line. */
export type Letter = {
  id: string;
  /** Key of a practice person, or a stranger. */
  who: string | Address;
  /** Keys of others to whom it went. */
  also?: string[];
  /** Written by the user. */
  out?: boolean;
  subject: string;
  text: string;
  chinese?: boolean;
} & ({ hoursAgo: number } | { day: number; time: string });

/** Mails that came today are still unread. */
const UNREAD_HOURS = 24;

/**
 * The practice mailbox, newest first: mails to and from the practice people and some strangers.
 * @param now epoch milliseconds
 */
export function practiceMailbox(now: number): PracticeMail[] {
  const at = clockOf(now);
  const year = new Date(now).getFullYear();
  const known = new Map(practicePeople(now).map((person) => [person.key, person]));
  const addressOf = (who: string | Address): Address => {
    if (typeof who !== 'string') return who;
    const person = known.get(who);
    const point = person?.points.find((one) => one.kind === 'email');
    if (!person || !point) throw new Error(`No practice person ${who}`);
    return { name: person.name, address: point.value };
  };
  const languageOf = ({ who, chinese }: Letter): PracticeLanguage =>
    (typeof who === 'string' && known.get(who)?.language) || (chinese ? 'zh-Hans' : 'en');

  return [...lettersEn(year), ...lettersZh(year)]
    .map((letter): PracticeMail => {
      const other = addressOf(letter.who);
      const also = (letter.also ?? []).map(addressOf);
      const date = 'day' in letter ? at(letter.day, letter.time) : now - letter.hoursAgo * 3_600_000;
      return {
        id: letter.id,
        direction: letter.out ? 'out' : 'in',
        from: letter.out ? OWNER : other,
        to: [letter.out ? other : OWNER, ...also],
        subject: letter.subject,
        date,
        paragraphs: letter.text.split(/\s*\n\s*/),
        unread: !letter.out && now - date < UNREAD_HOURS * 3_600_000,
        language: languageOf(letter),
      };
    })
    .sort((a, b) => b.date - a.date);
}
