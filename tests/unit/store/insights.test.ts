import { describe, expect, test } from 'vitest';
import { figure } from '@/lib/store/views/insights-books';
import { contactIdsIn } from '@/lib/store/views/insights-cells';
import { DAY, newStore, START, type Store } from './support';

/** Days before the Monday on which tests begin. */
const ago = (days: number) => START - days * DAY;

interface Sold {
  days: number;
  /** In whole euros, or krone where the currency says so. */
  amount: number;
  product?: string;
  currency?: string;
}

async function customer(store: Store, name: string, sold: Sold[], more: { kind?: 'work' | 'personal' } = {}) {
  const { id } = await store.call('contacts.add', { draft: { name, ...more } });
  for (const { days, amount, product = 'Lamp', currency = 'EUR' } of sold) {
    await store.call('activities.log', {
      activity: {
        type: 'purchase',
        at: ago(days),
        contactIds: [id],
        subject: product,
        amount: { minor: amount * 100, currency },
      },
    });
  }
  return id;
}

const at = ({ db, clock }: Store) => ({ db, now: () => clock.now, zone: 'UTC' });
const who = (store: Store, cell: string) =>
  contactIdsIn(at(store), { filter: { cell }, sort: { by: 'name', descending: false } });

describe('dependence on few', () => {
  test('of customers, of companies, of a span; what has no rate is named, and counts once it has one', async () => {
    const store = await newStore();
    const ida = await customer(store, 'Ida', [
      { days: 10, amount: 300 },
      { days: 400, amount: 300 },
    ]);
    const bo = await customer(store, 'Bo', [{ days: 20, amount: 300 }]);
    await customer(store, 'Cy', [{ days: 30, amount: 100 }]);
    await customer(store, 'Di', [{ days: 40, amount: 100, currency: 'NOK' }]);
    for (const id of [ida, bo])
      await store.call('contacts.setFact', { id, fact: { field: 'city', value: 'Oslo' } });

    const all = { by: 'contact' as const, days: null };
    const found = await store.call('insights.concentration', all);
    // 600, 300 and 100 of 1,000; without the first 300 and 100 of 400.
    expect(found).toMatchObject({
      missing: null,
      n: 3,
      total: 100_000,
      withoutRate: 1,
      herfindahl: expect.closeTo(0.46, 12),
      without: { share: 0.6, total: 40_000, asMany: expect.closeTo(1.6, 12) },
      largest: [
        { id: ida, name: 'Ida', amount: 60_000, share: 0.6 },
        { id: bo, share: 0.3 },
        { name: 'Cy', share: 0.1 },
      ],
    });
    expect(await store.call('insights.concentration', { by: 'contact', days: 365 })).toMatchObject({
      total: 70_000,
    });
    // Of Cy no city is known: that is no city of its own.
    expect(await store.call('insights.concentration', { by: 'city', days: null })).toEqual({
      missing: { what: 'known', needs: 3, has: 1 },
    });
    const places = ['Bergen', 'Rome'];
    for (const [nth, city] of places.entries()) {
      const id = await customer(store, `In ${city}`, [{ days: 5, amount: 50 }]);
      await store.call('contacts.setFact', { id, fact: { field: 'city', value: places[nth]! } });
    }
    expect(await store.call('insights.concentration', { by: 'city', days: null })).toMatchObject({
      n: 3,
      total: 100_000,
      unknown: 10_000,
      largest: [{ name: 'Oslo', amount: 90_000 }, { amount: 5000 }, { amount: 5000 }],
    });
    await store.call('settings.set', { settings: { rates: { NOK: 0.1 } } });
    expect(await store.call('insights.concentration', all)).toMatchObject({
      n: 6,
      total: 111_000,
      withoutRate: 0,
    });
  });

  test('two customers say nothing', async () => {
    const store = await newStore();
    await customer(store, 'Ida', [{ days: 1, amount: 5 }]);
    await customer(store, 'Bo', [{ days: 1, amount: 5 }]);
    expect(await store.call('insights.concentration', { by: 'contact', days: null })).toEqual({
      missing: { what: 'customers', needs: 3, has: 2 },
    });
  });
});

