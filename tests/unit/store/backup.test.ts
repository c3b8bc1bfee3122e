import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { describe, expect, test } from 'vitest';
import { connect } from '@/lib/store/connections';
import type { Database } from '@/lib/store/database';
import { rowOf } from '@/lib/store/work';
import { newStore, START, type Store } from './support';
import { answerTo, authorForm, contactAt, give, published } from './survey-support';

const NOUNS = [
  'contacts',
  'companies',
  'activities',
  'tags',
  'tasks',
  'settings',
  'surveys',
  'responses',
  'invites',
  'cases',
  'segments',
  'deals',
  'outcomes',
  'templates',
  'snapshots',
  'photos',
  'secrets',
  'connections',
  'changes',
  'imports',
] as const;

/** Rows of every noun with keys and clocks, without what restoring itself wrote into the history. */
async function stored(db: Database) {
  const lists = await Promise.all(NOUNS.map((noun) => db.table(noun).toArray()));
  return Object.fromEntries(
    NOUNS.map((noun, index) => [
      noun,
      lists[index]?.filter((row) => !['backup.restore', 'backup.save'].includes(row.body.op)),
    ]),
  );
}

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
/** What the product keeps without signs of space around it. */
const trimmed = text.filter((one) => one.trim() === one);
const id = fc.uuid({ version: 7 });
const moment = fc.integer({ min: -1e12, max: 4e12 });
const clock = fc
  .integer({ min: 0, max: START })
  .map((at) => `${at.toString(16).padStart(12, '0')}0000-other`);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
/** Fields of a later version, which this one must keep without knowing them. */
const later = fc.record({
  // JSON has no -0.
  laterField: fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value))),
  laterSize: fc.integer(),
});
const from = fc.record({ source: text, at: moment, how: fc.constantFrom('typed', 'page', 'import') });
const map = <T>(one: fc.Arbitrary<T>) => fc.dictionary(id, one, { maxKeys: 3, noNullPrototype: true });
const loose = <T extends object>(one: fc.Arbitrary<T>) =>
  fc.tuple(one, later).map(([a, b]) => ({ ...b, ...a }));

