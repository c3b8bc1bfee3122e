import type { CheckLine, CheckRule } from '@/lib/api/compose-views';
import { digest } from '@/lib/crm/digest';
import { greetedIn, isGreeted } from './greeting';
import type { ComposeSituation, Recipient } from './situation';

/** What is to be known before a mail is sent: rules in the order in which they are shown. None bars anything. */

type Found = Omit<CheckLine, 'rule' | 'key'> & { key?: string };

interface Rule {
  rule: CheckRule;
  /** Of one recipient; */
  each?(recipient: Recipient, situation: ComposeSituation): Found | null;
  /** or of the mail as a whole. */
  whole?(situation: ComposeSituation): Found | null;
}

/** A mail to so many contacts is a mailing: for that a consent is wanted, not only no refusal. */
const MAILING = 5;
/** Days of silence below which no rhythm is spoken of. */
const SILENCE = 30;
/** As late as the figures call overdue. */
const OVERDUE = 0.8;

const pageOf = (id: string) => `#/contacts/${id}`;
const line = (text: string, at: number | null = null, href: string | null = null) => ({ text, at, href });

export const RULES: readonly Rule[] = [
  {
    rule: 'doNotContact',
    each: ({ contactId, name, doNotContact }) =>
      doNotContact && {
        contactId,
        params: { name },
        evidence: [line(doNotContact.reason, doNotContact.at, pageOf(contactId))],
      },
  },
  {
    rule: 'consent',
    each: ({ contactId, name, consent, isPersonal }, { recipients }) => {
      const isWanted = !isPersonal && recipients.length >= MAILING;
      if (consent ? consent.state === 'given' : !isWanted) return null;
      return {
        contactId,
        params: { name, state: consent?.state ?? 'none' },
        evidence: [line(consent?.basis ?? '', consent?.at ?? null, pageOf(contactId))],
      };
    },
  },
  {
    rule: 'greeting',
    whole: ({ recipients, strangers, first }) => {
      const greeted = first === null ? null : greetedIn(first);
      if (!greeted) return null;
      // Of somebody with names in two scripts one of them tells.
      const isFor = (names: string[]) => {
        const told = names.map((name) => isGreeted(greeted, name));
        return told.includes(true) || (told.includes(false) ? false : null);
      };
      const told = [
        ...recipients.map(({ name, called }) => isFor([name, ...called])),
        ...strangers.map((name) => isFor([name])),
      ];
      if (told.length === 0 || told.some((is) => is !== false)) return null;
      const [one] = recipients;
      return {
        contactId: one?.contactId ?? null,
        key: `greeting:${digest(greeted).slice(0, 12)}`,
        params: { greeted, name: one?.name ?? strangers[0] ?? '' },
        evidence: [line(first ?? '')],
      };
    },
  },
  {
    rule: 'companies',
    whole: ({ recipients }) => {
      const at = new Map<string, Recipient[]>();
      for (const one of recipients) {
        if (!one.company || one.isPersonal) continue;
        const key = one.company.id ?? one.company.name.trim().toLowerCase();
        at.set(key, [...(at.get(key) ?? []), one]);
      }
      if (at.size < 2) return null;
      const [one] = recipients;
      const names = [...at.values()].map(([first]) => first?.company?.name ?? '');
      return {
        contactId: one?.contactId ?? null,
        key: `companies:${digest([...at.keys()].sort().join('\n')).slice(0, 12)}`,
        params: { count: at.size, one: names[0] ?? '', other: names[1] ?? '' },
        evidence: [...at.values()]
          .flat()
          .map(({ contactId, name, company }) => line(`${name} · ${company?.name}`, null, pageOf(contactId))),
      };
    },
  },
  {
    rule: 'case',
    each: ({ contactId, name, cases }) => {
      const first = cases[0] ?? null;
      return (
        first && {
          contactId,
          params: { name, title: first.title, number: first.number, count: cases.length },
          evidence: cases.map((one) =>
            line(`${one.number} · ${one.title}`, one.openedAt, `#/cases/${one.id}`),
          ),
        }
      );
    },
  },
  {
    rule: 'sameText',
    each: ({ contactId, name, same }) =>
      same && {
        contactId,
        params: { name, at: same.at },
        evidence: [line(same.from ?? '', same.at, pageOf(contactId))],
      },
  },
  {
    rule: 'stage',
    each: ({ contactId, name, stage }) =>
      stage === 'declining' || stage === 'left'
        ? { contactId, params: { name, stage }, evidence: [line('', null, pageOf(contactId))] }
        : null,
  },
  {
    rule: 'silence',
    each: ({ contactId, name, silence, gap, overdue, lastAt }) => {
      if (silence === null || gap === null || silence < SILENCE || (overdue ?? 0) < OVERDUE) return null;
      return {
        contactId,
        params: { name, days: Math.round(silence), gap: Math.max(1, Math.round(gap)) },
        evidence: [line('', lastAt, pageOf(contactId))],
      };
    },
  },
];

/** Under which name among a contact's snoozes a line is put aside. */
export const quietKey = (name: string) => `compose:${name}`;

/** What there is to know of a draft, without what the user put aside for a person. */
export function checkDraft(situation: ComposeSituation): CheckLine[] {
  const quiet = new Map(situation.recipients.map((one) => [one.contactId, one.quiet]));
  return RULES.flatMap(({ rule, each, whole }) => {
    const found = [
      ...(each ? situation.recipients.map((one) => each(one, situation)) : []),
      ...(whole ? [whole(situation)] : []),
    ];
    return found.flatMap((one): CheckLine[] => {
      if (!one) return [];
      const key = quietKey(one.key ?? rule);
      if (one.contactId && quiet.get(one.contactId)?.has(key)) return [];
      return [{ ...one, rule, key }];
    });
  });
}
