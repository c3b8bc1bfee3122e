import { readFileSync } from 'node:fs';
import path from 'node:path';
import { faultsIn } from '../support/axe.ts';
import { ROOT } from '../support/build.ts';
import { expect, test } from '../support/extension.ts';
import { panelOf, shows } from '../support/product.ts';
import { known, openSite } from '../support/site-pages.ts';

test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });

const POST = {
  url: 'https://post.kite.example/m/7',
  html: readFileSync(path.join(ROOT, 'tests', 'fixtures', 'teach', 'webmail.html'), 'utf8'),
};
const ANNA = 'anna@harbour.example';

test('a page that nobody knows is taught by pointing, and read from then on', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  await openSite({ context, page, openPage, grantHost }, [POST], [known(ANNA)]);
  const popup = await openPage('popup.html');
  await page.bringToFront();
  await popup.reload();
  const begin = popup.getByRole('button', { name: 'Teach Sidelight this page' });
  await begin.waitFor();
  expect(await faultsIn(popup)).toEqual([]);
  await begin.click();
  await page.locator('[data-sidelight=teach]').waitFor({ state: 'attached' });

  // The page hears no click while it is pointed at.
  await page.evaluate(() => document.addEventListener('click', () => document.body.classList.add('clicked')));
  await page.getByText('Anna Berg').click();
  await page.locator('.person').first().click();
  await page.waitForTimeout(100);
  if (process.env.SIDELIGHT_PICTURES)
    await page.screenshot({ path: `${process.env.SIDELIGHT_PICTURES}/teach-says.png` });
  expect(await page.evaluate(() => document.body.className)).toBe('');
  // The bar has put the focus on its first act: Save, then reload.
  await page.keyboard.press('Enter');
  await page.waitForTimeout(500);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  await shows(await panelOf(page), `Known ${ANNA}`);

  const settings = await openPage('workspace.html#/settings');
  const taught = settings.getByRole('region', { name: 'Sites that you taught' });
  const saved = settings.waitForEvent('download');
  await taught.getByRole('button', { name: 'Save as file: post.kite.example' }).click();
  const file = await (await saved).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 1, hosts: ['post.kite.example'] });

  await taught.getByRole('button', { name: 'Forget post.kite.example' }).click();
  await expect(taught.getByText('None yet.', { exact: false })).toBeVisible();
  const chooser = taught.locator('input[type=file]');
  await chooser.setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":2}'),
  });
  await expect(taught.getByText('recipe.format must be one of: 1.')).toBeVisible();
  await chooser.setInputFiles(file);
  await expect(taught.getByText('Added for post.kite.example.', { exact: false })).toBeVisible();
  await expect(taught.getByRole('button', { name: 'Forget post.kite.example' })).toBeVisible();
  expect(await faultsIn(settings)).toEqual([]);
});