test('an order of three contacts is one order of the forecast, and its amount counts once', async () => {
  const store = await newStore();
  const ids = [];
  for (const name of ['Ida', 'Bo', 'Cy']) ids.push(await customer(store, name, []));
  const order = (days: number, contactIds: string[]) =>
    store.call('activities.log', {
      activity: {
        type: 'purchase',
        at: ago(days),
        contactIds,
        subject: 'Lamp',
        amount: { minor: 1000, currency: 'EUR' },
      },
    });
  for (let month = 1; month <= 40; month += 1) await order(month * 30, ids);
  // Two orders of one day by the same people are two.
  await order(30, ids);
  await order(30, [ids[0]!]);
  const all = await store.call('insights.forecast', {});
  if (all.missing) throw new Error('There is no forecast.');
  const total = (of: 'orders' | 'spent') => all.months.reduce((sum, month) => sum + month[of], 0);
  expect([total('orders'), total('spent')]).toEqual([42, 42_000]);
  // Of those who count each is looked at alone: what one of the three has is still the order.
  await store.call('contacts.merge', { groups: [{ into: ids[0]!, from: [ids[1]!] }] });
  await store.call('contacts.delete', { ids: [ids[0]!] });
  const left = await store.call('insights.forecast', {});
  if (left.missing) throw new Error('There is no forecast.');
  expect(left.months.reduce((sum, { orders }) => sum + orders, 0)).toBe(41);
});

test('complaints of products are of those who count, and name them as words', async () => {
  const store = await newStore();
  const ida = await customer(store, 'Ida', [{ days: 3, amount: 5, product: 'Pro' }]);
  const friend = await customer(store, 'A friend', [], { kind: 'personal' });
  const complaint = (id: string, title: string) =>
    store.call('cases.open', { kind: 'complaint', title, text: '', contactIds: [id] });
  await complaint(ida, 'A problem with the process');
  await complaint(friend, 'The Pro is broken');
  expect(await store.call('insights.products', {})).toMatchObject({ products: [{ complaints: 0 }] });
  await complaint(ida, 'Broken: Pro.');
  expect(await store.call('insights.products', {})).toMatchObject({ products: [{ complaints: 1 }] });
});

test('a figure that was counted while stages were being settled is counted anew afterwards', async () => {
  const store = await newStore();
  let counted = 0;
  const ask = () => figure(at(store), 'test', {}, () => ++counted);
  expect([await ask(), await ask()]).toEqual([1, 1]);
  await store.db.meta.put({ key: 'insightTo', value: '20514|x' });
  expect([await ask(), await ask()]).toEqual([2, 2]);
});

test('thirty customers: fifths, groups, who moved, cohorts, churn, products, what comes next, orders a month', {
  timeout: 60_000,
}, async () => {
  const store = await newStore();
  const ids: string[] = [];
  // Everybody bought a lamp 300 days ago; the first twenty a lens 40 days ago, the first five of them one more 5 days ago.
  for (let nth = 0; nth < 30; nth++) {
    ids.push(
      await customer(store, `Customer ${String(nth).padStart(2, '0')}`, [
        { days: 300, amount: 10 },
        ...(nth < 20 ? [{ days: 40, amount: 20, product: 'Lens' }] : []),
        ...(nth < 5 ? [{ days: 5, amount: 30, product: 'lens' }] : []),
      ]),
    );
  }
  await customer(store, 'A friend', [{ days: 3, amount: 1000 }], { kind: 'personal' });
  await store.call('cases.open', {
    kind: 'complaint',
    title: 'The lens is scratched',
    text: '',
    contactIds: [ids[0]!],
  });

  const rfm = await store.call('insights.rfm', {});
  if (rfm.missing) throw new Error('Thirty are enough.');
  expect(rfm).toMatchObject({ customers: 30, from: '2025-12-01', to: '2026-03-02' });
  expect(rfm.cells.reduce((sum, cell) => sum + cell.customers, 0)).toBe(30);
  // A quarter ago all thirty had bought once, on one day.
  expect(rfm.moves.reduce((sum, { count }) => sum + count, 0)).toBe(30);
  for (const { recency, frequency, customers } of rfm.cells) {
    expect(await who(store, `rfm:2026-03-02:${recency}:${frequency}`)).toHaveLength(customers);
  }
  for (const { from, to, count } of rfm.moves) {
    expect(await who(store, `move:2025-12-01:2026-03-02:${from ?? ''}:${to}`)).toHaveLength(count);
  }
  for (const { group, now } of rfm.groups)
    expect(await who(store, `group:2026-03-02:${group}`)).toHaveLength(now);

  const cohorts = await store.call('insights.cohorts', { of: 'purchase', silence: 180 });
  if (cohorts.missing) throw new Error('Thirty are enough.');
  // 300 days before 2 March is 6 May 2025; 40 days before is 21 January, 5 days before 25 February.
  expect(cohorts.rows).toEqual([
    { month: 12 * 2025 + 4, size: 30, active: [30, 0, 0, 0, 0, 0, 0, 0, 20, 5, 0] },
  ]);
  expect(await who(store, 'cohort:purchase:2025-05:8')).toEqual(ids.slice(0, 20));
  // All left on the 181st day, 3 November; twenty came back in January.
  expect(cohorts.churn.find(({ month }) => month === '2025-11')).toMatchObject({
    customers: 30,
    left: 30,
    rate: { value: 1 },
  });
  expect(cohorts.churn.find(({ month }) => month === '2026-01')).toMatchObject({
    customers: 0,
    returned: 20,
  });

  const products = await store.call('insights.products', {});
  if (products.missing || products.next.missing) throw new Error('Twenty followed.');
  expect(products.products).toMatchObject([
    { name: 'Lamp', buyers: 30, purchases: 30, spent: 30_000, repeat: { value: 0 }, complaints: 0 },
    { buyers: 20, purchases: 25, spent: 55_000, repeat: { value: 0.25, hits: 5 }, complaints: 1 },
  ]);
  expect(products.next.pairs).toMatchObject([
    { from: 'lamp', to: 'lens', support: 20, of: 20, lift: 1, candidates: 10 },
  ]);
  expect(await who(store, 'next:lamp:lens')).toEqual(ids.slice(20));

  // Ten whole months: too few to be forecast.
  expect(await store.call('insights.forecast', {})).toEqual({
    missing: { what: 'months', needs: 12, has: 10 },
  });
  // Five ordered on three days: gaps of 260 and 35 days.
  const next = await store.call('insights.nextOrders', {});
  if (next.missing) throw new Error('Five have a rhythm.');
  expect(next.orders.map(({ id, orders, silence }) => [id, orders, silence])).toEqual(
    expect.arrayContaining(ids.slice(0, 5).map((id) => [id, 3, 5])),
  );
  for (const { low, middle, high } of next.orders)
    expect([low < middle, middle < high]).toEqual([true, true]);
});

