import { expect, test } from 'vitest';
import type { Client } from '@/lib/api/client';
import { joinClients } from '@/lib/api/joined';
import type { OperationName } from '@/lib/api/operations';

/** A page with so many contacts: who was asked what. */
function page(contacts: number) {
  const asked: string[] = [];
  const client = (name: string) =>
    ({
      call: async (op: OperationName) => {
        if (op !== 'contacts.counts') asked.push(`${name} ${op}`);
        return { contacts };
      },
      onWake: () => () => undefined,
    }) as unknown as Client;
  return { asked, client: joinClients(client('page'), client('background'), client('worker')) };
}

test('what each opening asks of all contacts is answered by the page while they are few, and by its worker when they are many', async () => {
  for (const [contacts, who] of [
    [0, 'page'],
    [50, 'page'],
    [51, 'worker'],
  ] as const) {
    const { asked, client } = page(contacts);
    await client.call('advice.today', {});
    await client.call('figures.refresh', { again: false });
    expect([contacts, asked]).toEqual([contacts, [`${who} advice.today`, `${who} figures.refresh`]]);
  }
});

test('what reads files, or goes through more than contacts, is the worker’s however few they are', async () => {
  const { asked, client } = page(0);
  await client.call('backup.save', {});
  await client.call('insights.exits', {} as never);
  await client.call('sites.list', {} as never);
  await client.call('tags.tree', {} as never);
  expect(asked).toEqual([
    'worker backup.save',
    'worker insights.exits',
    'background sites.list',
    'page tags.tree',
  ]);
});
