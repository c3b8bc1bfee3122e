import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileError } from '@/lib/exchange/file-error';
import { faultsOf } from '@/lib/surveys/check';
import { AuthorFormSchema } from '@/lib/surveys/schema';
import { fault } from '@/lib/surveys/validate';
import { inspectAnswers } from '../../../support/answers-inspection';
import { mutated } from '../../../support/mutations';

/** Mutated files in a run; more by hand: `FUZZ=200000 FUZZ_SEED=5 npx vitest run --project unit tests/unit/exchange/answers/fuzz`. */
const FILES = Number(process.env.FUZZ ?? 1500);
const SEED = Number(process.env.FUZZ_SEED ?? 1) * 1_000_000_000;
const SLOWEST_MS = 2000;

const FOLDER = join(import.meta.dirname, '../../../fixtures/answers');
const names = readdirSync(FOLDER).filter((name) => !name.endsWith('.json'));
const fixtures = names.map((name) => new Uint8Array(readFileSync(join(FOLDER, name))));

/** Whether these bytes are read, as the form and the store take it, or refused; else what is wrong. */
function outcomeOf(bytes: Uint8Array): string {
  // Of the processor, so that a busy machine is not taken for a slow reader.
  const started = process.cpuUsage();
  let outcome = 'read';
  try {
    const { survey, answers, questions } = inspectAnswers(bytes);
    const shape = AuthorFormSchema.safeParse(survey);
    if (shape.error) return `no form: ${JSON.stringify(shape.error.issues[0])}`;
    const [wrong] = questions > 0 ? faultsOf(survey) : [];
    if (wrong) return `a form with a fault: ${JSON.stringify(wrong)}`;
    const asked = new Map(survey.pages.flatMap((page) => page.questions).map((one) => [one.id, one]));
    for (const { values, key, at } of answers) {
      if (!key || !Number.isSafeInteger(at)) return `an answer without ${key ? 'a moment' : 'a key'}`;
      for (const [id, value] of Object.entries(values)) {
        const question = asked.get(id.replace(/\.other$/, ''));
        if (!question) return `an answer to no question: ${id}`;
        if (id === question.id && fault({ ...question, required: false }, value))
          return `a value that its question refuses: ${JSON.stringify(value)}`;
      }
    }
  } catch (error) {
    if (!(error instanceof FileError)) return `throws ${error instanceof Error ? error.stack : error}`;
    outcome = 'refused';
  }
  const took = process.cpuUsage(started).user / 1000;
  return took > SLOWEST_MS ? `takes ${Math.round(took)} ms` : outcome;
}

test(`${FILES} mutated tables of answers: read or refused, in time, and never anything else`, {
  timeout: 60_000 + FILES * 50,
}, () => {
  let readable = 0;
  for (let turn = 0; turn < FILES; turn += 1) {
    const at = turn % fixtures.length;
    const bytes = mutated(fixtures[at]!, fixtures, SEED + turn);
    const outcome = outcomeOf(bytes);
    if (outcome === 'read') readable += 1;
    else if (outcome !== 'refused')
      expect.fail(
        `${names[at]}, turn ${turn}: ${outcome}\n${Buffer.from(bytes.subarray(0, 3000)).toString('base64')}`,
      );
  }
  expect(readable).toBeGreaterThan(FILES / 2);
});
