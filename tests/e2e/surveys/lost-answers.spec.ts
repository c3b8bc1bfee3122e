import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { TestHub } from '../../support/hub.ts';
import { seededRandom } from '../../support/random.ts';
import { expect, npsSurvey, strictPage, test } from '../../support/surveys/fixtures.ts';

/** A trial with a planted fault needs fewer. */
const ANSWERS = Number(process.env.SIDELIGHT_ANSWERS ?? 300);
const ON_ONE_PAGE = 20;
/** Stands in every comment, and must stand nowhere in the hub's files. */
const SECRET = 'celadon-crackle';

interface Part {
  code: string;
  from: number;
  to: number;
  secret: string;
}

/** Answers the survey again and again by the widget's own controls. Evaluated in the page. */
async function answerMany({ code, from, to, secret }: Part): Promise<void> {
  const page = window as unknown as { sidelight: (...call: unknown[]) => void };
  const all = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
  const now = <T extends Element>(is: (one: Element) => boolean) => all(document).find(is) as T | undefined;
  const find = async <T extends Element>(
    is: (one: Element) => boolean,
    meanwhile?: () => void,
  ): Promise<T> => {
    for (let turn = 0; ; turn += 1) {
      const found = now<T>(is);
      if (found) return found;
      if (turn % 40 === 0) meanwhile?.();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const button = (words: string) => (one: Element) => one.matches('button') && one.textContent === words;
  for (let at = from; at < to; at += 1) {
    const score = String(at % 11);
    const isScore = (one: Element) => one.matches('input[type=radio]') && one.getAttribute('value') === score;
    // While the hub is down there is no form to show: the site asks again.
    (await find<HTMLElement>(isScore, () => page.sidelight('show', code))).click();
    // What is chosen without a pointer is confirmed.
    (await find<HTMLElement>(button('Next'))).click();
    const field = await find<HTMLTextAreaElement>((one) => one.matches('textarea'));
    field.value = `${secret} ${at}`;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    (await find<HTMLElement>(button('Send'))).click();
    await find((one) => one.textContent === 'Thank you.');
    // Until it is sealed it is nowhere but in the page, which says so. Nobody who reads that leaves.
    if (at === to - 1)
      await find(
        (one) => /^(Sent|Kept here)/.test(one.textContent ?? ''),
        () => now<HTMLElement>(button('Try again now'))?.click(),
      );
    page.sidelight('close');
  }
}

/** What the page still has to send. Evaluated there. */
const waiting = () => Object.keys(localStorage).filter((key) => key.startsWith('sidelight.'));

/**
 * Kills the hub at moments that nobody chose, until it is told to end; answers how often. Between two deaths it stores something, or a slow
 * machine would never come to anything.
 */
function killing(hub: TestHub): { end(): Promise<number> } {
  const draw = seededRandom(300);
  let [isOver, kills] = [false, 0];
  const done = (async () => {
    while (!isOver) {
      const before = hub.stored();
      await new Promise((resolve) => setTimeout(resolve, 300 + draw() * 1500));
      while (!isOver && hub.stored() === before) await new Promise((resolve) => setTimeout(resolve, 20));
      await hub.kill();
      kills += 1;
      await new Promise((resolve) => setTimeout(resolve, draw() * 400));
      await hub.restart();
    }
  })();
  return {
    async end() {
      isOver = true;
      await done;
      return kills;
    },
  };
}

async function giveAll(visitor: Page, url: string, code: string): Promise<void> {
  for (let from = 0; from < ANSWERS; from += ON_ONE_PAGE) {
    // The page is left while answers are under way: they wait in it, and go out from the next one.
    await visitor.goto(url);
    const to = Math.min(from + ON_ONE_PAGE, ANSWERS);
    await visitor.evaluate(answerMany, { code, from, to, secret: SECRET });
  }
}

/** Milliseconds in which no further answer comes: then no more will. */
const SILENT = 15_000;

/** Asks again as long as answers come; answers how many there are when all are, or when none came for a while. */
async function whenAllCame(count: () => Promise<number>): Promise<number> {
  for (let [most, since] = [0, Date.now()]; ; ) {
    const found = await count();
    if (found >= ANSWERS || Date.now() - since > SILENT) return found;
    if (found > most) [most, since] = [found, Date.now()];
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

test('answers that are given while the hub dies and its acknowledgements are lost are kept, each once', async ({
  desk: { ask, key },
  hub,
  publish,
  site,
  visitor,
}) => {
  // Most of it is waiting for a hub that is dead half of the time: on a slow machine that takes long.
  test.setTimeout(1_200_000);
  await ask('hub.connect', { address: hub.connection });
  const { id, code } = await publish(
    npsSurvey('kilnstreet', { show: { place: 'popover', on: { code: true } } }),
  );
  strictPage(site, '/', { hub: hub.url, space: hub.space, key }, 'window.sidelight = sidelight;');
  hub.dropAcks(0.05);
  // An odd one of each seven: first and last posts of a submission take turns in being lost.
  hub.losePosts(1 / 7);
  const killer = killing(hub);
  await giveAll(visitor, site.url, code);
  const kills = await killer.end();
  hub.losePosts(0);
  // The visitor comes back another day.
  await visitor.goto(site.url);
  // What failed for the third time waits for a minute: late is not lost.
  await expect.poll(() => visitor.evaluate(waiting), { timeout: 180_000 }).toEqual([]);
  const taken = async () => {
    await ask('hub.pull', {});
    const { answers } = (await ask('surveys.view', { id })) as { answers: number };
    return answers;
  };
  expect(await whenAllCame(taken)).toBe(ANSWERS);
  const { items } = (await ask('responses.list', { surveyId: id, limit: 500 })) as {
    items: { comment: string; done: boolean }[];
  };
  const comments = items.map(({ comment }) => comment).sort();
  const given = Array.from({ length: ANSWERS }, (_, at) => `${SECRET} ${at}`).sort();
  expect(comments).toEqual(given);
  expect(items.every(({ done }) => done)).toBe(true);
  expect(kills).toBeGreaterThanOrEqual(ANSWERS / 60);
  expect(hub.dropped()).toBeGreaterThan(ANSWERS / 60);
  expect(hub.lost()).toBeGreaterThan(ANSWERS / 7);
  for (const file of readdirSync(hub.data))
    expect(readFileSync(path.join(hub.data, file)).includes(SECRET), file).toBe(false);
  console.log(
    `${ANSWERS} answers, the hub killed ${kills} times, ${hub.lost()} posts and ${hub.dropped()} acknowledgements lost.`,
  );
});