const base = { id, schema: fc.constant(1), clock, deletedAt: maybe(moment) };
const fact = loose(fc.tuple(fc.record({ field: text, value: text }), from).map(([a, b]) => ({ ...a, ...b })));
const point = loose(
  fc
    .tuple(fc.record({ kind: fc.constantFrom('email', 'wechat'), value: text, key: text }), from)
    .map(([a, b]) => ({ ...a, ...b })),
);
const day = fc.record({
  calendar: fc.constant('lunar'),
  month: fc.integer({ min: 1, max: 12 }),
  leap: fc.boolean(),
});
const due = fc.record({ date: fc.constantFrom('2026-03-04', '2024-02-29'), time: fc.constant('09:30') });
const contact = loose(
  fc.record({
    ...base,
    kind: fc.constantFrom('work', 'personal'),
    name: text,
    facts: map(fact),
    points: map(point),
    tags: map(loose(from)),
    dates: map(
      fc
        .tuple(fc.record({ kind: fc.constant('birthday'), date: day }), from)
        .map(([a, b]) => ({ ...a, ...b })),
    ),
    consents: fc.record(
      {
        mail: fc
          .tuple(fc.record({ state: fc.constant('given'), basis: text }), from)
          .map(([a, b]) => ({ ...a, ...b })),
      },
      { requiredKeys: [] },
    ),
    doNotContact: maybe(fc.record({ at: moment, reason: text })),
    cadence: maybe(fc.record({ days: fc.integer({ min: 1, max: 3650 }), since: moment })),
    tiers: map(loose(fc.record({ tierId: maybe(id), name: fc.constantFrom('', 'Gold'), at: moment }))),
    autolog: fc.boolean(),
    photo: maybe(fc.tuple(fc.record({ id }), from).map(([a, b]) => ({ ...a, ...b }))),
    ownerId: maybe(id),
    mergedInto: maybe(id),
    snoozes: fc.dictionary(text, maybe(moment), { maxKeys: 2, noNullPrototype: true }),
    addedAt: moment,
  }),
);
const company = loose(
  fc.record({
    ...base,
    name: text,
    facts: map(fact),
    points: map(point),
    tags: map(from),
    mergedInto: maybe(id),
    addedAt: moment,
  }),
);
const activity = loose(
  fc.record({
    ...base,
    type: fc.constantFrom('mail', 'promise', 'note'),
    at: moment,
    precision: fc.constantFrom('minute', 'day'),
    participants: fc.array(loose(fc.record({ contactId: id, role: fc.constant('with') })), {
      minLength: 1,
      maxLength: 3,
    }),
    externalKeys: fc.array(text, { maxLength: 2 }),
    direction: maybe(fc.constantFrom('in', 'out')),
    channel: maybe(text),
    subject: text,
    text,
    link: maybe(text),
    pinned: fc.boolean(),
    amount: maybe(fc.record({ minor: fc.integer(), currency: fc.constant('CNY') })),
    minutes: maybe(fc.integer({ min: 0, max: 600 })),
    promise: maybe(
      loose(fc.record({ by: fc.constantFrom('me', 'them'), due: maybe(due), doneAt: maybe(moment) })),
    ),
    provenance: from,
  }),
);
const tag = loose(
  fc.record({ ...base, name: text, parentId: maybe(id), synonyms: fc.array(text, { maxLength: 2 }) }),
);
const task = loose(
  fc.record({
    ...base,
    title: text,
    contactIds: fc.array(id, { maxLength: 2 }),
    due: maybe(due),
    doneAt: maybe(moment),
    activityId: maybe(id),
    createdAt: moment,
    provenance: from,
  }),
);
const values = fc.dictionary(
  fc.constantFrom('q1', 'q2', 'q3.other'),
  fc.oneof(fc.integer(), text, fc.boolean(), fc.array(text, { maxLength: 2 }), fc.constant({ row: 'a' })),
  { maxKeys: 3, noNullPrototype: true },
);
const survey = loose(
  fc.record({
    ...base,
    name: text,
    code: fc.stringMatching(/^[0-9a-z]{10}$/),
    state: fc.constantFrom('draft', 'open', 'closed'),
    draft: fc.constant(authorForm()),
    versions: fc.constantFrom({}, { '1': { at: START, form: authorForm({ version: 1 }) } }),
    createdAt: moment,
    followUp: fc.boolean(),
    schedules: fc.dictionary(
      id,
      fc.record({
        on: fc.boolean(),
        audience: fc.oneof(fc.constant({ by: 'agreed' }), fc.record({ by: fc.constant('segment'), id })),
        agreedOnly: fc.boolean(),
        rhythm: fc.constantFrom({ kind: 'once' }, { kind: 'every', days: 90 }),
        from: fc.constant('2026-03-01'),
        until: fc.constantFrom(null, '2026-06-01'),
        perDay: fc.integer({ min: 1, max: 500 }),
        channel: fc.constantFrom('mail', 'phone'),
        holdout: fc.nat(50),
        quotas: fc.constantFrom([], [{ group: { by: 'all' }, most: 10 }]),
      }),
      { maxKeys: 2, noNullPrototype: true },
    ),
  }),
);
const response = loose(
  fc
    .record({
      ...base,
      surveyId: id,
      version: fc.nat(9),
      lang: fc.constantFrom('en', 'zh-Hant'),
      seq: fc.nat(9),
      startedAt: moment,
      at: moment,
      receivedAt: moment,
      done: fc.boolean(),
      values,
      times: fc.constant({ p1: 1200 }),
      page: maybe(text),
      hidden: fc.constantFrom({}, { plan: 'pro' }),
      who: fc.constantFrom({}, { email: 'a@b.example', id: '7' }),
      proof: fc.constantFrom('token', 'signed', 'claimed', 'none'),
      via: fc.constantFrom('hub', 'bridge', 'text', 'hand', 'file'),
      contactId: maybe(id),
      flags: fc.constantFrom([], ['fast', 'bot']),
      aside: maybe(fc.record({ at: moment, why: text })),
      handledAt: maybe(moment),
      caseId: maybe(id),
    })
    .chain((one) => fc.constantFrom(one, { ...one, followedAt: one.at, assignedAt: one.at })),
);
const invite = loose(
  fc
    .record({
      ...base,
      surveyId: id,
      contactId: id,
      token: fc.stringMatching(/^[\w-]{22}$/),
      channel: fc.constantFrom('mail', 'link'),
      at: moment,
      answeredAt: maybe(moment),
    })
    .chain((one) => fc.constantFrom(one, { ...one, scheduleId: one.surveyId, heldOut: true })),
);
const openCase = loose(
  fc.record({
    ...base,
    number: fc.constant('K7QD-2M4X'),
    kind: fc.constantFrom('complaint', 'question', 'service'),
    title: text,
    text,
    contactIds: fc.array(id, { maxLength: 2 }),
    owner: text,
    state: fc.constantFrom('new', 'inProgress', 'waiting', 'resolved'),
    openedAt: moment,
    replyDueAt: moment,
    repliedAt: maybe(moment),
    expectation: text,
    cause: text,
    resolvedAt: maybe(moment),
    toldAt: maybe(moment),
    recheckOn: maybe(fc.constant('2026-04-01')),
    recheckedAt: maybe(moment),
    responseId: maybe(id),
    activityId: maybe(id),
    provenance: from,
  }),
);
const segment = loose(
  fc.record({
    ...base,
    name: trimmed,
    note: text,
    query: fc.constantFrom(
      { ask: 'kind', is: 'work' },
      { all: [{ ask: 'measure', name: 'silence', range: { min: 30 } }, { not: { any: [] } }] },
    ),
    createdAt: moment,
  }),
);
const deal = loose(
  fc.record({
    ...base,
    title: trimmed,
    contactIds: fc.array(id, { maxLength: 2 }),
    companyId: maybe(id),
    amount: maybe(fc.record({ minor: fc.integer(), currency: fc.constant('TWD') })),
    stageId: fc.constantFrom('lead', 'proposal'),
    stageAt: moment,
    expectedOn: maybe(fc.constant('2026-12-01')),
    nextStep: maybe(fc.record({ text, due: maybe(due) })),
    state: fc.constantFrom('open', 'won', 'lost'),
    closedAt: maybe(moment),
    reason: text,
    note: text,
    owner: text,
    createdAt: moment,
    provenance: from,
  }),
);
const outcome = loose(
  fc.record({
    ...base,
    contactId: id,
    playId: text,
    day: fc.constant('2026-04-01'),
    shownAt: moment,
    prior: fc.constantFrom(-1.5, 0.25),
    chance: fc.constantFrom(0.1, 0.75),
    propensity: fc.constantFrom(0.5, 1),
    features: fc.constantFrom({}, { overdue: 0.8 }),
    became: fc.constantFrom('shown', 'done', 'never'),
    decidedAt: maybe(moment),
  }),
);
const template = loose(
  fc.record({
    ...base,
    name: trimmed,
    language: fc.constantFrom('en', 'zh-Hans', 'zh-Hant'),
    labels: fc.array(trimmed, { maxLength: 2 }),
    text,
    createdAt: moment,
    changedAt: moment,
  }),
);
const snapshot = loose(
  fc.record({
    id,
    schema: fc.constant(1),
    segmentId: id,
    day: fc.constant('2026-04-01'),
    at: moment,
    members: fc.array(id, { maxLength: 3 }),
  }),
);
const photo = loose(
  fc.record({
    id,
    schema: fc.constant(1),
    contactId: id,
    type: fc.constant('image/jpeg'),
    base64: fc.base64String({ minLength: 4, maxLength: 40 }),
    at: moment,
  }),
);
const secret = loose(
  fc.record({
    ...base,
    kind: fc.constantFrom('answers', 'identify'),
    createdAt: moment,
    value: text,
    publicKey: text,
  }),
);
const rows = fc.record({
  surveys: fc.array(survey, { maxLength: 2 }),
  responses: fc.array(response, { maxLength: 4 }),
  invites: fc.array(invite, { maxLength: 2 }),
  cases: fc.array(openCase, { maxLength: 3 }),
  segments: fc.array(segment, { maxLength: 2 }),
  deals: fc.array(deal, { maxLength: 3 }),
  outcomes: fc.array(outcome, { maxLength: 3 }),
  templates: fc.array(template, { maxLength: 3 }),
  snapshots: fc.array(snapshot, { maxLength: 2 }),
  photos: fc.array(photo, { maxLength: 2 }),
  secrets: fc.array(secret, { maxLength: 2 }),
  contacts: fc.array(contact, { maxLength: 4 }),
  companies: fc.array(company, { maxLength: 2 }),
  activities: fc.array(activity, { maxLength: 4 }),
  tags: fc.array(tag, { maxLength: 3 }),
  tasks: fc.array(task, { maxLength: 3 }),
});

