import type { Dossier } from '@/lib/api/data-views';
import type { Contact } from '@/lib/crm/contacts';
import type { Settings } from '@/lib/crm/settings';
import type { SurveyResponse } from '@/lib/crm/surveys';
import type { Values } from '@/lib/surveys/form';
import { answersAbout, rangesOf } from './answers-about';
import type { Database } from './database';
import { isErased } from './erase-surveys';
import { StoreError } from './errors';
import { keptBeside } from './give-beside';
import { logged } from './log';
import { identityOf, rootsOf } from './lookups';
import { photosOf } from './photos-shown';
import { settingsOf } from './settings';
import { allSurveys, formOf } from './survey-reads';
import { TagTree } from './tag-tree';
import type { Context } from './work';

/**
 * All that is stored on one person, and no word that is about somebody else too: of what is, the place is given and the words are null. It
 * is logged.
 */
export async function giveData(ctx: Context, { id }: { id: string }): Promise<Dossier> {
  const { db } = ctx;
  const dossier = await db.transaction('r', TABLES, async () => read(db, id, ctx.now()));
  await logged(ctx, { format: 'person', count: dossier.activities.length }, [id]);
  return dossier;
}

const TABLES = [
  'contacts',
  'activities',
  'tasks',
  'tags',
  'surveys',
  'responses',
  'invites',
  'cases',
  'deals',
  'outcomes',
  'settings',
  'photos',
  'sentTexts',
  'templates',
];

async function read(db: Database, id: string, savedAt: number): Promise<Dossier> {
  const asked = await db.contacts.get(id);
  const root = asked ? ((await rootsOf(db, [asked])).get(id) ?? id) : id;
  const ids = await identityOf(db, root);
  const own = (await db.contacts.bulkGet(ids)).flatMap((row) => (row ? [row.body] : []));
  const contact = own.find((body) => body.id === root);
  if (!contact || contact.deletedAt !== null) throw new StoreError('missing', 'This contact is gone.');
  const tags = await TagTree.read(db);
  const points = own.flatMap((body) => Object.values(body.points));
  const whom = { ids: new Set(ids), keys: new Set(points.map(({ key }) => key)) };
  const answers = await answersAbout(db, whom);
  const told = await surveysOf(db, whom.ids, answers);
  const cases = await casesOf(db, whom.ids, new Set(answers.map((answer) => answer.id)));
  const activities = await activitiesOf(db, whom.ids);
  const tasks = await tasksOf(db, whom.ids);
  const settings = await settingsOf(db);
  const deals = await dealsOf(db, whom.ids, settings);
  const advice = await adviceOf(db, ids, settings);
  return {
    name: contact.name,
    savedAt,
    kind: contact.kind,
    addedAt: contact.addedAt,
    ...valuesOf(contact, tags, whom.ids),
    doNotContact: contact.doNotContact,
    cadenceDays: contact.cadence?.days ?? null,
    tiers: Object.values(contact.tiers ?? {})
      .map(({ name, at }) => ({ name, at }))
      .sort((a, b) => a.at - b.at),
    greeted: Object.entries(contact.greeted ?? {}).map(([greeting, at]) => ({ greeting, at })),
    photo: await photoOf(db, contact),
    ...(await keptBeside(db, ids, contact.photo?.id)),
    stage: contact.stage ?? null,
    external: contact.external ?? [],
    mergedFrom: own.filter((body) => body !== contact).map(({ name, addedAt }) => ({ name, addedAt })),
    activities,
    tasks,
    ...told,
    cases,
    deals,
    advice,
  };
}

type Ids = ReadonlySet<string>;

const areAlone = (contactIds: readonly string[], ids: Ids) => contactIds.every((id) => ids.has(id));

function sourceOf(one: { source: string; at: number; how: string; link?: string | undefined }) {
  return { source: one.source, at: one.at, how: one.how, ...(one.link ? { link: one.link } : {}) };
}

