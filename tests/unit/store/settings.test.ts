import { expect, test } from 'vitest';
import { newStore } from './support';

test('settings keep their defaults until they are set, and get them back by undo', async () => {
  const { call } = await newStore();
  expect((await call('settings.get', {})).settings).toMatchObject({ purpose: 'sales', baseCurrency: 'EUR' });
  await call('settings.set', { settings: { purpose: 'people' } });
  await call('settings.set', { settings: { baseCurrency: 'CNY' } });
  await call('changes.undo', {});
  expect((await call('settings.get', {})).settings).toMatchObject({ purpose: 'people', baseCurrency: 'EUR' });
  await call('changes.undo', {});
  expect((await call('settings.get', {})).settings.purpose).toBe('sales');
  await call('settings.set', { settings: { purpose: 'support' } });
  expect((await call('settings.get', {})).settings.purpose).toBe('support');
});

test('two views that add to a list do not overwrite each other', async () => {
  const { call } = await newStore();
  const add = (value: string) => call('settings.include', { list: 'neverLog', values: [value], on: true });
  await Promise.all([add('b@two.example'), add('a@one.example'), add('one.example')]);
  const list = async () => (await call('settings.get', {})).settings.neverLog;
  expect(await list()).toEqual(['a@one.example', 'b@two.example', 'one.example']);
  await call('settings.include', { list: 'neverLog', values: ['b@two.example'], on: false });
  await call('settings.include', { list: 'neverLog', values: ['z@new.example'], on: true });
  const [, removal] = (await call('changes.list', {})).items;
  await call('changes.undo', { changeId: removal!.id });
  expect(await list()).toEqual(['a@one.example', 'b@two.example', 'one.example', 'z@new.example']);
});

test('since when a site is logged is the moment at which it was switched on, whatever the caller says', async () => {
  const { call, clock } = await newStore();
  const [one, two] = ['https://one.example', 'https://two.example'];
  const since = async () => (await call('settings.get', {})).settings.autologSince;
  await call('settings.set', { settings: { autologOrigins: [one], autologSince: { [one]: 1 } } });
  const first = clock.now;
  expect(await since()).toEqual({ [one]: first });
  await call('settings.set', { settings: { autologOrigins: [one, two] } });
  expect(await since()).toEqual({ [one]: first, [two]: clock.now - 1000 });
  await call('settings.include', { list: 'autologOrigins', values: [one], on: false });
  expect(Object.keys((await since()) ?? {})).toEqual([two]);
});

test('what belongs to this device has no history', async () => {
  const { call, db } = await newStore();
  await call('device.set', { device: { theme: 'dark' } });
  await call('device.set', { device: { language: 'zh-Hant' } });
  expect((await call('settings.get', {})).device).toMatchObject({ theme: 'dark', language: 'zh-Hant' });
  expect(await db.changes.count()).toBe(0);
});

test('a draft is kept until it is emptied', async () => {
  const { call, db } = await newStore();
  await call('drafts.put', { key: 'note:1', text: 'Half a sent' });
  expect(await call('drafts.get', { key: 'note:1' })).toEqual({ text: 'Half a sent' });
  await call('drafts.put', { key: 'note:1', text: '' });
  expect(await call('drafts.get', { key: 'note:1' })).toEqual({ text: '' });
  expect(await db.drafts.count()).toBe(0);
});

test('what has a command of its own is not set beside it', async () => {
  const { ask } = await newStore();
  for (const settings of [{ pipeline: [] }, { tiers: [] }, { plays: {} }, { views: {} }, { fields: {} }]) {
    expect(await ask('settings.set', { settings })).toMatchObject({ error: { code: 'invalid' } });
  }
});
