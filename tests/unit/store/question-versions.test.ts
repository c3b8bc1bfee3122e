import { expect, test } from 'vitest';
import { askedWords, questionIn } from '@/components/responses/filter-survey';
import type { AuthorForm } from '@/lib/surveys/form';
import { loadReportWords } from './report-ground';
import { sixtyAnswers } from './sixty-answers';
import { answerTo, give } from './survey-support';

/** A survey of sixty answers, whose questions are changed and published. */
async function changing() {
  await loadReportWords('en');
  const { store, surveyId } = await sixtyAnswers();
  const publish = async (change: (of: (id: string) => AuthorForm['pages'][0]['questions'][0]) => void) => {
    const { draft } = await store.call('surveys.view', { id: surveyId });
    change((id) => draft.pages.flatMap(({ questions }) => questions).find((one) => one.id === id)!);
    await store.call('surveys.edit', { id: surveyId, draft });
    await store.call('surveys.publish', { id: surveyId });
  };
  return { store, surveyId, publish };
}

test('a column that was taken away again changes no driver, and is shown only where somebody chose it', async () => {
  const { store, surveyId, publish } = await changing();
  const performance = async () => {
    const drivers = await store.call('analysis.drivers', { surveyId });
    if (drivers.missing) throw new Error(drivers.missing.what);
    return drivers.drivers.map((one) => [one.key, one.performance]);
  };
  const matrix = async () => {
    const { questions } = await store.call('results.view', { surveyId });
    const found = questions.find(({ question }) => question.id === 'x1')!;
    return [found.question.choices!.map(({ id }) => id), found.counts.map(({ value }) => value)];
  };
  const withColumn = (column: { id: string; score?: number }) =>
    publish((of) => {
      of('x1').choices!.push({ ...column, text: { en: column.id } });
    });
  const withoutIt = () =>
    publish((of) => {
      of('x1').choices!.pop();
    });
  const [drivers, shown] = [await performance(), await matrix()];
  await withColumn({ id: 'p10', score: 10 });
  await withoutIt();
  expect([await performance(), await matrix()]).toEqual([drivers, shown]);

  // A matrix with a column that has no score drives nothing, while it has it.
  await withColumn({ id: 'na' });
  expect(await performance()).not.toEqual(drivers);
  const survey = await store.call('surveys.view', { id: surveyId });
  await give(store, survey, answerTo(survey, store, { version: 4, values: { x1: { Lid: 'na' } } }));
  await withoutIt();
  expect(await performance()).toEqual(drivers);
  const [choices, counts] = await matrix();
  expect(choices).toEqual([...shown[0]!, 'na']);
  expect(counts).toContain('Lid|na');
}, 60_000);

test('a link to answers of an old scale names the versions that it finds, whatever was published since', async () => {
  const { store, surveyId, publish } = await changing();
  const named = async () => {
    const asked = questionIn(await store.call('results.asks', { surveyId }), { question: 'd3', version: 1 });
    return askedWords(asked!);
  };
  const said = [];
  for (const top of [10, 5, 10]) {
    await publish((of) => {
      of('d3').range = [1, top];
    });
    said.push(await named());
  }
  expect(said).toEqual(
    ['(version 1)', '(versions 1 to 3)', '(versions 1 to 3)'].map((in_) => `How is Price? ${in_}`),
  );
}, 60_000);
