import { expect, test } from '../support/extension.ts';
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
