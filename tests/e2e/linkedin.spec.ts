import { expect, test } from '../support/extension.ts';
import { addContact, panelOf, shows } from '../support/product.ts';
import { chipsAt, openSite, sitePage } from '../support/site-pages.ts';

test.use({ viewport: { width: 1440, height: 900 } });

const handle = (name: string, value: string) => ({ name, points: [{ kind: 'handle' as const, value }] });
const SELF = handle('Known self', 'linkedin:mia-keller');

test('a profile is recognised by its handle, whatever its script', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  const contacts = [
    SELF,
    handle('Known Chen', 'linkedin:陈志强-42'),
    handle('Known other', 'linkedin:other-person'),
  ];
  await openSite({ context, page, openPage, grantHost }, [sitePage('linkedin/profile-2026')], contacts);
  await shows(await panelOf(page), 'Known Chen');
  await expect.poll(() => chipsAt(page, 'chip')).toEqual(['陈志强']);
});

test('a stranger becomes a contact who is known by the handle after a reload', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  await openSite({ context, page, openPage, grantHost }, [sitePage('linkedin/profile-2024')], [SELF]);
  const panel = await panelOf(page);
  await shows(panel, 'Priya Raghunathan');
  await addContact(panel);
  await page.reload();
  const again = await panelOf(page);
  await shows(again, 'Priya Raghunathan');
  await expect(again.getByRole('textbox', { name: 'Note', exact: true })).toBeVisible();
  await expect.poll(() => chipsAt(page, 'chip')).toHaveLength(1);
});

test('the own profile, and a page on its way to another, show nobody', async ({
  context,
  page,
  openPage,
  grantHost,
}) => {
  const own = sitePage('linkedin/profile-own');
  const stale = sitePage('linkedin/profile-stale');
  await openSite(
    { context, page, openPage, grantHost },
    [own, stale],
    [SELF, handle('Known new', 'linkedin:somebody-new')],
  );
  for (const url of [own.url, stale.url]) {
    await page.goto(url);
    const panel = await panelOf(page);
    await expect(panel.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(panel.getByRole('textbox', { name: 'Note', exact: true })).toHaveCount(0);
    await expect(panel.locator('body')).not.toContainText('Known');
    expect(await chipsAt(page, 'chip')).toEqual([]);
  }
});
