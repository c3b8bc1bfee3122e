import { type Signal, signal } from '@preact/signals';
import type { CallOptions, Client, Input, Result } from '@/lib/api/client';
import { ApiError } from '@/lib/api/message';
import type { OperationName } from '@/lib/api/operations';
import type { ContactView, TabPerson, TabView } from '@/lib/api/views';
import { isAutomaticAddress } from '@/lib/crm/automatic';
import type { PracticeMail } from '@/lib/crm/practice/shape';
import { vocabulary } from '@/lib/i18n';

/** The user of the practice mailbox: never one of the people. */
interface Owner {
  address: string;
}

export interface Mailbox {
  client: Client;
  /** The mail that is open. */
  mail: Signal<PracticeMail>;
  open(mail: PracticeMail): void;
}

/**
 * A client whose page is the practice mailbox: what a tab would tell is answered from the open mail, all else by the
 * practice data. So the panel here is the panel that stands beside a real mail.
 */
export function mailboxClient(
  data: Client,
  first: PracticeMail,
  owner: Owner,
  openWorkspace: (hash: string) => void,
): Mailbox {
  const mail = signal<PracticeMail>(first);
  const listeners = new Set<() => void>();
  /** "Nobody I know", or who it is, by person: remembered as long as the page is open. */
  const identified = new Map<string, string | null>();
  let generation = 0;
  const ring = () => {
    for (const listener of listeners) listener();
  };

  const view = async (chosen: string | null): Promise<TabView> => {
    const { value: shown } = mail;
    const turn = generation;
    const people = await Promise.all(
      othersOf(shown, owner).map((person) => recognise(data, person, shown, identified)),
    );
    const person = people.find((one) => one.key === chosen) ?? people[0] ?? null;
    const contact = person?.contactId
      ? await data.call('contacts.view', { id: person.contactId, timeline: 50 })
      : null;
    return {
      ...pageOf(shown),
      people,
      person: person?.key ?? null,
      contact,
      logged: isLogged(contact, shown),
      generation: turn,
      clicked: null,
      compose: null,
    };
  };

  const answers: { [N in OperationName]?: (input: Input<N>) => Promise<Result<N>> } = {
    'tab.view': ({ person }) => view(person ?? null),
    'tab.identify': async ({ person, contactId }) => {
      identified.set(person, contactId);
      ring();
      return {};
    },
    'tab.link': async ({ person, contactId }) => {
      identified.set(person, contactId);
      const point = { kind: 'email' as const, value: person, from: { how: 'page' as const } };
      await data.call('contacts.setPoint', { id: contactId, point });
      ring();
      return {};
    },
    'tab.log': ({ contactId }) =>
      data.call('activities.log', { activity: activityOf(mail.value, contactId) }),
    'tab.fold': async () => ({}),
    'tab.hide': async () => ({}),
    'tab.width': async () => ({}),
    // Nothing is written in it: a text is copied.
    'tab.insert': async () => ({ outcome: 'none' }),
    'workspace.open': async ({ hash }) => {
      openWorkspace(hash);
      return {};
    },
  };

  return {
    mail,
    open(next) {
      generation += 1;
      mail.value = next;
      ring();
    },
    client: {
      call<N extends OperationName>(op: N, input: Input<N>, options?: CallOptions): Promise<Result<N>> {
        const answer = answers[op] as ((input: Input<N>) => Promise<Result<N>>) | undefined;
        if (answer) return answer(input);
        if (op.startsWith('tab.')) throw new ApiError('unknown', `the practice mailbox has no ${op}`);
        return data.call(op, input, options);
      },
      onWake(listener) {
        listeners.add(listener);
        const stop = data.onWake(listener);
        return () => {
          listeners.delete(listener);
          stop();
        };
      },
    },
  };
}

type Named = { name: string; address: string; role: TabPerson['role'] };

/** Everybody on a mail but the user, the sender first. */
function othersOf(mail: PracticeMail, owner: Owner): Named[] {
  return [
    { ...mail.from, role: 'sender' as const },
    ...mail.to.map((to) => ({ ...to, role: 'recipient' as const })),
  ].filter((person) => person.address !== owner.address);
}

async function recognise(
  data: Client,
  { name, address, role }: Named,
  mail: PracticeMail,
  identified: ReadonlyMap<string, string | null>,
): Promise<TabPerson> {
  const found = await data.call('contacts.find', { text: address, limit: 5 });
  const hits = found.filter((hit) => hit.address === address || hit.matched === address);
  const told = identified.get(address);
  const contactId = told === undefined ? (hits.length === 1 ? hits[0]!.id : null) : told;
  return {
    key: address,
    name,
    address,
    role,
    title: null,
    company: null,
    place: null,
    points: [{ kind: 'email', value: address }],
    spoof: false,
    byName: false,
    automatic: isAutomaticAddress(address),
    contactId,
    contactName: hits.find(({ id }) => id === contactId)?.name ?? null,
    by: contactId ? { kind: 'email', value: address, since: mail.date } : null,
    candidates: contactId === null && told === undefined && hits.length > 1 ? hits : [],
  };
}

function pageOf(mail: PracticeMail) {
  return {
    origin: null,
    site: 'practice',
    kind: 'message' as const,
    state: 'reading' as const,
    subject: mail.subject,
    permalink: null,
    direction: mail.direction,
    at: mail.date,
    offerAutolog: false,
    logs: 'mail' as const,
    network: false,
    event: { name: null, subject: mail.subject, permalink: null },
    offers: [],
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? ('dark' as const) : ('light' as const),
    purpose: vocabulary.value,
    folded: false,
    tabId: null,
  };
}

/** The seeded time line names its mails as `tab.log` does here; within a minute it is the same one. */
function isLogged(contact: ContactView | null, mail: PracticeMail): boolean {
  return (
    contact?.timeline.some((item) => item.type === 'mail' && Math.abs(item.at - mail.date) < 60_000) ?? false
  );
}

function activityOf(mail: PracticeMail, contactId: string) {
  return {
    type: 'mail' as const,
    contactIds: [contactId],
    at: mail.date,
    direction: mail.direction,
    subject: mail.subject,
    externalKeys: [`practice:${mail.id}`],
  };
}