async function fill(store: Store, given: Record<string, { id: string }[]>): Promise<void> {
  for (const [table, bodies] of Object.entries(given)) {
    const rowed = (body: { id: string; segmentId?: string; contactId?: string }) => {
      if (table === 'secrets') return { id: body.id, k: {}, body };
      if (table === 'photos') return { id: body.id, k: { contact: body.contactId }, body };
      if (table === 'snapshots') return { id: body.id, k: { segment: body.segmentId }, body };
      return rowOf(table as 'contacts', body as never);
    };
    await store.db.table(table).bulkPut(bodies.map(rowed));
  }
  const at = { url: 'https://hub.example', space: 'shop00000001', token: 'a-token-of-twenty-and-more' };
  await connect(store.db, at, START);
  const taught = { 'post.example': { format: 1, hosts: ['post.example'] } };
  await store.call('settings.set', { settings: { purpose: 'people', neverLog: ['a@b.example'] } });
  await store.call('settings.teach', { from: {}, to: taught });
  await store.call('tags.add', { path: 'Region / Norway' });
}

test('saving and restoring gives the same store, with every noun and every unknown field', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const [old, fresh] = [await newStore(), await newStore()];
      await fill(old, given as never);
      const { file } = await old.call('backup.save', {});
      await fresh.call('backup.restore', { file });
      expect(await stored(fresh.db)).toEqual(await stored(old.db));
      const again = await fresh.call('backup.preview', { file });
      expect([again.adds, again.replaces]).toEqual([0, 0]);
      await Promise.all([old.db.delete(), fresh.db.delete()]);
    }),
    { numRuns: 40 },
  );
}, 120_000);

