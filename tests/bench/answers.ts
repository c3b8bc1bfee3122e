import { chromium } from '@playwright/test';
import { findChromium } from '../support/browsers.ts';
import { codeOf } from './bundled.ts';
import { type Figure, spread } from './figures.ts';
import type { Answers } from './in-page/answers.ts';

const ANSWERS = 10_000;
const TURNS = 10;
const PLACE = 'https://bench.example/';

/** The results of a survey that many have answered, and the list of surveys, read from a store in a page of its own. */
export async function answers(): Promise<Figure[]> {
  const code = await codeOf('tests/bench/in-page/answers.ts');
  const browser = await chromium.launch({ executablePath: findChromium() as string, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.route(PLACE, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    await page.goto(PLACE);
    await page.evaluate(code);
    const times = await page.evaluate(
      ([count, turns]) => (globalThis as unknown as { answers: Answers }).answers(count, turns),
      [ANSWERS, TURNS] as const,
    );
    const method = `${ANSWERS.toLocaleString('en')} answers of ${(ANSWERS / 2).toLocaleString('en')} contacts`;
    return [
      ...spread('Results of a survey read', times.results, method, { share: 95, budget: 1000 }),
      ...spread('List of surveys read', times.list, method),
      ...spread('Inbox, first rows and how many', times.inbox, method, { share: 95, budget: 300 }),
      ...spread('Answers behind a number', times.behind, method),
      ...spread('Answers by words that nobody wrote', times.words, method),
    ];
  } finally {
    await browser.close();
  }
}
