import type { Dossier } from '@/lib/api/data-views';
import type { Contact } from '@/lib/crm/contacts';
import type { Values } from '@/lib/surveys/form';
import type { Database } from './database';
import { StoreError } from './errors';
import { logged } from './log';
import { identityOf, rootsOf } from './lookups';
import { formOf, surveysById } from './survey-reads';
import { TagTree } from './tag-tree';
import type { Context } from './work';

/** All that is stored on one person, and no word that is about somebody else too. It is logged. */
export async function giveData(ctx: Context, { id }: { id: string }): Promise<Dossier> {
  const { db } = ctx;
  const dossier = await db.transaction(
    'r',
    ['contacts', 'activities', 'tasks', 'tags', 'surveys', 'responses', 'invites', 'cases', 'deals'],
    () => read(db, id, ctx.now()),
  );
  await logged(ctx, { format: 'person', count: dossier.activities.length }, [id]);
  return dossier;
}

async function read(db: Database, id: string, savedAt: number): Promise<Dossier> {
  const asked = await db.contacts.get(id);
  const root = asked ? ((await rootsOf(db, [asked])).get(id) ?? id) : id;
  const ids = await identityOf(db, root);
  const own = (await db.contacts.bulkGet(ids)).flatMap((row) => (row ? [row.body] : []));
  const contact = own.find((body) => body.id === root);
  if (!contact || contact.deletedAt !== null) throw new StoreError('missing', 'This contact is gone.');
  const tags = await TagTree.read(db);
  return {
    name: contact.name,
    savedAt,
    kind: contact.kind,
    addedAt: contact.addedAt,
    ...valuesOf(contact, tags),
    doNotContact: contact.doNotContact,
    cadenceDays: contact.cadence?.days ?? null,
    mergedFrom: own.filter((body) => body !== contact).map(({ name, addedAt }) => ({ name, addedAt })),
    activities: await activitiesOf(db, ids),
    tasks: await tasksOf(db, ids),
    ...(await surveysOf(db, ids)),
    cases: await casesOf(db, ids),
    deals: await dealsOf(db, ids),
  };
}

function valuesOf(contact: Contact, tags: TagTree) {
  const from = (one: { source: string; at: number; how: string; link?: string | undefined }) => ({
    source: one.source,
    at: one.at,
    how: one.how,
    ...(one.link ? { link: one.link } : {}),
  });
  const labelled = (label: string | undefined) => (label ? { label } : {});
  return {
    facts: Object.values(contact.facts).map((fact) => ({
      field: fact.field,
      value: fact.value,
      ...(fact.confirmedAt ? { confirmedAt: fact.confirmedAt } : {}),
      ...from(fact),
    })),
    points: Object.values(contact.points).map((one) => ({
      kind: one.kind,
      value: one.value,
      ...labelled(one.label),
      ...from(one),
    })),
    dates: Object.values(contact.dates).map((one) => ({
      kind: one.kind,
      date: one.date,
      ...labelled(one.label),
      ...from(one),
    })),
    tags: Object.entries(contact.tags).map(([id, one]) => ({
      path: tags.path(id).join(' / '),
      ...from(one),
    })),
    consents: Object.entries(contact.consents).map(([channel, one]) => ({
      channel,
      state: one.state,
      basis: one.basis,
      ...from(one),
    })),
    needs: Object.values(contact.needs ?? {}).map((one) => ({
      quote: one.quote,
      kind: one.kind,
      status: one.status,
      ...from(one),
    })),
    kept: Object.values(contact.kept ?? {}).map(({ name, value, source, at }) => ({
      name,
      value,
      source,
      at,
    })),
  };
}

async function activitiesOf(db: Database, ids: string[]): Promise<Dossier['activities']> {
  const lists = await Promise.all(
    ids.map((id) => db.activities.where('k.line').between(`${id}|`, `${id}~`).toArray()),
  );
  const once = new Map(lists.flat().map(({ id, body }) => [id, body]));
  return [...once.values()]
    .sort((a, b) => b.at - a.at)
    .map(
      ({ type, at, direction, channel, subject, text, link, amount, minutes, participants, provenance }) => ({
        type,
        at,
        direction,
        channel,
        subject,
        text: participants.every(({ contactId }) => ids.includes(contactId)) ? text : null,
        link,
        amount,
        minutes,
        source: provenance.source,
      }),
    );
}

async function tasksOf(db: Database, ids: string[]): Promise<Dossier['tasks']> {
  const rows = await db.tasks.where('k.contacts').anyOf(ids).distinct().toArray();
  return rows.map(({ body: { title, due, doneAt, createdAt } }) => ({ title, due, doneAt, createdAt }));
}

async function surveysOf(db: Database, ids: string[]): Promise<Pick<Dossier, 'answers' | 'invites'>> {
  const meant = new Set(ids);
  const responses = await db.responses.filter(({ body }) => meant.has(body.contactId ?? '')).toArray();
  const invites = await db.invites.filter(({ body }) => meant.has(body.contactId)).toArray();
  // A bulk read of nothing would let the transaction end.
  if (responses.length + invites.length === 0) return { answers: [], invites: [] };
  const surveys = await surveysById(db, [
    ...new Set([...responses, ...invites].map(({ body }) => body.surveyId)),
  ]);
  const called = (id: string) => surveys.get(id)?.name ?? '';
  return {
    answers: responses
      .filter(({ body }) => body.deletedAt === null)
      .map(({ body }) => {
        const survey = surveys.get(body.surveyId);
        const form = survey ? formOf(survey, body.version) : null;
        const titles = new Map(
          (form?.pages ?? []).flatMap((page) =>
            page.questions.map(({ id, title }): [string, string] => [id, firstText(title)]),
          ),
        );
        return {
          survey: called(body.surveyId),
          at: body.at,
          values: answersIn(body.values as Values, titles),
          source: body.via,
        };
      }),
    invites: invites.map(({ body }) => ({
      survey: called(body.surveyId),
      at: body.at,
      answeredAt: body.answeredAt,
    })),
  };
}

function answersIn(values: Values, titles: Map<string, string>) {
  return Object.entries(values).map(([id, value]) => ({
    question: titles.get(id.split('.')[0] ?? id) || id,
    answer: typeof value === 'string' ? value : JSON.stringify(value),
  }));
}

/** A text in the language in which the survey was made. */
function firstText(texts: unknown): string {
  if (typeof texts === 'string') return texts;
  return String(Object.values((texts as Record<string, string> | undefined) ?? {})[0] ?? '');
}

async function casesOf(db: Database, ids: string[]): Promise<Dossier['cases']> {
  const rows = await db.cases.where('k.contacts').anyOf(ids).distinct().toArray();
  return rows
    .filter(({ body }) => body.deletedAt === null)
    .map(({ body: { number, title, text, state, openedAt, resolvedAt, expectation } }) => ({
      number,
      title,
      text,
      state,
      openedAt,
      resolvedAt,
      expectation,
    }));
}

async function dealsOf(db: Database, ids: string[]): Promise<Dossier['deals']> {
  const rows = await db.deals.where('k.contacts').anyOf(ids).distinct().toArray();
  return rows.map(
    ({ body: { title, amount, state, expectedOn, closedAt, reason, note, createdAt, ...deal } }) => ({
      title,
      amount,
      state,
      expectedOn,
      createdAt,
      closedAt,
      reason,
      note: deal.contactIds.every((id) => ids.includes(id)) ? note : null,
    }),
  );
}