test('stages are those of the contacts, and each leads to them; a tag counts by itself', {
  timeout: 60_000,
}, async () => {
  const store = await newStore();
  const ids: string[] = [];
  for (let nth = 0; nth < 14; nth++) {
    const { id } = await store.call('contacts.add', {
      draft: { name: `C${nth}`, tags: nth < 11 ? ['Fair'] : [] },
    });
    ids.push(id);
    // Every ten days, up to today for the first twelve; the last two stopped 80 days ago.
    for (let days = 200; days >= (nth < 12 ? 0 : 80); days -= 10)
      await store.call('activities.log', {
        activity: { type: 'call', at: ago(days), contactIds: [id], subject: '' },
      });
  }
  const view = await store.call('insights.lifecycle', {});
  if (view.missing) throw new Error('Fourteen are enough.');
  expect(view.contacts).toBe(14);
  for (const { stage, count } of view.stages) expect(await who(store, `stage:${stage}`)).toHaveLength(count);
  expect(view.stages.find(({ stage }) => stage === 'maturity')).toMatchObject({
    count: 12,
    phase: 'loyalty',
  });

  const warned = await store.call('insights.warnings', {});
  if (warned.missing) throw new Error('Fourteen have a rhythm.');
  expect(warned).toMatchObject({ watched: 14, total: 2 });
  expect(warned.rows.map(({ id }) => id).sort()).toEqual(ids.slice(12).sort());
  expect(warned.rows[0]).toMatchObject({ basis: 'talk', silence: 80, gaps: 12 });
  expect(warned.rows[0]!.gap).toBeCloseTo(10, 0);
  expect(await who(store, 'warned')).toHaveLength(2);

  const [tag] = await store.call('tags.tree', {});
  const tagged = await store.call('insights.lifecycle', { tagId: tag!.id });
  expect(tagged).toMatchObject({ contacts: 11 });
  expect(await who(store, `stage:maturity@${tag!.id}`)).toEqual(expect.arrayContaining(ids.slice(0, 11)));
  const segmentId = '0197a000-0000-7000-8000-000000000001';
  await store.call('segments.put', {
    id: segmentId,
    name: 'Often called',
    query: { ask: 'count', types: ['call'], times: { min: 15 } },
  });
  // Called every ten days until today: 21 times; until 80 days ago: 13 times.
  expect(await store.call('insights.lifecycle', { segmentId })).toMatchObject({ contacts: 12 });
  expect(await who(store, `stage:maturity@s${segmentId}`)).toHaveLength(12);
  expect(await store.call('insights.value', {})).toEqual({
    missing: { what: 'repeaters', needs: 30, has: 0 },
  });

  // One of each: of a friend no stage is told, also where friends count.
  for (const id of [ids[0]!, ids[13]!]) await store.call('contacts.edit', { id, kind: 'personal' });
  expect(await store.call('insights.lifecycle', {})).toMatchObject({ contacts: 12, personal: 0 });
  await store.call('settings.set', { settings: { purpose: 'people' } });
  const friendly = await store.call('insights.lifecycle', {});
  if (friendly.missing) throw new Error('Twelve are enough.');
  expect(friendly).toMatchObject({ contacts: 12, personal: 2 });
  expect(friendly.stages.reduce((sum, { count }) => sum + count, 0)).toBe(12);
  for (const { stage } of friendly.stages)
    expect(await who(store, `stage:${stage}`)).not.toEqual(expect.arrayContaining([ids[0]]));
  const still = await store.call('insights.warnings', {});
  if (still.missing) throw new Error('Fourteen have a rhythm.');
  expect(new Map(still.rows.map(({ id, stage }) => [id, stage === null]))).toEqual(
    new Map([
      [ids[12]!, false],
      [ids[13]!, true],
    ]),
  );
  for (const id of ids.slice(1, 4)) await store.call('contacts.edit', { id, kind: 'personal' });
  expect(await store.call('insights.lifecycle', {})).toEqual({
    missing: { what: 'staged', needs: 10, has: 9 },
  });
});

