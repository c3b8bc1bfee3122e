import type { Input } from '../../../lib/api/client.ts';
import type { OperationName } from '../../../lib/api/operations/index.ts';

/** Whom the attacker's page names: somebody with an open task, somebody known with nothing open, a stranger. */
export const SEEN = [
  { address: 'zq@lab.test', shown: 'Z. Q.' },
  { address: 'ib@lab.test', shown: 'I. B.' },
  { address: 'nobody@lab.test', shown: 'N. N.' },
] as const;

/** The two contacts as the user keeps them. */
export const OPEN = 'Zephyrine Quillon';
export const CALM = 'Ignatius Brandywine';
export const NOTE = 'Kestrel paid late twice';

/** Words that stand in the store, and words that chips say of it. None of them may ever be read by the page. */
export const SECRETS = [
  'Zephyrine',
  'Quillon',
  'Ignatius',
  'Brandywine',
  'Kestrel',
  'Osprey',
  'Heron',
  'Merlin',
  'Something is late',
  'In your contacts',
];

/** Sends an operation as a page of the extension does. Evaluated there. */
export async function askBackground([op, input]: [string, unknown]): Promise<unknown> {
  const answer = (await chrome.runtime.sendMessage({
    api: 1,
    op,
    input,
    commandId: crypto.randomUUID(),
  })) as { ok: true; value: unknown } | { ok: false; error: { message: string } };
  if (!answer.ok) throw new Error(`${op}: ${answer.error.message}`);
  return answer.value;
}

/** A page of either driver, as far as it can send an operation. */
export interface Evaluates {
  evaluate(run: typeof askBackground, argument: [string, unknown]): Promise<unknown>;
}

type Ask = <N extends OperationName>(op: N, input: Input<N>) => Promise<unknown>;

/** Asks operations of the background from an open page of the extension. */
export const asking =
  (page: Evaluates): Ask =>
  (op, input) =>
    page.evaluate(askBackground, [op, input]);

/** Fills the store with what the attacker is after; gives the id of the contact with the open task. */
export async function keepSecrets(page: Evaluates): Promise<string> {
  const ask = asking(page);
  const contact = (name: string, address: string) =>
    ask('contacts.add', {
      draft: {
        name,
        points: [{ kind: 'email', value: address }],
        facts: [{ field: 'company', value: 'Merlin Works' }],
        tags: ['Osprey'],
      },
    }) as Promise<{ id: string }>;
  const { id } = await contact(OPEN, SEEN[0].address);
  await contact(CALM, SEEN[1].address);
  await ask('notes.add', { contactIds: [id], text: NOTE, pinned: true });
  await ask('tasks.add', { title: 'Heron quote', contactIds: [id], due: { date: '2020-01-02' } });
  return id;
}
