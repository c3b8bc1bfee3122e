import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { decode } from '@/lib/exchange/decode';
import { newStore } from '../store/support';

const FILES = join(import.meta.dirname, '../../fixtures/files');
const textOf = (name: string) => decode(new Uint8Array(readFileSync(join(FILES, name))));

describe('a file, from its bytes to the store', () => {
  test.each([
    'apple-3.0.vcf',
    'google-4.0.vcf',
    'phone-2.1.vcf',
    'google-new.csv',
    'google-old.csv',
    'Connections.csv',
    'plain-en.csv',
    'outlook-zh-gbk.csv',
    'plain-hant.csv',
    'windows-1252.csv',
  ])('%s: everybody is new, and the second time nothing changes', async (name) => {
    const { call } = await newStore();
    const preview = () => call('imports.preview', { name, text: textOf(name) });
    const first = await preview();
    expect(first.rows.map((row) => row.status)).toEqual(first.rows.map(() => 'new'));
    const rows = first.rows.map(({ draft, contactId }) => ({ draft, contactId }));
    const done = await call('imports.commit', { name, batchId: uuid(), rows });
    expect(done).toMatchObject({ added: rows.length, changed: 0, same: 0 });
    const second = await preview();
    expect(second.rows.map((row) => row.status)).toEqual(second.rows.map(() => 'same'));
    const again = second.rows.map(({ draft, contactId }) => ({ draft, contactId }));
    expect(await call('imports.commit', { name, batchId: uuid(), rows: again })).toMatchObject({
      added: 0,
      changed: 0,
      same: rows.length,
    });
    expect((await call('contacts.counts', {})).contacts).toBe(rows.length);
  });

  test('whoever comes with a file yields no steps until taken up', async () => {
    const { call } = await newStore();
    const { rows } = await call('imports.preview', { name: 'a.vcf', text: textOf('apple-3.0.vcf') });
    await call('imports.commit', {
      name: 'a.vcf',
      batchId: uuid(),
      rows: rows.map(({ draft }) => ({ draft, contactId: null })),
    });
    const ids = await call('contacts.ids', { filter: {}, sort: { by: 'name', descending: false } });
    const shown = await call('contacts.rows', { ids });
    expect(shown.map((row) => row.next)).toEqual([null, null]);
    await call('notes.add', { contactIds: [ids[0]!], text: 'met again' });
    // Her birthday is tomorrow.
    expect((await call('contacts.rows', { ids }))[0]?.next).toMatchObject({ kind: 'date', lateDays: -1 });
    expect((await call('contacts.view', { id: ids[0]! })).steps[0]).toMatchObject({ kind: 'date' });
  });

  test('a wrong file says why, and nothing is written', async () => {
    const { ask, call } = await newStore();
    expect(await ask('imports.preview', { name: 'x.csv', text: 'PK\u0003\u0004' })).toEqual({
      ok: false,
      error: { code: 'invalid', message: 'imports.problem_zip' },
    });
    expect((await call('contacts.counts', {})).contacts).toBe(0);
  });
});
