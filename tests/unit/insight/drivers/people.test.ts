import { expect, test } from 'vitest';
import { driversOf } from '@/lib/insight/drivers/drivers';
import { dimensionIndex } from '@/lib/insight/satisfaction-index';
import { newestOfEach } from '@/lib/store/views/analysis-compare';
import type { Question } from '@/lib/surveys/form';
import { seededRandom } from '../../../support/random';

const TURNS = 400;
const self = (id: string) => id;

/** Forty people, each asked three times, who say much the same each time; newest first. Nothing moves anything. */
function threeTimes(random: () => number) {
  const level = () => 1 + 4 * random();
  const people = Array.from({ length: 40 }, (_, at) => ({
    contactId: String(at),
    own: [level(), level(), level()],
  }));
  return [0, 1, 2].flatMap(() =>
    people.map(({ contactId, own }) => ({
      contactId,
      values: own.map((one) => Math.min(5, Math.max(1, Math.round(one + random() - 0.5)))),
    })),
  );
}

test('what moves nothing is found no oftener than chance would, of people; of answers it would be', async () => {
  const random = seededRandom(3);
  let [answers, people] = [0, 0];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const given = threeTimes(random);
    const found = async (some: typeof given) =>
      (
        await driversOf(
          some.map(({ values }) => values),
          { random, resamples: 1 },
        )
      ).kind === 'found';
    answers += Number(await found(given));
    people += Number(await found(newestOfEach(given, self)));
  }
  expect(people / TURNS).toBeLessThan(0.08);
  expect(answers / TURNS).toBeGreaterThan(0.25);
});

test('the interval of the index holds the mean as often as it says, of people', () => {
  const random = seededRandom(4);
  const questions: Question<unknown>[] = [
    { id: 'a', type: 'csat', title: {}, dimension: 'A' },
    { id: 'b', type: 'csat', title: {}, dimension: 'B' },
  ];
  const holds = (some: ReturnType<typeof threeTimes>) => {
    const given = some.map(({ values: [a, b] }) => ({ a: a!, b: b! }));
    const { low, high } = dimensionIndex(questions, given).total!;
    return low <= 50 && 50 <= high;
  };
  let [answers, people] = [0, 0];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const given = threeTimes(random);
    answers += Number(holds(given));
    people += Number(holds(newestOfEach(given, self)));
  }
  expect(people / TURNS).toBeGreaterThan(0.92);
  expect(answers / TURNS).toBeLessThan(0.85);
});
