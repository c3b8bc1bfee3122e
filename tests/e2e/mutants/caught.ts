import { expect, test } from 'vitest';
import { MUTANTS } from './mutants.ts';
import { tryOut } from './trial.ts';

const trials = Object.entries(MUTANTS).flatMap(([mutant, { caughtBy }]) =>
  caughtBy.map((catcher) => [mutant, catcher.test, catcher] as const),
);

test.each(trials)('%s is caught by: %s', (mutant, _, catcher) => {
  const { status, message } = tryOut(catcher, mutant);
  expect(status, message).toBe('failed');
  // Not by an accident of the trial, but for what the mutant does.
  expect(message).toMatch(catcher.says);
});
