import { beforeEach, expect, test, vi } from 'vitest';
import { tellTaught } from '@/entrypoints/background/taught';
import { type Answer, API_VERSION } from '@/lib/api/message';
import type { SiteReadings, TaughtSite } from '@/lib/api/views';
import { DEFAULT_DEVICE } from '@/lib/crm/defaults';
import type { PublicState } from '@/lib/platform/sites';
import { soundOnes } from '@/lib/sites/taught';
import { settingsOf } from '@/lib/store/settings';
import { newStore } from '../store/support';
import { emptyBrowser, held } from './fake-browser';
import { asking, pageContext, person, SENDERS, switchOnSite } from './harness';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser')).browser }));
vi.mock('@/lib/platform/native', async () => ({ browser: (await import('./fake-browser')).browser }));
beforeEach(() => {
  emptyBrowser();
  switchOnSite();
});

const { overlay, workspace } = SENDERS;
const dated = { id: 'taught', since: '2026-11' };
const page = (kind: string, role: string, each: string) => ({
  kind,
  region: [{ ...dated, find: 'main' }],
  people: { [role]: [{ ...dated, each, email: [{ steps: ['address'] }] }] },
});
const MESSAGE = page('message', 'sender', '.from');
const LIST = page('list', 'mention', '.row');
const recipe = (change: object = {}) =>
  JSON.stringify({
    format: 1,
    id: 'taught',
    name: 'mail.example',
    hosts: ['mail.example'],
    viewer: [],
    pages: [MESSAGE],
    observe: [],
    ...change,
  });

function given<T>(answer: Answer): T {
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value as T;
}

async function product() {
  const { db, call } = await newStore();
  const { ask } = asking(db);
  const taught = async () => given<TaughtSite[]>(await ask('sites.taught', {}, workspace));
  const take = async (change: object) =>
    given<object>(await ask('sites.take', { text: recipe(change) }, workspace));
  return { db, call, ask, taught, take };
}

test('what is taught later of other pages of a host is added; of the same pages it takes the place', async () => {
  const { ask, taught } = await product();
  const teach = async (pages: object[]) => {
    held.session.set('teaching:1', { site: 'https://mail.example', until: Date.now() + 60_000 });
    given(await ask('sites.teach', { recipe: recipe({ pages }) }, overlay));
  };
  await teach([MESSAGE]);
  await teach([LIST]);
  await teach([page('message', 'sender', '.newer')]);
  const [site] = await taught();
  expect(site?.kinds).toEqual(['message', 'list']);
  expect(site?.file).toContain('.newer');
  expect(site?.file).not.toContain('.from');
});

test("what is taught is its user's act, and what could not be kept may be tried again", async () => {
  const { db, ask, taught, call } = await product();
  await call('contacts.add', { draft: { name: 'Anna Berg' } });
  held.session.set('teaching:1', { site: 'https://mail.example', until: Date.now() + 60_000 });
  const full = () => {
    throw new Error('The disk is full.');
  };
  db.settings.hook('updating', full);
  db.settings.hook('creating', full);
  vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(await ask('sites.teach', { recipe: recipe() }, overlay)).toMatchObject({ ok: false });
  db.settings.hook('updating').unsubscribe(full);
  db.settings.hook('creating').unsubscribe(full);
  given(await ask('sites.teach', { recipe: recipe() }, overlay));
  expect((await taught()).map(({ name }) => name)).toEqual(['mail.example']);
  await call('changes.undo', {});
  expect(await taught()).toEqual([]);
});

test('what two windows do at once is both done', async () => {
  const { ask, take, taught } = await product();
  await take({});
  held.session.set('teaching:1', { site: 'https://mail.example', until: Date.now() + 60_000 });
  const outcomes = await Promise.all([
    ask('sites.teach', { recipe: recipe({ pages: [LIST] }) }, overlay),
    ask('sites.take', { text: recipe({ hosts: ['third.example'], name: 'Third' }) }, workspace),
    ask('sites.rename', { key: 'mail.example', name: 'Post', hosts: ['mail.example'] }, workspace),
  ]);
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect((await taught()).map(({ name, kinds }) => [name, kinds.toSorted()])).toEqual([
    ['Post', ['list', 'message']],
    ['Third', ['message']],
  ]);
});

test('a change of a recipe that another page changed meanwhile is refused', async () => {
  const { call, take, db } = await product();
  await take({});
  const from = (await settingsOf(db)).taught ?? {};
  await take({ name: 'Newer' });
  await expect(call('settings.teach', { from, to: {} })).rejects.toThrow(
    /conflict This site was taught meanwhile/,
  );
});

test('pages are told when recipes change, also by undo, and by nothing else', async () => {
  const { call, take, db } = await product();
  const told = () => (held.local.get('public') as PublicState).taught;
  await tellTaught(db);
  expect(told()).toBeUndefined();
  await take({});
  expect(told()).toBe(1);
  await call('contacts.add', { draft: { name: 'Anna Berg' } });
  await tellTaught(db);
  expect(told()).toBe(1);
  await call('changes.undo', {});
  await call('changes.undo', {});
  await tellTaught(db);
  expect(told()).toBe(2);
});

test('with other hosts a site keeps its id, by which answers about its people are remembered', async () => {
  const { ask, take, taught, db } = await product();
  await take({});
  const ids = async () => soundOnes((await settingsOf(db)).taught ?? {}).map(({ id }) => id);
  const before = await ids();
  const hosts = ['post.example', 'mail.example'];
  given(await ask('sites.rename', { key: 'mail.example', name: 'Post', hosts }, workspace));
  expect((await taught()).map(({ key }) => key)).toEqual(['post.example']);
  expect(await ids()).toEqual(before);
});

