import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { newStore } from '../store/support';

const FILES = join(import.meta.dirname, '../../fixtures/files');
const fileOf = (name: string) => new Blob([readFileSync(join(FILES, name))]);

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
    const file = fileOf(name);
    const bring = async () => {
      const { counts } = await call('imports.preview', { file, options: {} });
      const done = await call('imports.run', { id: uuid(), name, file, options: {}, choices: [] });
      return { counts, done };
    };
    const first = await bring();
    expect(first.counts).toMatchObject({ changed: 0, same: 0, question: 0 });
    expect(first.done).toMatchObject({ added: first.counts.new, changed: 0, same: 0 });
    const second = await bring();
    expect(second.counts).toMatchObject({ new: 0, changed: 0, same: first.counts.new, question: 0 });
    expect(second.done).toMatchObject({ added: 0, changed: 0, same: first.counts.new });
    expect((await call('contacts.counts', {})).contacts).toBe(first.counts.new);
    expect(first.counts.new).toBeGreaterThan(0);
  });

  test('whoever comes with a file yields no steps until taken up', async () => {
    const { call } = await newStore();
    const file = fileOf('apple-3.0.vcf');
    await call('imports.run', { id: uuid(), name: 'a.vcf', file, options: {}, choices: [] });
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
    expect(await ask('imports.preview', { file: new Blob(['PK\u0003\u0004']), options: {} })).toEqual({
      ok: false,
      error: { code: 'invalid', message: 'imports.problem_zip' },
    });
    expect((await call('contacts.counts', {})).contacts).toBe(0);
  });
});
