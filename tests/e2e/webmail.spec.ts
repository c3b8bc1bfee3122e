import { expect, test } from '../support/extension.ts';
import { OWNER, PEOPLE } from '../support/webmail/index.ts';
import { listedMails, logIn } from '../support/webmail/roundcube.ts';

test('the local webmail lists the seeded mails, newest first, with every name whole', async ({
  page,
  webmail,
}) => {
  await logIn(page, webmail);
  const inbox = webmail.mails.filter((mail) => mail.folder === 'INBOX').slice(0, 20);
  const shown = await page.evaluate(listedMails);
  // Roundcube shows the address where a name is empty or looks like an address.
  const expected = inbox.map(({ from, subject }) => ({
    from: from.name === '' || from.name.includes('@') ? from.address : from.name,
    subject,
  }));
  expect(shown.slice(0, 20)).toEqual(expected);
});

test('the local webmail sends a mail, which comes out of it whole', async ({ page, webmail }) => {
  await logIn(page, webmail);
  const subject = `Angebot für 王小明 ${Date.now()}`;
  await page.goto(`${webmail.url}?_task=mail&_action=compose&_to=${PEOPLE.wang.address}`);
  await page.locator('#compose-subject').fill(subject);
  await page.locator('#composebody').fill('.\n..two dots\nThe end');
  await page.locator('#compose-content button.send').click();
  const found = async () => (await webmail.sent()).find((mail) => mail.subject === subject);
  await expect.poll(found).toMatchObject({ from: OWNER.address, to: [PEOPLE.wang.address] });
  expect((await found())?.raw).toMatch(/\r\n\.\r\n\.\.two dots\r\nThe end\r\n$/);
});