async function saved(): Promise<{ store: Store; id: string; file: Blob }> {
  const store = await newStore();
  const { id } = await store.call('contacts.add', {
    draft: {
      name: 'Anna Berg',
      tags: ['Region / Norway'],
      note: 'Tea',
      facts: [{ field: 'company', value: 'Fjordlys' }],
    },
  });
  const { file } = await store.call('backup.save', {});
  return { store, id, file };
}

describe('restoring', () => {
  test('into a filled store lets the later clock win, and is undone as one', async () => {
    const { store, id, file } = await saved();
    const { call, db } = store;
    await call('contacts.edit', { id, name: 'Anna Lind' });
    await call('contacts.add', { draft: { name: 'Bo' } });
    expect(await call('backup.preview', { file })).toMatchObject({ adds: 0, replaces: 0, leaves: 5 });

    const other = await newStore();
    await other.call('contacts.add', { draft: { name: 'Cem' } });
    const { file: newer } = await call('backup.save', {});
    await other.call('backup.restore', { file });
    const result = await other.call('backup.restore', { file: newer });
    expect(result).toMatchObject({ added: 1, replaced: 1, left: 4 });
    expect((await other.call('contacts.view', { id })).name).toBe('Anna Lind');
    expect((await other.call('contacts.counts', {})).contacts).toBe(3);

    const undone = await other.call('changes.undo', { batchId: result.batchId });
    expect(undone?.kept).toEqual([]);
    expect((await other.call('contacts.view', { id })).name).toBe('Anna Berg');
    expect((await other.call('contacts.counts', {})).contacts).toBe(2);
    expect(await db.contacts.count()).toBe(2);
  });

  test('brings figures, tags and history with it', async () => {
    const { id, file } = await saved();
    const fresh = await newStore();
    await fresh.call('backup.restore', { file });
    const view = await fresh.call('contacts.view', { id });
    expect(view).toMatchObject({ timelineTotal: 1, company: { name: 'Fjordlys' } });
    expect(view.tags.map((one) => one.path)).toEqual([['Region', 'Norway']]);
    const history = await fresh.call('changes.list', { subject: id });
    expect(history.items.map((one) => one.op)).toEqual(['backup.restore', 'contacts.add']);
  });

  test('what was changed here afterwards sorts behind the restored rows', async () => {
    const ahead = await newStore();
    ahead.clock.now += 10 * 365 * 86_400_000;
    const { id } = await ahead.call('contacts.add', { draft: { name: 'Of tomorrow' } });
    const { file } = await ahead.call('backup.save', {});
    const { call, db } = await newStore();
    await call('backup.restore', { file });
    await call('contacts.edit', { id, name: 'Of today' });
    const row = await db.contacts.get(id);
    expect(row && row.body.clock > JSON.parse(await file.text()).contacts[0].clock).toBe(true);
  });

  test.each([
    ['a truncated file', (file: string) => file.slice(0, -40), 'invalid', /not complete/],
    ['an empty file', () => '', 'invalid', /not complete/],
    ['a foreign file', () => '{"people": []}', 'invalid', /no backup of Sidelight/],
    ['a list', () => '[]', 'invalid', /no backup of Sidelight/],
    ['a newer file', (file: string) => file.replace('"version":1', '"version":2'), 'newer', /newer version/],
    [
      'newer data',
      (file: string) => file.replace(/"schemaVersion":\d+/, '"schemaVersion":999'),
      'newer',
      /newer version/,
    ],
    ['a lost noun', (file: string) => file.replace('"tasks"', '"tusks"'), 'invalid', /tasks are missing/],
    [
      'lost answers',
      (file: string) => file.replace('"responses"', '"r"'),
      'invalid',
      /responses are missing/,
    ],
    ['a wrong row', (file: string) => file.replace('"Anna Berg"', '7'), 'invalid', /contacts \/ 1 \/ name/],
    [
      'a prototype',
      (file: string) => file.replace('"tasks":[]', '"tasks":[{"__proto__": {"id": "x"}}]'),
      'invalid',
      /tasks \/ 1/,
    ],
  ])('refuses %s, and writes nothing', async (_, spoil, code, message) => {
    const { file } = await saved();
    const { ask, db } = await newStore();
    for (const op of ['backup.preview', 'backup.restore']) {
      const answer = await ask(op, { file: new Blob([spoil(await file.text())]) });
      expect(answer).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(message) } });
    }
    expect(await Promise.all(NOUNS.map((noun) => db.table(noun).count()))).toEqual(NOUNS.map(() => 0));
  });
});

