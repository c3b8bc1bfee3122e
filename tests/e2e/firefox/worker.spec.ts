import '../../support/webextension.ts';
import { expect, test } from '../../support/firefox.ts';

test('the worker of a page loads the part that it is asked for: what counts over everybody, and what writes files', async ({
  openPage,
}) => {
  const page = await openPage('workspace.html#/contacts');
  await page.waitForSelector('h1');
  const answers = await page.evaluate(async () => {
    const worker = new Worker('/jobs.js', { type: 'module', name: 'sidelight' });
    const ask = (call: number, op: string) =>
      new Promise<boolean>((resolve, reject) => {
        worker.addEventListener('message', ({ data }) => {
          if (data.call === call && data.answer) resolve(data.answer.ok);
        });
        worker.addEventListener('error', () => reject(new Error('The worker did not start.')));
        worker.postMessage({ call, op, input: {}, commandId: crypto.randomUUID() });
      });
    const ok = [await ask(1, 'advice.today'), await ask(2, 'backup.save'), await ask(3, 'no.such')];
    worker.terminate();
    return ok;
  });
  expect(answers).toEqual([true, true, false]);
});