const switches = () => (held.local.get('public') as PublicState).sites;

test('a file switches nothing on, says what it replaces, and claims no host that another has', async () => {
  const { ask, take, taught } = await product();
  const before = structuredClone(switches());
  expect(await take({})).toEqual({ hosts: ['mail.example'], replaced: false, insteadOf: [] });
  expect(await take({ name: 'Mail' })).toEqual({ hosts: ['mail.example'], replaced: true, insteadOf: [] });
  const refused = (message: string) => ({ ok: false, error: { code: 'invalid', message } });
  const file = (change: object) => ask('sites.take', { text: recipe(change) }, workspace);
  expect(await file({ hosts: ['post.example', 'mail.example'] })).toEqual(
    refused('recipe.hosts[1] was taught already: mail.example.'),
  );
  expect(await file({ hosts: ['*.example'], format: 2 })).toEqual(
    refused('recipe.format must be one of: 1.'),
  );
  expect(await file({ hosts: ['*.example'] })).toEqual(
    refused('recipe.hosts[0] must be one host: mail.example.com.'),
  );
  expect((await taught()).map(({ name }) => name)).toEqual(['Mail']);
  expect(switches()).toEqual(before);
});

test('a file for more than one host says of which known sites it reads pages instead', async () => {
  const { take, taught } = await product();
  const hosts = ['a.example', 'mail.google.com', 'outlook.live.com'];
  expect(await take({ hosts })).toMatchObject({ hosts, insteadOf: ['gmail', 'outlook'] });
  expect((await taught())[0]?.insteadOf).toEqual(['gmail', 'outlook']);
});

test('name and hosts are edited, forgotten, and each is undone by itself', async () => {
  const { ask, take, taught, call, db } = await product();
  await take({});
  await take({ hosts: ['mail.google.com'], name: 'Work' });
  const rename = (hosts: string[]) =>
    ask('sites.rename', { key: 'mail.example', name: 'Post', hosts }, workspace);
  const invalid = { ok: false, error: { code: 'invalid' } };
  expect(await rename(['mail.google.com'])).toMatchObject(invalid);
  expect(await rename(['no host'])).toMatchObject(invalid);
  expect(await rename(['post.example', 'mail.example'])).toMatchObject({ ok: true });
  expect((await taught()).map(({ name, hosts, insteadOf }) => [name, hosts, insteadOf])).toEqual([
    ['Post', ['post.example', 'mail.example'], []],
    ['Work', ['mail.google.com'], ['gmail']],
  ]);
  const commandId = crypto.randomUUID();
  const { send } = asking(db);
  const forget = { api: API_VERSION, op: 'sites.untaught', input: { key: 'mail.google.com' }, commandId };
  given(await send(forget, workspace));
  expect((await taught()).map(({ name }) => name)).toEqual(['Post']);
  await take({ hosts: ['third.example'], name: 'Third' });
  await call('changes.undo', { commandId });
  expect((await taught()).map(({ name }) => name)).toEqual(['Post', 'Third', 'Work']);
});

test('what was read of a site is told in counts and days, and a page that says nothing again and again is told', async () => {
  const { ask } = await product();
  const readings = async () => {
    const all = given<SiteReadings[]>(await ask('sites.readings', {}, workspace));
    return all.flatMap(({ id, seen }) => seen.map((one) => ({ id, ...one })));
  };
  expect(await readings()).toEqual([
    { id: 'generic', origin: 'https://mail.example', state: 'unseen', last: [], unread: null },
  ]);
  const report = (generation: number, contexts: object[], tab = overlay) =>
    ask('tab.report', { contexts, generation, theme: 'light', claimed: true }, tab);
  given(await report(1, [pageContext({ variant: 'Zephyrine Quillon' })], overlay));
  const [seen] = await readings();
  expect(seen).toMatchObject({
    id: 'roundcube',
    state: 'holds',
    last: [{ kind: 'message', variant: null, people: [{ role: 'sender', count: 1 }] }],
  });
  expect(JSON.stringify(seen)).not.toMatch(/Z\. Q\.|zq@|Zephyrine|bait/);
  given(await report(2, [], overlay));
  expect((await readings())[0]?.unread?.pages).toBe(1);
  // After a change in the store the same page is told once more: it is no other page.
  for (const generation of [3, 4, 5]) given(await report(generation, [], overlay));
  expect((await readings())[0]?.unread?.pages).toBe(1);
  given(await report(1, [], { ...overlay, documentId: 'another' }));
  expect((await readings())[0]?.unread?.pages).toBe(2);
  const hidden = { ...overlay, isPrivate: true };
  given(await report(6, [pageContext({ people: [person()] })], hidden));
  expect((await readings())[0]?.unread?.pages).toBe(2);
});

test.each([
  ['roundcube', 'changed'],
  ['mastodon', 'holds'],
])('pages without anybody on the day after: %s %s', async (site, state) => {
  const { ask, db } = await product();
  const kinds = { message: { day: '2020-01-01', variant: null, people: { sender: 1 } } };
  const siteReadings = { 'https://mail.example': { recipe: site, kinds, unread: null } };
  await db.device.put({ ...DEFAULT_DEVICE, id: 'device', siteReadings });
  for (let at = 0; at < 5; at++) {
    const page = { contexts: [], generation: 1, theme: 'light', claimed: true };
    given(await ask('tab.report', page, { ...overlay, documentId: `page-${at}` }));
  }
  const all = given<SiteReadings[]>(await ask('sites.readings', {}, workspace));
  expect(all.find(({ id }) => id === site)?.seen.map((seen) => seen.state)).toEqual([state]);
});