test('opportunities: an open need without a deal, an order that is due, a complaint that was made good', async () => {
  const store = await newStore();
  expect(await store.call('insights.opportunities', {})).toMatchObject({
    missing: { what: 'opportunities', needs: 1, has: 0 },
  });
  const [ida, bo] = [await customer(store, 'Ida', []), await customer(store, 'Bo', [])];
  for (const contactId of [ida, bo])
    await store.call('needs.set', {
      contactId,
      need: {
        quote: 'A lighter tripod',
        kind: 'explicit',
        strength: 2,
        status: contactId === ida ? 'open' : 'met',
      },
    });
  // Every thirty days; the last 31 days ago.
  const cy = await customer(store, 'Cy', [...[151, 121, 91, 61, 31].map((days) => ({ days, amount: 10 }))]);
  const di = await customer(store, 'Di', [{ days: 50, amount: 10 }]);
  const { id } = await store.call('cases.open', { kind: 'complaint', title: 'Scratched', contactIds: [di] });
  const body = (await store.db.cases.get(id))!.body;
  await store.db.cases.update(id, { body: { ...body, state: 'resolved', resolvedAt: ago(20) } });
  store.clock.now += DAY;
  const found = await store.call('insights.opportunities', {});
  if (found.missing) throw new Error('There are some.');
  expect(found).toMatchObject({ needs: 1, due: 1, resolved: 1 });
  expect(found.rows).toMatchObject([
    { kind: 'need', id: ida, name: 'Ida', quote: 'A lighter tripod', days: 1 },
    { kind: 'due', id: cy, days: 32 },
    { kind: 'resolved', id: di, quote: 'Scratched', days: 21 },
  ]);
});

test('who counts nothing: a figure that is none is refused, and never taken for everybody', async () => {
  const store = await newStore();
  await store.call('contacts.add', { draft: { name: 'Ida' } });
  await expect(who(store, 'nothing')).rejects.toMatchObject({ code: 'invalid' });
  await expect(who(store, 'rfm:tomorrow:1:1')).rejects.toMatchObject({ code: 'invalid' });
  // Whoever cannot count figures does not leave the filter out.
  const sort = { by: 'name' as const, descending: false };
  expect(await store.ask('contacts.ids', { filter: { cell: 'warned' }, sort })).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
  const whom = { filter: { cell: 'stage:growth' } };
  expect(await store.ask('bulk.preview', { whom, change: { what: 'kind', kind: 'personal' } })).toMatchObject(
    { ok: true, value: { total: 0 } },
  );
});

test('a file for a spreadsheet runs no formula', async () => {
  const store = await newStore();
  const { file } = await store.call('insights.csv', {
    rows: [
      ['Name', 'Spent'],
      ['=1+1', -5],
    ],
  });
  expect(file).toContain("'=1+1");
  expect(file).toContain(',-5');
});

test('the page is there from ten contacts on who were in touch', async () => {
  const store = await newStore();
  for (let nth = 0; nth < 10; nth++) {
    expect(await store.call('insights.ready', {})).toEqual({ ready: false });
    const { id } = await store.call('contacts.add', { draft: { name: `C${nth}` } });
    await store.call('activities.log', {
      activity: { type: 'call', at: ago(nth), contactIds: [id], subject: '' },
    });
  }
  expect(await store.call('insights.ready', {})).toEqual({ ready: true });
});
