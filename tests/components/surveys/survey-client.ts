import type { SurveyView } from '@/lib/api/survey-views';
import type { AuthorForm } from '@/lib/surveys/form';
import { type FakeClient, fakeClient } from '../workspace/fake-client';

type Handlers = Parameters<typeof fakeClient>[0];

export const HUB: NonNullable<SurveyView['hub']> = {
  url: 'https://hub.example',
  space: 'space2345678',
  pulledAt: null,
  error: null,
  waiting: 0,
  refused: 0,
};
export const KEY = 'BKEY_of_the_workspace';

/** A survey as the store shows it, made of its draft. */
export function surveyView(draft: AuthorForm, change: Partial<SurveyView> = {}): SurveyView {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    name: 'A survey',
    kind: draft.kind,
    state: 'draft',
    version: 0,
    answers: 0,
    fresh: 0,
    lastAt: null,
    score: null,
    code: 'abcde12345',
    draft,
    published: change.version ? draft : null,
    versions: [],
    changed: true,
    report: null,
    followUp: true,
    hub: null,
    atHub: 'none',
    key: KEY,
    ...change,
  };
}

/** A client that keeps surveys in memory and wakes its views after a change, as the store does. */
export function surveyClient(surveys: SurveyView[], more: Handlers = {}): FakeClient {
  const held = new Map(surveys.map((survey) => [survey.id, structuredClone(survey)]));
  const one = (id: string) => {
    const survey = held.get(id);
    if (!survey) throw new Error(`no survey ${id}`);
    return survey;
  };
  const woken = <T>(value: T): T => {
    queueMicrotask(() => client.wake());
    return value;
  };
  const client = fakeClient({
    'surveys.list': () => structuredClone([...held.values()]),
    'surveys.count': () => {
      const all = [...held.values()];
      return { all: all.length, open: all.filter(({ state }) => state === 'open').length };
    },
    'surveys.view': ({ id }) => structuredClone(one(id)),
    'surveys.add': ({ name, form }) => {
      const id = crypto.randomUUID();
      held.set(id, surveyView(structuredClone(form), { id, name }));
      return woken({ id });
    },
    'surveys.edit': ({ id, name, draft, followUp }) => {
      const survey = one(id);
      if (name !== undefined) survey.name = name;
      if (draft !== undefined) Object.assign(survey, { draft: structuredClone(draft), changed: true });
      if (followUp !== undefined) survey.followUp = followUp;
      return woken({});
    },
    'surveys.publish': ({ id }) => {
      const survey = one(id);
      const version = survey.version + 1;
      const versions = [...survey.versions, { version, at: Date.now() }];
      Object.assign(survey, { version, versions, state: 'open', changed: false });
      survey.published = structuredClone(survey.draft);
      return woken({ version });
    },
    'surveys.setState': ({ id, state }) => {
      one(id).state = state;
      return woken({});
    },
    'surveys.delete': ({ ids }) => {
      for (const id of ids) held.delete(id);
      return woken({ count: ids.length });
    },
    'hub.upload': () => HUB,
    'hub.pull': () => ({ taken: 0 }),
    'responses.list': () => ({ items: [], more: false }),
    'tags.find': () => [],
    ...more,
  });
  return client;
}