test('the reminder counts changes since the last file that was written', async () => {
  const { call } = await newStore();
  await call('contacts.add', { draft: { name: 'Anna Berg' } });
  await call('tags.add', { path: 'Seen' });
  await call('tags.add', { path: 'seen' }, { commandId: uuid() });
  expect((await call('settings.get', {})).device.changesSinceBackup).toBe(2);
  await call('backup.saved', {});
  const { device } = await call('settings.get', {});
  expect([device.changesSinceBackup, device.lastBackupAt !== null]).toEqual([0, true]);
});

test('a backup with a broken clock is refused, whole: later clocks would have nothing to count on', async () => {
  const { store, file } = await saved();
  for (const clock of ['', 'ffffffffffffffff-other', 'not a clock']) {
    const broken = JSON.parse(await file.text());
    broken.contacts[0].clock = clock;
    const answer = await store.ask('backup.restore', { file: new Blob([JSON.stringify(broken)]) });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: 'The backup is damaged at contacts / 1 / clock: This is no clock.' },
    });
  }
});

test('a restoring that is cut off takes the history that it brought with it', async () => {
  const { store } = await saved();
  const [row] = await store.db.changes.toArray();
  const copies = Array.from({ length: 1100 }, () => {
    const id = uuid();
    return { ...row!, id, k: { ...row!.k, command: id }, body: { ...row!.body, id, commandId: id } };
  });
  await store.db.changes.bulkPut(copies);
  const { file } = await store.call('backup.save', {});
  const fresh = await newStore();
  // The first thousand rows fit; then the disk is full.
  let full = false;
  fresh.db.jobs.hook('deleting', () => {
    if (full) return;
    full = true;
    throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
  });
  await fresh.ask('backup.restore', { file });
  expect(full).toBe(true);
  expect([await fresh.db.changes.count(), await fresh.db.contacts.count()]).toEqual([0, 0]);
}, 60_000);

test('a file from before there were surveys is restored', async () => {
  const { file, id } = await saved();
  const old = JSON.parse(await file.text());
  old.schemaVersion = 2;
  for (const noun of ['surveys', 'responses', 'invites', 'cases', 'secrets', 'connections']) delete old[noun];
  const fresh = await newStore();
  await fresh.call('backup.restore', { file: new Blob([JSON.stringify(old)]) });
  expect((await fresh.call('contacts.view', { id })).name).toBe('Anna Berg');
});

test('on another computer the answers are read and go on coming, with the key that the pages have', async () => {
  const [here, there] = [await newStore(), await newStore()];
  await contactAt(here, 'anna@lab.test');
  const survey = await published(here);
  await give(here, survey, answerTo(survey, here, { who: { email: 'anna@lab.test' } }));
  const { file } = await here.call('backup.save', {});
  // It had made a key of its own by then, which stands on no page.
  there.clock.now = here.clock.now;
  await there.call('hub.key', {});
  const { batchId } = await there.call('backup.restore', { file });
  expect((await there.call('surveys.view', { id: survey.id })).key).toBe(survey.key);
  const late = answerTo(survey, there, { who: { email: 'anna@lab.test' } });
  expect((await give(there, survey, late)).state).toBe('new');
  expect((await there.call('responses.list', {})).items.length).toBe(2);
  // Taking the restored rows back takes no key: without it nothing that is still to come could be read.
  await there.call('changes.undo', { batchId });
  expect(await there.db.secrets.count()).toBe(2);
});
