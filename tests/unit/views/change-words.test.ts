import { beforeEach, describe, expect, test } from 'vitest';
import { fieldWords, shownEdits, valueWords } from '@/components/history/change-words';
import { didWords } from '@/components/history/did';
import { operations } from '@/lib/api/operations';
import type { ChangeView } from '@/lib/api/views';
import { CaseState } from '@/lib/crm/cases';
import { Consent, Contact } from '@/lib/crm/contacts';
import { Survey } from '@/lib/crm/surveys';
import { type Language, loadLanguage } from '@/lib/i18n';
import { newStore, START } from '../store/support';
import { authorForm, contactAt, published } from '../store/survey-support';

const NAMESPACES = [
  'common',
  'workspace',
  'panel',
  'unfolded',
  'health',
  'data',
  'duplicates',
  'cases',
  'surveys',
] as const;

const edit = (table: string, field: string): ChangeView['edits'][number] => ({
  table,
  id: 'x',
  path: [field],
  field,
  before: null,
  after: null,
});

describe.each<Language>(['en', 'zh-Hans', 'zh-Hant'])('what changed, in %s', (lang) => {
  beforeEach(() => loadLanguage(lang, NAMESPACES));

  test.each<[string, string, readonly string[]]>([
    ['cases', 'state', CaseState.options],
    ['surveys', 'state', Survey.shape.state.options],
    ['contacts', 'kind', Contact.shape.kind.options],
    ['contacts', 'consents', Consent.shape.state.options],
    ['activities', 'pinned', ['true', 'false']],
    ['tasks', 'doneAt', [String(START)]],
  ])('%s.%s is said in words', (table, field, values) => {
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) expect(valueWords(edit(table, field), value, START)).not.toBe(value);
  });

  test('an imported file is said to be imported, and how its columns were read is no text of the history', async () => {
    const store = await newStore();
    const file = new Blob(['Name,Email,Size\nAnna Berg,anna@lab.test,37\n']);
    const { table } = await store.call('imports.head', { file, options: {} });
    await store.call('imports.run', {
      id: crypto.randomUUID(),
      name: 'people.csv',
      file,
      options: table ? { mapping: table.mapping } : {},
      choices: [],
    });
    const { items } = await store.call('changes.list', {});
    const edits = items.flatMap((change) => change.edits).filter(({ path }) => path[0] === 'mappings');
    expect(edits.map(({ after }) => after?.slice(0, 2))).toEqual(['{"']);
    expect(items.flatMap(shownEdits).filter(({ table }) => table === 'settings')).toEqual([]);
  });

  test('what people wrote stays as they wrote it', () => {
    for (const value of ['new', 'inProgress', 'constructor', '17', ''])
      expect(valueWords(edit('cases', 'cause'), value, START)).toBe(value);
    expect(valueWords(edit('cases', 'state'), 'constructor', START)).toBe('constructor');
    expect(fieldWords(edit('contacts', 'constructor'))).toBe('constructor');
  });

  test("a case that is worked on shows neither a stored word nor the name of another noun's field", async () => {
    const store = await newStore();
    const anna = await contactAt(store, 'anna@lab.test');
    await published(store, authorForm());
    const { id } = await store.call('cases.open', { kind: 'complaint', title: 'Lamp', contactIds: [anna] });
    await store.call('cases.edit', { id, title: 'Broken lamp', expectation: 'A new one', cause: 'Packing' });
    for (const state of ['inProgress', 'waiting', 'resolved'] as const)
      await store.call('cases.move', { id, state });
    const { items } = await store.call('changes.list', { subject: id, limit: 20 });
    const lines = items.flatMap((change) =>
      shownEdits(change).map((one) =>
        [fieldWords(one), one.after === null ? '' : valueWords(one, one.after, START)].join(' '),
      ),
    );
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.filter((line) => /inProgress|waiting|resolved|title|state|Role|职|職/.test(line))).toEqual(
      [],
    );
  });

  test('what was changed of a contact is named as its user knows it', async () => {
    const store = await newStore();
    const [ann, bob] = await Promise.all([
      contactAt(store, 'ann@lab.test'),
      contactAt(store, 'bob@lab.test'),
    ]);
    await store.call('relations.add', { contactId: ann, kind: 'family', otherId: bob, word: 'sibling' });
    await store.call('relations.add', { contactId: ann, kind: 'assistantOf', otherId: bob });
    await store.call('contacts.setPoint', { id: ann, point: { kind: 'whatsapp', value: '+47 22 00 00 00' } });
    const date = { calendar: 'gregorian' as const, month: 3, day: 8 };
    await store.call('contacts.setDate', { id: ann, date: { kind: 'anniversary', date } });
    const lunar = { calendar: 'lunar' as const, month: 8, day: 9 };
    await store.call('contacts.setDate', { id: ann, date: { kind: 'birthday', date: lunar } });
    const whom = { ids: [ann] };
    await store.call('bulk.edit', { whom, change: { what: 'owner', ownerId: bob } });
    await store.call('bulk.edit', { whom, change: { what: 'doNotContact', reason: 'As she asked' } });
    await store.call('bulk.edit', { whom, change: { what: 'setFact', field: 'sex', value: 'f' } });
    await store.call('steps.snooze', { contactId: ann, key: 'confirm|x', until: START });
    await store.call('contacts.setCadence', { ids: [ann], days: 30 });
    const { items } = await store.call('changes.list', { subject: ann, limit: 20 });
    const lines = items.flatMap((change) =>
      shownEdits(change).map((one) =>
        [fieldWords(one), one.after === null ? '' : valueWords(one, one.after, START)].join(' '),
      ),
    );
    expect(lines.length).toBeGreaterThan(6);
    const raw =
      /family|assistantOf|whatsapp|anniversary|ownerId|doNotContact|\bsex\b|snoozes|[{}]|[0-9a-f]{8}-/;
    expect(lines.filter((line) => raw.test(line))).toEqual([]);
    expect(lines.join()).toContain('As she asked');
    expect(lines.join()).toMatch(/30 ?(days|天)/);
    expect(lines.join()).toMatch(/Lunar month 8, day 9.* 8 March|[农農][历曆]8月9日.* 3月8日/);
  });

  test('every command has a word', () => {
    const commands = Object.entries(operations).flatMap(([op, { kind }]) => (kind === 'command' ? [op] : []));
    expect(commands.length).toBeGreaterThan(80);
    expect(commands.filter((op) => didWords(op) === op)).toEqual([]);
  });
});
