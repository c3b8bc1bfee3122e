import { v7 as uuid } from 'uuid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runImport } from '@/lib/store/imports';
import { setPhoto } from '@/lib/store/photos';
import { everything } from './everything';
import { newStore, START, type Store } from './support';

/** What a drawn picture comes to here: there is nothing to draw with outside of a browser. */
let drawn = 0;
let isDamaged = false;

beforeEach(() => {
  drawn = 0;
  isDamaged = false;
  vi.stubGlobal('createImageBitmap', async () => {
    if (isDamaged) throw new DOMException('damaged', 'InvalidStateError');
    return { width: 300, height: 200, close: () => undefined };
  });
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => ({ fillRect: () => undefined, drawImage: () => undefined });
      convertToBlob = async () => {
        drawn += 1;
        return new Blob([Uint8Array.of(0xff, 0xd8, 0xff, drawn)], { type: 'image/jpeg' });
      };
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const GIF = Buffer.from('474946383961900190010000003b', 'hex');
const picture = () => new Blob([GIF], { type: 'image/gif' });

const card = (name: string, photo = GIF.toString('base64')) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEMAIL:${name}@lab.test\r\nPHOTO;ENCODING=b;TYPE=GIF:${photo}\r\nEND:VCARD\r\n`;

async function bring(store: Store, text: string) {
  const id = uuid();
  const counts = await store.call('imports.run', {
    id,
    name: 'people.vcf',
    file: new Blob([text]),
    options: {},
    choices: [],
  });
  return { id, counts };
}

const facesOf = async (store: Store, ids: string[]) =>
  Object.keys((await store.call('contacts.photos', { ids })).sources);

async function idOf(store: Store, name: string): Promise<string> {
  return (await store.db.contacts.where('k.full').equals(name).primaryKeys())[0]!;
}

test('the picture of a card comes in as a small one, is not asked twice for, and goes out only when asked', async () => {
  const store = await newStore();
  expect(await store.call('contacts.photos', { ids: [] })).toEqual({ any: false, sources: {} });
  expect((await bring(store, card('anna'))).counts).toMatchObject({ added: 1, held: 0 });
  const id = await idOf(store, 'anna');
  const { any, sources } = await store.call('contacts.photos', { ids: [id] });
  expect([any, sources[id]]).toEqual([true, 'data:image/jpeg;base64,/9j/AQ==']);
  expect((await bring(store, card('anna'))).counts).toMatchObject({ added: 0, changed: 0, same: 1 });
  expect(await store.db.photos.count()).toBe(1);
  const out = async (format: 'vcard3' | 'vcard4' | 'csv', photos: boolean) => {
    const chosen = { format, photos, personal: true, sensitive: true, notes: true };
    return (await store.call('exports.write', chosen)).file.text();
  };
  expect(await out('vcard3', true)).toContain('PHOTO;ENCODING=b;TYPE=JPEG:/9j/AQ==');
  const four = await out('vcard4', true);
  expect(four).toContain('PHOTO:data:image/jpeg;base64,/9j/AQ==');
  for (const format of ['vcard3', 'vcard4'] as const) expect(await out(format, false)).not.toContain('PHOTO');
  expect(await out('csv', true)).not.toContain('/9j/');
});

test('a picture that cannot be read is held back with its reason, and its person comes in', async () => {
  const store = await newStore();
  isDamaged = true;
  const { id, counts } = await bring(store, card('anna'));
  expect(counts).toMatchObject({ added: 1, held: 1 });
  const report = await store.call('imports.report', { id });
  expect(report?.heldBack).toMatchObject([{ reason: 'imports.held_photo', text: 'anna' }]);
  const contactId = await idOf(store, 'anna');
  const refused = await store.ask('contacts.setPhoto', { contactId, file: picture() });
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid' } });
});

test('a picture of more than 40 megapixels is said to be too large before anything is written, and is never opened', async () => {
  const store = await newStore();
  const huge = Buffer.from(GIF);
  huge.writeUInt16LE(8000, 6);
  huge.writeUInt16LE(6000, 8);
  const text = card('anna', huge.toString('base64'));
  const held = [{ where: '1 PHOTO', reason: 'imports.held_photo_pixels', text: 'anna' }];
  const preview = await store.call('imports.preview', { file: new Blob([text]), options: {} });
  expect(preview).toMatchObject({ counts: { new: 1, held: 1 }, heldBack: held });
  const { id, counts } = await bring(store, text);
  expect(counts).toMatchObject({ added: 1, held: 1 });
  expect((await store.call('imports.report', { id }))?.heldBack).toMatchObject(held);
  expect((await bring(store, text)).counts).toMatchObject({ added: 0, changed: 0, same: 1 });
  const contactId = await idOf(store, 'anna');
  const refused = await store.ask('contacts.setPhoto', { contactId, file: new Blob([huge]) });
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid', message: 'data.photo_large' } });
  expect(drawn).toBe(0);
});

test('a picture is chosen, replaced and taken away, each with an undo', async () => {
  const store = await newStore();
  const { id } = await store.call('contacts.add', { draft: { name: 'Anna' } });
  const source = async () => (await store.call('contacts.photos', { ids: [id] })).sources[id];
  await store.call('contacts.setPhoto', { contactId: id, file: picture() });
  const first = await source();
  await store.call('contacts.setPhoto', { contactId: id, file: picture() });
  const second = await source();
  expect(first).not.toBe(second);
  await store.call('contacts.removePhoto', { contactId: id });
  expect(await source()).toBeUndefined();
  await store.call('changes.undo', {});
  expect(await source()).toBe(second);
  await store.call('changes.undo', {});
  expect(await source()).toBe(first);
  await store.call('changes.undo', {});
  expect(await source()).toBeUndefined();
  await store.call('changes.redo', {});
  expect(await source()).toBe(first);
});

test('an import that is undone shows no picture; one that is cancelled leaves none', async () => {
  const store = await newStore();
  const { id: batchId } = await bring(store, card('anna'));
  const id = await idOf(store, 'anna');
  await store.call('changes.undo', { batchId });
  expect(await facesOf(store, [id])).toEqual([]);
  await store.call('changes.redo', {});
  expect(await facesOf(store, [id])).toEqual([id]);
  const stop = new AbortController();
  const many = Array.from({ length: 1500 }, (_, at) => card(`p${at}`)).join('');
  const bytes = new TextEncoder().encode(many);
  const job = { id: uuid(), name: 'many.vcf', bytes, options: {}, choices: [] };
  const as = { db: store.db, now: () => START, zone: 'UTC', op: 'imports.run', caller: 'workspace' };
  const under = { commandId: uuid(), signal: stop.signal, onProgress: () => stop.abort() };
  await expect(runImport({ ...as, ...under }, job)).rejects.toMatchObject({ code: 'cancelled' });
  expect(await store.db.photos.count()).toBe(1);
}, 30_000);

test('an import is stopped between two of its pictures, and one that cannot be drawn gives its memory back', async () => {
  const store = await newStore();
  const stop = new AbortController();
  let [read, closed] = [0, 0];
  vi.stubGlobal('createImageBitmap', async () => {
    read += 1;
    if (read === 3) stop.abort();
    return { width: 0, height: 0, close: () => (closed += 1) };
  });
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => null;
    },
  );
  const text = Array.from({ length: 20 }, (_, at) => card(`p${at}`)).join('');
  const job = {
    id: uuid(),
    name: 'many.vcf',
    bytes: new TextEncoder().encode(text),
    options: {},
    choices: [],
  };
  const as = { db: store.db, now: () => START, zone: 'UTC', op: 'imports.run', caller: 'workspace' };
  const running = runImport({ ...as, commandId: uuid(), signal: stop.signal }, job);
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  expect([read, closed]).toEqual([3, 3]);
});

test('of two that are merged the one that stays keeps its own, and unmerging gives back', async () => {
  const store = await newStore();
  await bring(store, card('anna') + card('bo'));
  const { id: bare } = await store.call('contacts.add', { draft: { name: 'A. Berg' } });
  const [anna, bo] = [await idOf(store, 'anna'), await idOf(store, 'bo')];
  const before = (await store.call('contacts.photos', { ids: [anna, bo] })).sources;
  await store.call('contacts.merge', { groups: [{ into: bare, from: [anna, bo] }] });
  expect((await store.call('contacts.photos', { ids: [bare] })).sources[bare]).toBe(before[anna]);
  await store.call('contacts.unmerge', { id: anna });
  expect((await store.call('contacts.photos', { ids: [bare] })).sources[bare]).toBe(before[bo]);
  await store.call('contacts.unmerge', { id: bo });
  expect((await store.call('contacts.photos', { ids: [bare, anna, bo] })).sources).toEqual(before);
});

test('a picture is in a backup and in what a person is given; erasing takes all of theirs, also of whom was merged', async () => {
  const store = await newStore();
  await bring(store, card('anna') + card('bo'));
  const [anna, bo] = [await idOf(store, 'anna'), await idOf(store, 'bo')];
  await store.call('contacts.setPhoto', { contactId: anna, file: picture() });
  const shown = (await store.call('contacts.photos', { ids: [anna, bo] })).sources;
  const { file } = await store.call('backup.save', {});
  const other = await newStore();
  await other.call('backup.restore', { file });
  expect((await other.call('contacts.photos', { ids: [anna, bo] })).sources).toEqual(shown);
  const { photo } = await store.call('data.give', { id: anna });
  expect(`data:${photo?.type};base64,${photo?.base64}`).toBe(shown[anna]);
  expect(photo).toMatchObject({ how: 'typed' });
  await store.call('contacts.merge', { groups: [{ into: anna, from: [bo] }] });
  expect(await store.db.photos.count()).toBe(3);
  await store.call('contacts.erase', { id: anna });
  expect(await store.db.photos.count()).toBe(0);
  expect(await everything(store)).not.toContain('/9j/');
});

test('a file of any size is not read', async () => {
  const arrayBuffer = vi.fn();
  const file = { size: 51 * 1024 * 1024, arrayBuffer } as unknown as Blob;
  await expect(setPhoto({} as never, { contactId: 'x', file })).rejects.toThrow('data.photo_large');
  expect(arrayBuffer).not.toHaveBeenCalled();
});
