import { expect, test } from 'vitest';
import { pageOffers, type Shown } from '@/lib/store/page-offers';
import { contactView } from '@/lib/store/views/contact-view';
import { newStore } from './support';

const FROM = { source: 'www.linkedin.com', link: 'https://www.linkedin.com/in/priya-r/' };
const HANDLE = { kind: 'handle' as const, value: 'linkedin:priya-r', key: 'linkedin:priya-r' };
const shown = (changed: Partial<Shown> = {}): Shown => ({
  title: 'Head of Procurement',
  company: 'Bengaluru Soft',
  place: 'Bengaluru, Karnataka, India',
  points: [],
  ...changed,
});

async function priya(facts: { field: string; value: string }[]) {
  const store = await newStore();
  const { id } = await store.call('contacts.add', { draft: { name: 'Priya', facts } });
  const offers = (page = shown()) => pageOffers(store.db, id, page);
  const view = async () =>
    (await contactView(store.db, id, { now: store.clock.now })) as NonNullable<
      Awaited<ReturnType<typeof contactView>>
    >;
  return { ...store, id, offers, view };
}

test('what is missing and what is told otherwise is offered; what is kept in other letters is not', async () => {
  const { offers } = await priya([
    { field: 'title', value: 'Buyer' },
    { field: 'company', value: '@bengaluru-soft' },
    { field: 'city', value: 'bengaluru' },
  ]);
  expect(await offers(shown({ points: [HANDLE] }))).toEqual([
    { of: 'fact', field: 'title', value: 'Head of Procurement', now: 'Buyer' },
    { of: 'point', field: 'handle', value: 'linkedin:priya-r', now: null },
  ]);
  expect(await offers(shown({ title: null }))).toEqual([]);
});

test('all is taken in one command: the company is created and linked, each value has the page as its source, and Undo takes it back', async () => {
  const { id, call, offers, view } = await priya([{ field: 'title', value: 'Buyer' }]);
  const before = await view();
  const take = (await offers(shown({ points: [HANDLE] }))).map(({ of, field, value }) => ({
    of,
    field,
    value,
  }));
  expect(take).toHaveLength(4);
  await call('contacts.complete', { id, take, from: FROM }, { caller: 'panel' });
  const after = await view();
  expect([after.title, after.company?.name]).toEqual(['Head of Procurement', 'Bengaluru Soft']);
  expect(after.company?.id).toBeTruthy();
  expect(after.facts.find(({ value }) => value === 'Buyer')?.aside).toBe(true);
  const fromPage = [...after.facts.filter(({ value }) => value !== 'Buyer'), ...after.points];
  expect(fromPage).toHaveLength(4);
  for (const { provenance } of fromPage) expect(provenance).toMatchObject({ how: 'page', ...FROM });
  expect(await offers(shown({ points: [HANDLE] }))).toEqual([]);
  await call('changes.undo', {});
  expect(await view()).toMatchObject({ title: 'Buyer', company: null, points: before.points });
});

test('a value that the user confirmed gives way to the one that they choose over it', async () => {
  const { id, call, offers, view } = await priya([{ field: 'company', value: 'Acme' }]);
  const [fact] = (await view()).facts;
  await call('health.confirm', { contactId: id, of: 'facts', id: fact?.id ?? '' });
  const company = (await offers()).find(({ field }) => field === 'company');
  expect(company?.now).toBe('Acme');
  await call('contacts.complete', {
    id,
    take: [{ of: 'fact', field: 'company', value: 'Bengaluru Soft' }],
    from: FROM,
  });
  expect((await view()).company?.name).toBe('Bengaluru Soft');
});

test('what was left out is not offered again, until Undo', async () => {
  const { id, call, offers } = await priya([]);
  const all = (await offers()).map(({ of, field, value }) => ({ of, field, value }));
  await call('contacts.complete', { id, take: [], leave: all, from: FROM });
  expect(await offers()).toEqual([]);
  // Another value is another question.
  expect((await offers(shown({ title: 'Chief of Procurement' }))).map(({ value }) => value)).toEqual([
    'Chief of Procurement',
  ]);
  await call('changes.undo', {});
  expect(await offers()).toHaveLength(3);
});

test('a point of no known kind is not written, and no page may ask for any of it', async () => {
  const { id, ask, call, view } = await priya([]);
  await call('contacts.complete', {
    id,
    take: [{ of: 'point', field: 'nonsense', value: 'x' }],
    from: FROM,
  });
  expect((await view()).points).toEqual([]);
  const answer = await ask('contacts.complete', { id, take: [], from: FROM }, { caller: 'overlay' });
  expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});