function valuesOf(contact: Contact, tags: TagTree, ids: Ids) {
  const from = sourceOf;
  const labelled = (label: string | undefined) => (label ? { label } : {});
  return {
    facts: Object.values(contact.facts).map((fact) => ({
      field: fact.field,
      // Who introduced them, or is of their family, is somebody else.
      value: fact.ref && fact.field !== 'company' && !ids.has(fact.ref) ? null : fact.value,
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
      strength: one.strength,
      ...(one.confirmedAt ? { confirmedAt: one.confirmedAt } : {}),
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

async function activitiesOf(db: Database, ids: Ids): Promise<Dossier['activities']> {
  const rows = await db.activities.where('k.line').inAnyRange(rangesOf(ids)).distinct().toArray();
  return rows
    .map(({ body }) => body)
    .sort((a, b) => b.at - a.at)
    .map(
      ({
        type,
        at,
        direction,
        channel,
        amount,
        minutes,
        participants,
        provenance,
        promise,
        value,
        claimed,
        ...told
      }) => {
        const alone = areAlone(
          participants.map(({ contactId }) => contactId),
          ids,
        );
        return {
          type,
          at,
          direction,
          channel,
          subject: alone ? told.subject : null,
          text: alone ? told.text : null,
          link: alone ? told.link : null,
          amount,
          minutes,
          ...(value === undefined ? {} : { value }),
          ...(promise ? { promise: { by: promise.by, due: promise.due, doneAt: promise.doneAt } } : {}),
          ...(claimed ? { claimed } : {}),
          source: provenance.source,
        };
      },
    );
}

async function tasksOf(db: Database, ids: Ids): Promise<Dossier['tasks']> {
  const rows = await db.tasks
    .where('k.contacts')
    .anyOf([...ids])
    .distinct()
    .toArray();
  return rows.map(({ body: { title, due, doneAt, createdAt, contactIds } }) => ({
    title: areAlone(contactIds, ids) ? title : null,
    due,
    doneAt,
    createdAt,
  }));
}

async function surveysOf(
  db: Database,
  ids: Ids,
  responses: SurveyResponse[],
): Promise<Pick<Dossier, 'answers' | 'invites'>> {
  const invites = await db.invites.where('k.contact').inAnyRange(rangesOf(ids)).toArray();
  const surveys = await allSurveys(db);
  const called = (id: string) => surveys.get(id)?.name ?? '';
  return {
    answers: responses
      .filter((body) => body.deletedAt === null && !isErased(body))
      .map((body) => {
        const survey = surveys.get(body.surveyId);
        const form = survey ? formOf(survey, body.version) : null;
        const titles = new Map(
          (form?.pages ?? []).flatMap((page) =>
            page.questions.map(({ id, title }): [string, string] => [id, firstText(title)]),
          ),
        );
        const { at, lang, page, who, hidden, via } = body;
        return {
          survey: called(body.surveyId),
          at,
          values: answersIn(body.values as Values, titles),
          lang,
          page,
          who: textsOf(who),
          hidden: textsOf(hidden),
          source: via,
        };
      }),
    invites: invites.map(({ body }) => ({
      survey: called(body.surveyId),
      at: body.at,
      answeredAt: body.answeredAt,
      ...(body.heldOut ? { heldOut: true } : {}),
    })),
  };
}

function textsOf(values: object): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
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

async function casesOf(db: Database, ids: Ids, answers: Ids): Promise<Dossier['cases']> {
  const rows = await db.cases
    .where('k.contacts')
    .anyOf([...ids])
    .distinct()
    .toArray();
  return rows.map(({ body: { number, state, openedAt, resolvedAt, contactIds, responseId, ...told } }) => {
    const alone = areAlone(contactIds, ids);
    // What they wrote themselves is theirs, whoever else the case is of.
    const own = alone || answers.has(responseId ?? '');
    return {
      number,
      title: own ? told.title : null,
      text: own ? told.text : null,
      state,
      openedAt,
      resolvedAt,
      expectation: alone ? told.expectation : null,
      cause: alone ? told.cause : null,
    };
  });
}

async function photoOf(db: Database, contact: Contact): Promise<Dossier['photo']> {
  const base64 = (await photosOf(db, [contact])).get(contact.id);
  if (!contact.photo || !base64) return null;
  return { type: 'image/jpeg', base64, ...sourceOf(contact.photo) };
}

async function dealsOf(db: Database, ids: Ids, { pipeline = [] }: Settings): Promise<Dossier['deals']> {
  const rows = await db.deals
    .where('k.contacts')
    .anyOf([...ids])
    .distinct()
    .toArray();
  return rows.map(
    ({ body: { amount, state, stageId, passed = [], expectedOn, closedAt, createdAt, ...deal } }) => {
      const alone = areAlone(deal.contactIds, ids);
      return {
        title: alone ? deal.title : null,
        amount,
        state,
        stage: pipeline.find((stage) => stage.id === stageId)?.name ?? '',
        stageId,
        passed,
        expectedOn,
        createdAt,
        closedAt,
        reason: alone ? deal.reason : null,
        note: alone ? deal.note : null,
        nextStep: alone ? (deal.nextStep?.text ?? null) : null,
      };
    },
  );
}

async function adviceOf(db: Database, ids: string[], { plays = {} }: Settings): Promise<Dossier['advice']> {
  const rows = await db.outcomes.where('k.contact').anyOf(ids).toArray();
  return rows.map(({ body: { playId, day, became } }) => ({
    play: playId,
    title: plays[playId]?.own?.title ?? plays[playId]?.title ?? null,
    day,
    became,
  }));
}
