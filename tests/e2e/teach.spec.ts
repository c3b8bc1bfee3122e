import { readFileSync } from 'node:fs';
import path from 'node:path';
import { faultsIn } from '../support/axe.ts';
import { ROOT } from '../support/build.ts';
import { expect, test } from '../support/extension.ts';
import { panelOf, shows } from '../support/product.ts';
import { known, openSite, type SitePage } from '../support/site-pages.ts';

test.use({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });

const served = (url: string, name: string): SitePage => ({
  url,
  html: readFileSync(path.join(ROOT, 'tests', 'fixtures', 'teach', `${name}.html`), 'utf8'),
});
const POST = served('https://post.kite.example/m/7', 'webmail');
const FRAMES = [
  served('https://old.kite.example/', 'frames'),
  served('https://old.kite.example/m/list', 'frames-list'),
  served('https://old.kite.example/m/read', 'frames-read'),
];
const ANNA = 'anna@harbour.example';

test('a page that nobody knows is taught by pointing, and read from then on', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  await openSite({ context, page, openPage, grantHost }, [POST], [known(ANNA)]);
  // A second tab of the site, which stays as it is loaded.
  const behind = await context.newPage();
  await behind.goto(POST.url);
  const popup = await openPage('popup.html');
  await page.bringToFront();
  await popup.reload();
  const begin = popup.getByRole('button', { name: 'Teach Sidelight this page' });
  await begin.waitFor();
  expect(await faultsIn(popup)).toEqual([]);
  await begin.click();
  await page.locator('[data-sidelight=teach]').waitFor({ state: 'attached' });

  // The page hears no click while it is pointed at, and nothing on it moves.
  await page.evaluate(() => {
    for (const type of ['click', 'keydown', 'keypress', 'keyup'])
      document.addEventListener(type, ({ target }) => {
        const isBar = type === 'click' && (target as Element).matches('[data-sidelight]');
        if (!isBar) document.body.classList.add(type);
      });
  });
  await expect(page.locator('[data-sidelight=teach]')).toHaveAttribute('lang', 'en');
  const where = () => page.locator('.person-mail').boundingBox();
  const before = await where();
  await page.getByText('Anna Berg').hover();
  expect(await where()).toEqual(before);
  await page.getByText('Anna Berg').click();
  await page.locator('.person').first().click();
  expect(await page.evaluate(() => document.body.className)).toBe('');
  // The bar has put the focus on its first act: Save. The page is read at once, without being loaded again.
  await page.keyboard.press('Enter');
  await shows(await panelOf(page), `Known ${ANNA}`);
  expect(await page.evaluate(() => document.body.className)).toBe('');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-sidelight=teach]')).toHaveCount(0);

  await behind.bringToFront();
  await shows(await panelOf(behind), `Known ${ANNA}`);

  const settings = await openPage('workspace.html#/settings');
  const taught = settings.getByRole('region', { name: 'Sites that you taught' });
  const saved = settings.waitForEvent('download');
  await taught.getByRole('button', { name: 'Save as file: post.kite.example' }).click();
  const file = await (await saved).path();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 1, hosts: ['post.kite.example'] });

  await taught.getByRole('button', { name: 'Forget post.kite.example' }).click();
  await expect(taught.getByText('None yet.', { exact: false })).toBeVisible();
  await expect(behind.locator('[data-sidelight=chip]')).toHaveCount(0);
  const chooser = taught.locator('input[type=file]');
  await chooser.setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"format":2}'),
  });
  await expect(taught.getByText('recipe.format must be one of: 1.')).toBeVisible();
  await chooser.setInputFiles(file);
  await expect(taught.getByText('Added for post.kite.example.', { exact: false })).toBeVisible();

  await taught.getByRole('button', { name: 'Edit post.kite.example' }).click();
  const dialog = settings.getByRole('dialog', { name: 'Edit a site that you taught' });
  await dialog.getByLabel('Name').fill('Kiteposts');
  expect(await faultsIn(settings)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(taught.getByText('Kiteposts')).toBeVisible();

  await settings.getByRole('link', { name: 'How sites are read' }).click();
  const kite = settings.getByRole('region', { name: 'Kiteposts' });
  await expect(kite.getByText('Read as it should be')).toBeVisible();
  await expect(kite.getByText('1 sender and 2 recipients', { exact: false })).toBeVisible();
  await kite.getByRole('button', { name: 'Report a page of post.kite.example' }).click();
  const report = settings.getByRole('dialog').getByRole('textbox');
  await expect(report).toHaveValue(/post\.kite\.example[\s\S]*person-name/);
  expect(await report.inputValue()).not.toMatch(/Anna|Berg|harbour/);
  expect(await faultsIn(settings)).toEqual([]);
});

test('a mail in a frame is taught with the keyboard alone', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  await openSite({ context, page, openPage, grantHost }, FRAMES, [known(ANNA)]);
  const teach = async () => {
    const popup = await openPage('popup.html');
    await page.bringToFront();
    await popup.reload();
    await popup.getByRole('button', { name: 'Teach Sidelight this page' }).click();
    await page.locator('[data-sidelight=teach]').waitFor({ state: 'attached' });
  };
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await teach();
  await press('Escape');
  await expect(page.locator('[data-sidelight=teach]')).toHaveCount(0);
  await teach();
  // Those who bear an address come first: the sender, then the recipients.
  await press('Tab', 'Enter', 'Tab', 'Tab', 'Enter');
  await press('Enter');
  await shows(await panelOf(page), `Known ${ANNA}`);

  const settings = await openPage('workspace.html#/settings');
  const taught = settings.getByRole('region', { name: 'Sites that you taught' });
  await expect(taught.getByText('Reads: Message.', { exact: false })).toBeVisible();
});
