import type { Frame, Page } from '@playwright/test';
import { expect, test } from '../support/extension.ts';
import { asking } from '../support/hostile/secrets.ts';
import { MAIL, startHostileSite } from '../support/hostile/site.ts';
import { panelOf, switchOn } from '../support/product.ts';

test.use({ viewport: { width: 1280, height: 900 } });

/** Markup, attributes, templates, entities and writing direction. `data-injected` marks an element that a text became. */
const TEXTS = [
  '<img src=x onerror="document.title=1" data-injected>',
  '"><svg onload=alert(1) data-injected></svg>',
  "'><script data-injected>document.title=1</script>",
  '<a href="javascript:alert(1)" data-injected>Ada</a>',
  '{{constructor.constructor("alert(1)")()}} <%= 7 %> &lt;b data-injected&gt;',
  '\u202Egnp.exe\u202C Ada',
];

/** Elements and links that no text may become, and inline handlers. */
const injected = (place: Page | Frame): Promise<string[]> =>
  place.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(
        (element) =>
          element.matches('[data-injected], script:not([src]), iframe, object, embed, base') ||
          /^\s*(javascript|data|vbscript):/i.test(element.getAttribute('href') ?? '') ||
          [...element.attributes].some(({ name }) => name.startsWith('on')),
      )
      .map((element) => element.outerHTML.slice(0, 200)),
  );

test('texts stay texts in every view of panel and workspace', async ({ context, openPage, grantHost }) => {
  const site = await startHostileSite();
  await switchOn({ openPage, grantHost }, site.url);
  const workspace = await openPage('workspace.html');
  const ask = asking(workspace);
  const ids: string[] = [];
  for (const [index, text] of TEXTS.entries()) {
    const { id } = (await ask('contacts.add', {
      draft: {
        name: text,
        // The first is the sender of the attacker's mail.
        points: [
          {
            kind: 'email',
            value: index === 0 ? 'zq@lab.test' : `t${index}@lab.test`,
            label: text.slice(0, 80),
          },
        ],
        facts: ['company', 'title', 'place', 'other'].map((field) => ({ field, value: text })),
        tags: [text.replaceAll('/', '|')],
        dates: [{ kind: 'other', label: text, date: { calendar: 'gregorian', month: 3, day: 4 } }],
      },
    })) as { id: string };
    ids.push(id);
    await ask('notes.add', { contactIds: [id], text, pinned: true });
    await ask('tasks.add', { title: text, contactIds: [id], due: { date: '2020-01-02' } });
    const mail = { type: 'mail', direction: 'in', at: Date.now(), precision: 'minute' } as const;
    await ask('activities.log', {
      activity: { ...mail, contactIds: [id], subject: text, text, link: 'javascript:alert(1)' },
    });
  }

  const places = ['today', 'contacts', 'companies', 'tags', 'settings', ...ids.map((id) => `contacts/${id}`)];
  for (const place of places) {
    await workspace.evaluate((hash) => {
      location.hash = hash;
    }, `#/${place}`);
    const text = place.startsWith('contacts/') ? TEXTS[ids.indexOf(place.slice(9))] : TEXTS[0];
    if (place !== 'settings')
      await expect(
        workspace.getByText((text as string).replaceAll(place === 'tags' ? '/' : '\0', '|')).first(),
      ).toBeVisible();
    expect([place, await injected(workspace)]).toEqual([place, []]);
  }
  await workspace.keyboard.press('Control+k');
  await workspace.keyboard.type('<img');
  await expect(workspace.getByRole('option').filter({ hasText: '<img src=x' }).first()).toBeVisible();
  expect(await injected(workspace)).toEqual([]);

  const page = await context.newPage();
  await page.goto(site.url + MAIL);
  const panel = await panelOf(page);
  await expect(panel.getByRole('heading', { level: 1, name: TEXTS[0] as string })).toBeVisible();
  await panel.getByRole('button', { name: 'All', exact: true }).click();
  await expect(panel.getByRole('button', { name: 'Delete note' }).first()).toBeVisible();
  expect(await injected(panel)).toEqual([]);
  const chip = page.locator('[data-sidelight=chip]').first();
  await chip.hover();
  expect(await page.locator('[data-injected]').count()).toBe(0);
  await site.stop();
});
