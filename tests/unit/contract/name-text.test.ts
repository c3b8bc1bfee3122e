import { expect, test } from 'vitest';
import { NameText } from '@/lib/crm/name-text';
import { newStore } from '../store/support';

test('a name loses the signs that turn the words beside it, and keeps those that its letters need', async () => {
  const { call } = await newStore();
  const { id } = await call('contacts.add', {
    draft: { name: ' \u202eanA\u202c \u2066Berg\u2069 ' },
  });
  expect((await call('contacts.view', { id })).name).toBe('anA Berg');
  await call('contacts.edit', { id, name: 'می\u200cخواهم \u202e' });
  expect((await call('contacts.view', { id })).name).toBe('می\u200cخواهم');
  const company = await call('companies.add', { name: 'Kiln\u202e & Co' });
  expect((await call('companies.view', company)).name).toBe('Kiln & Co');
  expect(NameText.safeParse('\u202e \u2069').success).toBe(false);
});
