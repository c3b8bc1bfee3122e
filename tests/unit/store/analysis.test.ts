import { v4 as uuid } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import { indexLeads } from '@/components/responses/analysis/index-section';
import { loadLanguage } from '@/lib/i18n';
import type { AuthorForm, Question, Texts } from '@/lib/surveys/form';
import { EVERY_90_DAYS } from '../../support/schedule';
import { sixtyAnswers } from './sixty-answers';
import type { Store } from './support';
import { answerTo, authorForm, give, published } from './survey-support';

describe('the analysis of sixty answers', () => {
  let store: Store;
  let surveyId: string;
  let contactIds: string[];
  beforeEach(async () => {
    ({ store, surveyId, contactIds } = await sixtyAnswers());
  });

  test('says what moves the score, what too few rated, and refuses where too few answered', async () => {
    const view = await store.call('analysis.drivers', { surveyId });
    if (view.missing) throw new Error(view.missing.what);
    expect(view).toMatchObject({ n: 60, measure: 'nps', method: 'lmg', resamples: 1000 });
    expect(view.drivers.map(({ dimension }) => dimension)[0]).toBe('Delivery');
    expect(view.drivers[0]!.share).toBeGreaterThan(0.8);
    expect(view.drivers[0]!.low).toBeGreaterThan(view.drivers[1]!.high);
    expect(view.drivers.map(({ title }) => title?.en)).toContain('Packing');
    expect(view.left).toMatchObject([
      { dimension: 'Colour', n: 10 },
      { title: { en: 'Lid' }, n: 60 },
    ]);
    expect(await store.call('analysis.drivers', { surveyId })).toEqual(view);
    const tags = await store.call('tags.tree', {});
    const few = await store.call('analysis.drivers', { surveyId, tagId: tags[0]!.id });
    expect(few.missing).toEqual({ what: 'cases', needs: 30, has: 20 });
  });

  test('is of people: who answers again counts once, with the newest answer', async () => {
    const [index, drivers] = [
      await store.call('analysis.index', { surveyId }),
      await store.call('analysis.drivers', { surveyId }),
    ];
    await store.call('contacts.merge', { groups: [{ into: contactIds[0]!, from: [contactIds[1]!] }] });
    const merged = await store.call('analysis.index', { surveyId });
    if (index.missing || merged.missing || drivers.missing) throw new Error('too few');
    expect([index.repeated, drivers.repeated, index.total?.n]).toEqual([0, 0, 60]);
    expect([merged.repeated, merged.total?.n]).toEqual([1, 59]);
    expect(await store.call('analysis.drivers', { surveyId })).toMatchObject({ n: 59, repeated: 1 });
  });

  test('is of the newest answer that rates: one that was broken off takes nobody out, in a wave neither', async () => {
    const survey = await store.call('surveys.view', { id: surveyId });
    const who = { email: 'person7@lab.test' };
    await give(store, survey, answerTo(survey, store, { who, done: false, values: { q1: 3 } }));
    const index = await store.call('analysis.index', { surveyId });
    expect(index).toMatchObject({ total: { n: 60 }, repeated: 0 });
    const schedule = { ...EVERY_90_DAYS, perDay: 10 };
    await store.call('schedules.put', { surveyId, id: uuid(), schedule });
    const waves = await store.call('analysis.waves', { surveyId });
    expect(waves).toMatchObject({ rows: [{ repeated: 1, n: 60, index: { n: 60 } }] });
    const [before, drivers] = [waves, await store.call('analysis.drivers', { surveyId })];
    expect(drivers).toMatchObject({ n: 60, repeated: 0 });
    // The other way round: what rates and gives no score takes nobody out of the wave's score, nor of what moves it.
    await give(store, survey, answerTo(survey, store, { who, done: false, values: { d1: 5 } }));
    const after = await store.call('analysis.waves', { surveyId });
    if (before.missing || after.missing) throw new Error('no waves');
    expect(after.rows).toMatchObject([{ repeated: 1, n: 60, otherScale: 0, figure: before.rows[0]!.figure }]);
    expect(await store.call('analysis.drivers', { surveyId })).toEqual(drivers);
    // Who gives a score in no answer of theirs is in no figure, and is told apart.
    await give(store, survey, answerTo(survey, store, { done: false, values: { d1: 5 } }));
    expect(await store.call('analysis.waves', { surveyId })).toMatchObject({
      rows: [{ n: 60, otherScale: 1 }],
    });
  });

  test('weighs the dimensions, as its author says, and undoes it', async () => {
    const before = await store.call('analysis.index', { surveyId });
    if (before.missing) throw new Error(before.missing.what);
    expect(before.rows.map(({ dimension, weight }) => [dimension, weight])).toEqual([
      ['Delivery', 1],
      ['Support', 1],
      ['Price', 1],
      ['Colour', 1],
    ]);
    const commandId = uuid();
    const weights = { Delivery: 3, Support: 0, Price: 1, Colour: 0 };
    await store.call('surveys.edit', { id: surveyId, weights }, { commandId });
    const after = await store.call('analysis.index', { surveyId });
    if (after.missing) throw new Error(after.missing.what);
    const [delivery, , price] = after.rows;
    expect(after.total!.value).toBeCloseTo((3 * delivery!.value + price!.value) / 4, 9);
    // What counts for nothing is not what the newest answer is chosen by: it would take its giver out of the index.
    const survey = await store.call('surveys.view', { id: surveyId });
    const who = { email: 'person7@lab.test' };
    await give(store, survey, answerTo(survey, store, { who, done: false, values: { d2: 1 } }));
    expect(await store.call('analysis.index', { surveyId })).toEqual(after);
    await store.call('changes.undo', { commandId });
    expect(await store.call('analysis.index', { surveyId })).toMatchObject({ total: { n: 60 }, repeated: 1 });
  });

  test('has no index where nothing counts, and shows what was rated all the same', async () => {
    const weights = { Delivery: 0, Support: 0, Price: 0, Colour: 0 };
    await store.call('surveys.edit', { id: surveyId, weights });
    const view = await store.call('analysis.index', { surveyId });
    if (view.missing) throw new Error(view.missing.what);
    expect(view.total).toBeNull();
    expect(view.rows.map(({ dimension, weight, n }) => [dimension, weight, n])).toEqual([
      ['Delivery', 0, 60],
      ['Support', 0, 60],
      ['Price', 0, 60],
      ['Colour', 0, 10],
    ]);
    await loadLanguage('en', ['analysis', 'insights']);
    expect(indexLeads(view)).toEqual(['There is no index: every dimension has weight 0.']);
    await store.call('surveys.edit', { id: surveyId, weights: { ...weights, Price: 2 } });
    const price = await store.call('analysis.index', { surveyId });
    if (price.missing) throw new Error(price.missing.what);
    expect(price.total!.value).toBeCloseTo(price.rows[2]!.value, 9);
    expect(indexLeads(price)[1]).toBe('Weight 0, in no index: Delivery, Support and Colour.');
  });

  test('compares by tag and by question, and says how sure it is', async () => {
    const byTag = await store.call('analysis.compare', { surveyId, by: 'tag' });
    if (byTag.missing) throw new Error(byTag.missing.what);
    expect(byTag).toMatchObject({
      measure: 'nps',
      n: 60,
      rows: [{ name: 'North', figure: { value: -100, n: 20 } }],
    });
    expect(byTag.rows[0]!.others!.by).toBeLessThan(-60);
    expect(byTag.rows[0]!.others!.chance).toBeLessThan(0.001);
    const byShop = await store.call('analysis.compare', { surveyId, by: { question: 's1' } });
    if (byShop.missing) throw new Error(byShop.missing.what);
    expect(byShop.rows.map(({ key, figure }) => [key, figure.n])).toEqual([
      ['a', 30],
      ['b', 30],
    ]);
    expect(byShop.rows[0]!.others!.by).toBeCloseTo(-byShop.rows[1]!.others!.by, 9);
    expect(byShop.rows[0]!.others!.chance).toBeGreaterThan(0.05);
  });

  test('compares by segment, with whom others were merged into', async () => {
    expect((await store.call('analysis.compare', { surveyId, by: 'segment' })).missing).toMatchObject({
      what: 'groups',
    });
    const [tag] = await store.call('tags.tree', {});
    await store.call('segments.put', {
      id: uuid(),
      name: 'The north',
      query: { all: [{ ask: 'tag', tagId: tag!.id, has: true }] },
    });
    const view = await store.call('analysis.compare', { surveyId, by: 'segment' });
    if (view.missing) throw new Error(view.missing.what);
    expect(view.rows).toMatchObject([{ name: 'The north', figure: { n: 20 } }]);
    // The second person is not of the north; who goes into one of the north is one person with them, of whom the newest answer counts.
    await store.call('contacts.merge', {
      groups: [{ into: contactIds[0]!, from: [contactIds[1]!] }],
    });
    const merged = await store.call('analysis.compare', { surveyId, by: 'segment' });
    expect(merged).toMatchObject({ n: 59, repeated: 1, rows: [{ figure: { n: 20 } }] });
  });

  test('a short text is a comment where nothing longer is asked', async () => {
    const town: Question<Texts> = { id: 't1', type: 'text', title: { en: 'Your town' } };
    const topicsOf = async (form: AuthorForm) => {
      const survey = await published(store, form, 'Towns');
      for (let at = 0; at < 24; at += 1) {
        const values = { q1: 7, q2: 'Friendly people', ...(at % 2 === 0 ? { t1: 'Quill on Sea' } : {}) };
        await give(store, survey, answerTo(survey, store, { values }));
      }
      const view = await store.call('analysis.topics', { surveyId: survey.id });
      return view.missing === null ? view.topics.map(({ term }) => term) : view.missing;
    };
    expect(await topicsOf(authorForm({}, [town]))).toEqual(['friendly people']);
    const { pages, ...form } = authorForm({}, [town]);
    const short = pages.map((page) => ({
      ...page,
      questions: page.questions.filter(({ type }) => type !== 'longtext'),
    }));
    expect(await topicsOf({ ...form, pages: short })).toEqual(['quill']);
  });

  test('finds what comments speak of, and who of those asked said nothing', async () => {
    const view = await store.call('analysis.topics', { surveyId });
    if (view.missing) throw new Error(view.missing.what);
    expect(view.comments).toBe(60);
    const delivery = view.topics.find(({ term }) => term === 'delivery time');
    expect(delivery).toMatchObject({ n: 20, others: { chance: expect.closeTo(0, 6) } });
    expect(delivery!.others!.by).toBeLessThan(-60);
    expect(delivery!.quotes).toHaveLength(3);
    expect(delivery!.quotes[0]!.text).toBe('Delivery time is too long');
    // One who writes each week is one person beside the others: too few to be sure of.
    const survey = await store.call('surveys.view', { id: surveyId });
    const who = { email: 'person1@lab.test' };
    for (let week = 0; week < 12; week += 1)
      await give(store, survey, answerTo(survey, store, { who, values: { q1: 2, q2: 'The spout drips' } }));
    const again = await store.call('analysis.topics', { surveyId });
    if (again.missing) throw new Error(again.missing.what);
    expect(again.topics.find(({ term }) => term === 'spout drips')).toMatchObject({ n: 12, others: null });

    expect((await store.call('analysis.bias', { surveyId })).missing).toEqual({
      what: 'asked',
      needs: 10,
      has: 0,
    });
    await store.call('invites.add', {
      surveyId,
      contactIds,
      channel: 'link',
      force: true,
    });
    const asked = await store.call('analysis.bias', { surveyId });
    if (asked.missing) throw new Error(asked.missing.what);
    expect(asked.rate).toMatchObject({ value: 0, n: 60 });
    expect(asked.rows).toMatchObject([{ name: 'North', rate: { n: 20 }, others: { chance: 1 } }]);
  });
});
