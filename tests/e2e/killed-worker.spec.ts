import type { Page } from '@playwright/test';
import { expect, test } from '../support/extension.ts';
import { panelOf, shows, writeNote } from '../support/product.ts';
import { seededRandom } from '../support/random.ts';
import type { Remote, Sending } from '../support/remote-client/in-page.ts';
import { callFrom, giveRemoteClient } from '../support/remote-client/index.ts';
import { known, openSite, sitePage } from '../support/site-pages.ts';

const BATCHES = 30;
const PER_BATCH = 10;
const KILLS_PER_BATCH = 4;
const LETTERS = ['a', 'b', 'c', 'd'];
const WITHHOLD_EVERY = 10;

type Command = [op: string, input: unknown];

/** Ten commands that are under way together; each leaves something that can be counted. */
function batch(number: number, contactId: string): Command[] {
  const notesAndTasks = LETTERS.flatMap((letter): Command[] => [
    ['notes.add', { contactIds: [contactId], text: `Note ${number}${letter}` }],
    ['tasks.add', { title: `Task ${number}${letter}`, contactIds: [contactId] }],
  ]);
  return [
    ...notesAndTasks,
    ['tags.assign', { contactIds: [contactId], path: `Tag ${number}a` }],
    ['contacts.add', { draft: { name: `Contact ${number}a` } }],
  ];
}

const sendingsOf = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { remote: Remote }).remote.sendings);

/** Resolves when so many commands in all have been answered and another is under way. */
const answered = (page: Page, count: number) =>
  page.evaluate((given) => (globalThis as unknown as { remote: Remote }).remote.answered(given), count);

/** Sends commands at once by the product's own client, and waits until each is answered. */
const sendAll = (page: Page, commands: Command[]) =>
  page.evaluate(
    (given) =>
      Promise.all(
        given.map(([op, input]) => (globalThis as unknown as { remote: Remote }).remote.call(op, input)),
      ),
    commands,
  );

/** Every row of some tables, read past the product. */
function rowsOf<T extends string>(page: Page, tables: readonly T[]): Promise<Record<T, Row[]>> {
  return page.evaluate(async (names) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('sidelight');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const all = (name: string) =>
      new Promise<[string, unknown[]]>((resolve, reject) => {
        const reading = db.transaction(name).objectStore(name).getAll();
        reading.onsuccess = () => resolve([name, reading.result]);
        reading.onerror = () => reject(reading.error);
      });
    const found = Object.fromEntries(await Promise.all(names.map(all)));
    db.close();
    return found;
  }, tables) as Promise<Record<T, Row[]>>;
}

interface Row {
  body: { text?: string; title?: string; name?: string; type?: string; commandId?: string };
}

const numbered = (word: string, letters: string[]) =>
  Array.from({ length: BATCHES }, (_, number) => letters.map((letter) => `${word} ${number}${letter}`))
    .flat()
    .sort();

/** A kill, from the wish to the worker's standstill, epoch ms. */
interface Kill {
  from: number;
  to: number;
}

/** How many of the kills fell between a sending and its answer, which was lost, or came only when the worker ran again. */
function hitsOf(kills: Kill[], sendings: Sending[]): number {
  const isHit = ({ from, to }: Kill) =>
    sendings.some(
      ({ sentAt, endedAt, answer }) => sentAt < from && endedAt >= (answer === 'lost' ? from : to),
    );
  return kills.filter(isHit).length;
}

test('300 commands are each done once though the worker is killed all the time', async ({
  openPage,
  stopWorker,
}) => {
  test.setTimeout(180_000);
  const random = seededRandom(20_261_121);
  const page = await openPage('popup.html');
  await giveRemoteClient(page);
  const { id } = await callFrom<{ id: string }>(page, 'contacts.add', { draft: { name: 'Ingrid Solheim' } });

  // As if the worker died between the commit and the answer, which real kills hit too rarely to count on.
  await page.evaluate((every) => {
    (globalThis as unknown as { remote: Remote }).remote.withholdEvery = every;
  }, WITHHOLD_EVERY);

  const kills: Kill[] = [];
  for (let number = 0; number < BATCHES; number++) {
    const before = 1 + PER_BATCH * number;
    const answers = sendAll(page, batch(number, id));
    // Right after the sending or between two answers; and again while what was lost is sent again.
    let count = before + Math.floor(random() * 3);
    for (let kill = 0; kill < KILLS_PER_BATCH; kill++) {
      await Promise.race([answered(page, count), answers]);
      const from = Date.now();
      if (await stopWorker()) kills.push({ from, to: Date.now() });
      count += Math.floor(random() * 2);
    }
    await answers;
  }

  const sendings = await sendingsOf(page);
  const lost = sendings.filter(({ answer }) => answer === 'lost');
  const withheld = sendings.filter(({ answer }) => answer === 'withheld');
  const hits = hitsOf(kills, sendings);
  const done = lost.filter((sending) => sending.done).length;
  test.info().annotations.push({
    type: 'figures',
    description: `${kills.length} kills, ${hits} between send and answer; ${lost.length} answers lost, ${done} of commands that were done; ${withheld.length} answers withheld`,
  });
  expect(hits).toBeGreaterThanOrEqual(50);
  expect(lost.length).toBeGreaterThan(0);
  expect(withheld.length).toBeGreaterThanOrEqual(30);

  const rows = await rowsOf(page, ['activities', 'tasks', 'tags', 'contacts', 'changes']);
  expect(rows.activities.map(({ body }) => body.text).sort()).toEqual(numbered('Note', LETTERS));
  expect(rows.tasks.map(({ body }) => body.title).sort()).toEqual(numbered('Task', LETTERS));
  expect(rows.tags.map(({ body }) => body.name).sort()).toEqual(numbered('Tag', ['a']));
  const contacts = [...numbered('Contact', ['a']), 'Ingrid Solheim'];
  expect(rows.contacts.map(({ body }) => body.name).sort()).toEqual(contacts.sort());
  const sent = [...new Set(sendings.map(({ commandId }) => commandId))].sort();
  expect(sent).toHaveLength(1 + PER_BATCH * BATCHES);
  expect(rows.changes.map(({ body }) => body.commandId).sort()).toEqual(sent);
});

test('notes written in the panel are each kept once though the worker is killed while they are saved', async ({
  context,
  page,
  openPage,
  grantHost,
  stopWorker,
}) => {
  const random = seededRandom(8);
  const contacts = [known('li.wei@acme.example')];
  await openSite({ context, page, openPage, grantHost }, [sitePage('gmail/thread-en')], contacts);
  const panel = await panelOf(page);
  await shows(panel, 'Known li.wei@acme.example');
  const notes = Array.from({ length: 8 }, (_, number) => `Note ${number}`);
  let kills = 0;
  for (const note of notes) {
    const sent = page.waitForTimeout(random() * 150).then(stopWorker);
    await writeNote(panel, note);
    kills += (await sent) ? 1 : 0;
  }
  expect(kills).toBeGreaterThan(0);
  await page.reload();
  await shows(await panelOf(page), 'Known li.wei@acme.example');
  const { activities } = await rowsOf(await openPage('popup.html'), ['activities']);
  expect(activities.map(({ body }) => body.text).sort()).toEqual(notes);
});
