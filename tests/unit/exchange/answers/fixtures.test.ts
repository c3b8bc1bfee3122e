import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '@/lib/surveys/check';
import { AuthorFormSchema } from '@/lib/surveys/schema';
import { inspectAnswers } from '../../../support/answers-inspection';

/** Tables of answers of the project's own making, each with what is read of it to the field, as `npm run inspect-survey` prints it. */
const FOLDER = join(import.meta.dirname, '../../../fixtures/answers');
const FILES = readdirSync(FOLDER).filter((name) => !name.endsWith('.json'));
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));

describe.each(FILES)('%s', (name) => {
  test('is read to the field', () => {
    const expected = join(FOLDER, `${name}.json`);
    expect(existsSync(expected), `${name}.json says what is in it`).toBe(true);
    expect(inspectAnswers(bytesOf(name))).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });

  test('gives a form that could be published', () => {
    const { survey } = inspectAnswers(bytesOf(name));
    expect(faultsOf(survey)).toEqual([]);
    expect(AuthorFormSchema.safeParse(survey).error).toBeUndefined();
  });

  test('keeps no address of a machine', () => {
    expect(JSON.stringify(inspectAnswers(bytesOf(name)).answers)).not.toMatch(/\d+\.\d+\.\d+\.\d+/);
  });
});

test('every program that is known has its file', () => {
  const formats = new Set(FILES.map((name) => inspectAnswers(bytesOf(name)).format));
  expect([...formats].sort()).toEqual([
    'answers-csv',
    'answers-delighted',
    'answers-typeform',
    'answers-wjx',
  ]);
});
