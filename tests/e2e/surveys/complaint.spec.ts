import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { complaint } from '../../../lib/surveys/templates/complaint.ts';
import { faultsIn } from '../../support/axe.ts';
import { ROOT } from '../../support/build.ts';
import { addPerson, answersOf, expect, test } from '../../support/surveys/fixtures.ts';

const SHOWN = process.env.SIDELIGHT_PICTURES
  ? readFileSync(path.join(ROOT, 'docs', 'complaints.md'), 'utf8')
  : '';

/** Where a picture of the walk is written: the page that tells of it shows some of them. */
const placeOf = (file: string): string =>
  path.join(ROOT, SHOWN.includes(`images/${file}`) ? 'docs/images' : '.screens', file);

const WALKS = [
  {
    language: 'en',
    locale: 'en-GB',
    said: {
      what: 'What happened',
      chipped: 'One of four bowls came with a chipped rim',
      again: 'Send it again',
      mail: 'Your mail',
      send: 'Send',
      received: 'Received. A person answers.',
      cases: 'Cases',
      given: 'Reply given',
      expectation: 'What the customer expects',
      bowl: 'A whole bowl before Friday',
      cause: 'What it came from',
      packed: 'Packed without a divider',
      resolve: 'Resolve',
      close: 'Close',
      told: 'Told the customer',
      after: 'After it is resolved',
      again30: /Look again on/,
      timeline: 'Timeline',
      toldLine: 'Customer told',
    },
  },
  {
    language: 'zh-Hans',
    locale: 'zh-CN',
    said: {
      what: '发生了什么',
      chipped: '四只碗里有一只碗边磕了',
      again: '重新发一份',
      mail: '您的邮箱',
      send: '提交',
      received: '已收到，会有专人答复。',
      cases: '工单',
      given: '已回复',
      expectation: '客户的期望',
      bowl: '周五之前收到一只完好的碗',
      cause: '起因',
      packed: '包装时没有放隔板',
      resolve: '标为已解决',
      close: '关闭',
      told: '已告知客户',
      after: '解决之后',
      again30: /回访/,
      timeline: '时间线',
      toldLine: '已告知客户',
    },
  },
] as const;

for (const { language, locale, said } of WALKS) {
  test.describe(language, () => {
    test.use({ locale });

    test(`a complaint from the form to "told the customer" (${language})`, async ({
      desk: { ask, key },
      workspace,
      hub,
      publish,
      visitor,
    }) => {
      const shot = (page: Page, name: string) =>
        page.screenshot({
          path: placeOf(`complaint-${name}-${language}.png`),
          animations: 'disabled',
        });
      await ask('device.set', { device: { language } });
      const lena = await addPerson(ask, 'Lena Wirth', 'lena.wirth@lab.test');
      await ask('hub.connect', { address: hub.connection });
      const { code } = await publish(complaint, 'Complaints');

      await visitor.setViewportSize({ width: 360, height: 720 });
      await visitor.goto(`${hub.url}/f/${hub.space}/${code}#${key}`);
      await visitor.getByRole('textbox', { name: said.what }).fill(said.chipped);
      await visitor.getByText(said.again, { exact: true }).click();
      await visitor.getByRole('textbox', { name: said.mail }).fill('lena.wirth@');
      await visitor.getByRole('button', { name: said.send }).click();
      await expect(visitor.getByRole('textbox', { name: said.mail })).toHaveAttribute('aria-invalid', 'true');
      await shot(visitor, 'form');
      await visitor.getByRole('textbox', { name: said.mail }).fill('lena.wirth@lab.test');
      await visitor.getByRole('button', { name: said.send }).click();
      await expect(visitor.getByText(said.received)).toBeVisible();
      const receipt = await visitor.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).innerText();
      await shot(visitor, 'receipt');

      await expect
        .poll(async () => {
          await ask('hub.pull', {});
          return (await ask('cases.list', {})) as unknown[];
        })
        .toMatchObject([{ kind: 'complaint', state: 'new', contacts: [{ id: lena }] }]);
      await workspace.reload();
      await workspace.getByRole('link', { name: said.cases, exact: true }).click();
      const number = workspace.getByRole('link', { name: /^[2-9A-Z]{4}-[2-9A-Z]{4}$/ });
      expect(await number.innerText()).toBe(receipt);
      await shot(workspace, 'list');
      await number.click();
      await expect(workspace.getByRole('heading', { level: 1 })).toContainText(said.chipped.slice(0, 10));
      await shot(workspace, 'case');
      expect(await faultsIn(workspace)).toEqual([]);
      await expect(workspace.getByRole('button', { name: said.resolve })).toBeDisabled();
      await workspace.getByRole('button', { name: said.given, exact: true }).click();
      await workspace.getByRole('textbox', { name: said.expectation }).fill(said.bowl);
      await workspace.getByRole('textbox', { name: said.cause }).fill(said.packed);
      await workspace.getByRole('textbox', { name: said.cause }).blur();
      await workspace.getByRole('button', { name: said.resolve }).click();
      const after = workspace.getByRole('region', { name: said.after });
      await after.getByRole('button', { name: said.told }).click();
      await expect(after.getByText(said.again30)).toBeVisible();
      // What was said at the foot of the page stands over it for a while.
      await workspace.getByRole('button', { name: said.close, exact: true }).first().click();
      await shot(workspace, 'told');
      expect(await faultsIn(workspace)).toEqual([]);

      await workspace.goto(`${workspace.url().split('#')[0]}#/contacts/${lena}`);
      const timeline = workspace.getByRole('region', { name: said.timeline });
      await expect(timeline.getByText(said.toldLine)).toBeVisible();
      expect(await answersOf(ask, lena)).toHaveLength(1);
    });
  });
}
