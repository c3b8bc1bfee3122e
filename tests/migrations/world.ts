import { v7 as uuid } from 'uuid';
import { connect } from '@/lib/store/connections';
import type { Database } from '@/lib/store/database';
import { keepText } from '@/lib/store/sent-texts';
import { EVERY_90_DAYS } from '../support/schedule';
import { DAY, START, type Store } from '../unit/store/support';
import { answerTo, give, published } from '../unit/store/survey-support';
import type { Stored } from './support';

/** A store with every noun that there is, made by the product's own commands. A noun that comes later gets a line here. */
export async function fillWorld(store: Store): Promise<void> {
  const { call, db } = store;
  const people =
    'Name,Email,Company,City\nAnna Berg,anna@fjordlab.example,Fjordlab,Oslo\n李慧敏,li@huaxin.example,华信,上海\n';
  await call('imports.run', {
    id: uuid(),
    name: 'people.csv',
    file: new Blob([people]),
    options: {},
    choices: [],
  });
  const [anna, li] = await idsOf(store, ['Berg', '李慧敏']);
  const contactIds = [anna];
  await call('tags.add', { path: 'Region / Norway' });
  await call('tags.assign', { contactIds, path: 'Region / Norway' });
  await call('notes.add', { contactIds, text: 'Wants the quiet lamps' });
  await call('activities.log', {
    activity: { type: 'call', contactIds, subject: 'Samples', at: START - DAY },
  });
  await call('activities.log', {
    activity: {
      type: 'purchase',
      contactIds,
      subject: 'Forty lamps',
      amount: { minor: 184_000, currency: 'EUR' },
    },
  });
  await call('activities.log', {
    activity: {
      type: 'promise',
      contactIds,
      subject: 'Price list',
      promise: { by: 'me', due: { date: '2026-03-06' } },
    },
  });
  await call('tasks.add', { title: 'Call about the harbour', contactIds, due: { date: '2026-03-04' } });
  await call('contacts.setDate', {
    id: li,
    date: { kind: 'birthday', date: { calendar: 'lunar', month: 8, day: 9 } },
  });
  await call('contacts.setConsent', {
    id: anna,
    channel: 'mail',
    consent: { state: 'given', basis: 'said' },
  });
  await call('contacts.setCadence', { ids: contactIds, days: 30 });
  await call('needs.set', {
    contactId: anna,
    need: { quote: 'Quieter lamps', kind: 'explicit', strength: 2, status: 'open' },
  });
  const { id: dealId } = await call('deals.add', {
    title: 'Greenhouse roof',
    contactIds,
    amount: { minor: 920_000, currency: 'EUR' },
    note: 'Kestrel glass',
    expectedOn: '2026-05-01',
  });
  await call('deals.edit', { id: dealId, title: 'Greenhouse roof, south' });
  const segment = uuid();
  await call('segments.put', { id: segment, name: 'Work', note: '', query: { ask: 'kind', is: 'work' } });
  await call('segments.snapshot', { ids: [segment] });
  const template = {
    name: 'Price list',
    language: 'en' as const,
    labels: ['offer'],
    text: 'Hi {first name|there},\n\nhere it is.',
  };
  const templateId = uuid();
  await call('templates.put', { id: templateId, template });
  const longText =
    'Hello Anna, the new price list of the quiet lamps is ready for you now, with samples. Best regards.';
  await keepText(db, { contactIds, templateId, text: longText }, store.clock.now);
  const survey = await published(store);
  await give(
    store,
    survey,
    answerTo(survey, store, {
      who: { email: 'anna@fjordlab.example' },
      values: { q1: 3, q2: 'The lamp hums' },
    }),
  );
  await give(store, survey, answerTo(survey, store, { values: { q1: 9, q2: 'Quick' } }));
  await call('invites.add', { surveyId: survey.id, contactIds: [li], channel: 'link', force: true });
  await call('schedules.put', {
    surveyId: survey.id,
    id: uuid(),
    schedule: { ...EVERY_90_DAYS, perDay: 10 },
  });
  await call('hub.identifySecret', {});
  await call('cases.open', { kind: 'complaint', title: 'The lamp hums', contactIds });
  await call('settings.set', { settings: { purpose: 'sales', neverLog: ['quiet@fjordlab.example'] } });
  await call('drafts.put', { key: `note:${anna}`, text: 'half a thought' });
  await connect(
    db,
    { url: 'https://hub.example', space: 'shop00000001', token: 'a-token-of-twenty-and-more' },
    START,
  );
  await keepPhoto(store, anna);
  // Who was silent for long gets a step, which is shown and answered.
  store.clock.now += 120 * DAY;
  const { advice } = await call('advice.contact', { contactId: anna });
  if (!advice) throw new Error('Nothing is advised.');
  await call('advice.shown', { contactIds });
  await call('advice.answer', { contactId: anna, playId: advice.playId, became: 'dismissed' });
  await call('health.look', {});
  await call('surveys.list', {});
}

/** Ids of the contacts that each text finds first. */
async function idsOf({ call }: Store, texts: string[]): Promise<[string, string]> {
  const found = await Promise.all(texts.map((text) => call('contacts.find', { text })));
  return found.map(([hit]) => hit?.id ?? '') as [string, string];
}

/** A picture is drawn anew where there is a canvas: its row stands here as the browser leaves it. */
async function keepPhoto({ db, clock }: Store, contactId: string): Promise<void> {
  const id = uuid();
  const body = { id, schema: 1, contactId, type: 'image/jpeg' as const, base64: '/9j/2Q==', at: clock.now };
  await db.photos.put({ id, k: { contact: contactId }, body });
  const row = await db.contacts.get(contactId);
  const photo = { id, source: 'people.vcf', at: clock.now, how: 'import' as const };
  if (row) await db.contacts.put({ ...row, body: { ...row.body, photo } });
}

const PACKED = '$packed';
const KINDS = {
  Int8Array,
  Uint8Array,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
};

/** Every table that holds rows, as text: packed numbers by the name of their array. */
export async function frozen(db: Database): Promise<string> {
  const filled = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  const stored = Object.fromEntries(filled.filter(([, rows]) => rows.length > 0));
  return JSON.stringify(
    stored,
    (_, value) =>
      ArrayBuffer.isView(value)
        ? {
            [PACKED]: value.constructor.name,
            of: Array.from(value as Uint8Array, (one) => (Number.isFinite(one) ? one : String(one))),
          }
        : value,
    1,
  );
}

/** The rows of such a text. */
export const thawed = (text: string): Stored =>
  JSON.parse(text, (_, value) => {
    const Kind = value && KINDS[value[PACKED] as keyof typeof KINDS];
    return Kind ? Kind.from(value.of as number[], Number) : value;
  }) as Stored;
