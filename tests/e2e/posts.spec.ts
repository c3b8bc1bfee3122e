import type { Frame, Page } from '@playwright/test';
import { faultsIn } from '../support/axe.ts';
import { type EveryPage, everyPage, openAt, switchOnEvery } from '../support/every-site.ts';
import { expect, test } from '../support/extension.ts';
import { panelOf, shows } from '../support/product.ts';
import { callFrom } from '../support/remote-client/index.ts';

test.use({ viewport: { width: 1440, height: 900 } });

/** A post, who wrote it, who commented on it, and what of it stands on the time line. */
const POSTS = [
  {
    name: 'x/post-de',
    author: 'x:ingrid_solheim',
    commented: 'x:answer_p',
    comment: {
      subject: 'hello @trap',
      at: Date.parse('2026-03-05T15:14:00Z'),
      link: 'https://x.com/answer_p/status/43',
    },
    subject: 'Der neue Katalog ist da, danke @trap',
    at: '2026-03-04T08:30:00Z',
  },
  {
    name: 'mastodon/post',
    author: 'mastodon:zq@far.example',
    subject: '新的样品到了 @trap@x.example shop.example/a',
    at: '2026-03-05T15:14',
  },
  {
    name: 'linkedin/post',
    author: 'linkedin:priya-raghunathan-7b1',
    commented: 'linkedin:li-wei-88',
    comment: {
      subject: 'Congratulations, Trap',
      at: Date.parse('2026-03-03T00:51:24.472Z'),
      link: 'https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7434000000000000000/?commentUrn=urn%3Ali%3Acomment%3A(activity%3A7434000000000000000%2C7434400000000000000)',
    },
    more: {
      subject: 'When may we come?',
      at: Date.parse('2026-03-03T14:06:08.188Z'),
      link: 'https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7434000000000000000/?commentUrn=urn%3Ali%3Acomment%3A(activity%3A7434000000000000000%2C7434600000000000000)',
    },
    subject: 'We move to the new yard in May. Trap',
    at: '2026-03-01T22:21:57.041Z',
  },
  {
    name: 'weibo/post',
    author: 'weibo:4711471147',
    commented: 'weibo:555000111',
    comment: {
      subject: '恭喜@陷阱',
      at: Date.parse('2026-03-05T11:02'),
      link: 'https://weibo.com/4711471147/QaBcDeFgH',
    },
    subject: '新车间五月开工 @陷阱',
    at: '2026-03-05T10:21',
  },
];

const logged = async (workspace: Page, contactId: string) =>
  (await callFrom<{ items: { id: string; subject: string }[] }>(workspace, 'activities.list', { contactId }))
    .items;

async function log(panel: Frame, what: 'post' | 'comment' = 'post'): Promise<void> {
  await panel.getByRole('button', { name: `Log this ${what}` }).click();
  await expect(panel.getByText('Logged', { exact: true })).toBeVisible();
}

test('a post of X, Mastodon, LinkedIn and Weibo is logged once with its day, its link and its first line, for who wrote it and who commented, and is taken back', async ({
  context,
  openPage,
  grantHost,
}) => {
  const all = everyPage();
  const pages = POSTS.map(({ name }) => all.find((page) => page.name === name) as EveryPage);
  const workspace = await switchOnEvery(
    { openPage, grantHost },
    pages.map(({ url }) => url),
  );
  const ids = new Map<string, string>();
  for (const handle of POSTS.flatMap(({ author, commented }) => [author, commented ?? []].flat())) {
    const draft = { name: `Known ${handle}`, points: [{ kind: 'handle', value: handle }] };
    ids.set(handle, (await callFrom<{ id: string }>(workspace, 'contacts.add', { draft })).id);
  }
  for (const [at, post] of POSTS.entries())
    await test.step(post.name, async () => {
      const page = pages[at] as EveryPage;
      const tab = await openAt(context, all, page);
      const panel = await panelOf(tab);
      const author = ids.get(post.author) as string;
      await shows(panel, `Known ${post.author}`);
      // Looking at it keeps nothing.
      expect(await logged(workspace, author)).toEqual([]);
      await log(panel);
      expect(await faultsIn(panel)).toEqual([]);
      const expected = {
        at: Date.parse(post.at),
        subject: post.subject,
        link: page.expected?.permalink,
        direction: null,
        text: '',
      };
      const items = await logged(workspace, author);
      expect(items).toHaveLength(1);
      expect(items[0]).toMatchObject(expected);
      if (process.env.LOOK) await tab.screenshot({ path: `${process.env.LOOK}-${at}.png` });

      if (post.commented) {
        await tab.locator('[data-sidelight=chip]').nth(1).click();
        await shows(panel, `Known ${post.commented}`);
        await log(panel, 'comment');
        const commenter = ids.get(post.commented) as string;
        expect(await logged(workspace, commenter)).toMatchObject([
          { ...post.comment, direction: null, text: '' },
        ]);
        if (post.more) {
          // Another one of theirs on the same page: not logged with the first, and of it only what is its own.
          await tab.locator('[data-sidelight=chip]').last().click();
          await log(panel, 'comment');
          const both = [post.more, post.comment];
          expect(await logged(workspace, commenter)).toMatchObject(both);
          await tab.locator('[data-sidelight=chip]').nth(1).click();
          await expect(panel.getByText('Logged', { exact: true })).toBeVisible();
          await callFrom(workspace, 'activities.delete', {
            ids: (await logged(workspace, commenter)).slice(1).map(({ id }) => id),
          });
          // Each by itself: taken back is the one whose chip stands for it.
          await expect(panel.getByRole('button', { name: 'Log this comment' })).toBeVisible();
          await tab.locator('[data-sidelight=chip]').last().click();
          await expect(panel.getByText('Logged', { exact: true })).toBeVisible();
          expect(await logged(workspace, commenter)).toMatchObject([post.more]);
        }
        expect(await logged(workspace, author)).toHaveLength(1);
      }
      await tab.reload();
      const again = await panelOf(tab);
      await shows(again, `Known ${post.author}`);
      await expect(again.getByText('Logged', { exact: true })).toBeVisible();
      await expect(again.getByRole('button', { name: 'Log this post' })).toHaveCount(0);
      await tab.close();
    });

  const [first] = POSTS;
  const tab = await openAt(context, all, pages[0] as EveryPage);
  const panel = await panelOf(tab);
  await callFrom(workspace, 'activities.delete', {
    ids: (await logged(workspace, ids.get(first?.author as string) as string)).map(({ id }) => id),
  });
  await log(panel);
  await panel.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(panel.getByRole('button', { name: 'Log this post' })).toBeVisible();
  expect(await logged(workspace, ids.get(first?.author as string) as string)).toEqual([]);
});
