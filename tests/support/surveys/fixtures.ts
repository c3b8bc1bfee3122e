import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { AuthorForm, Form, Texts } from '../../../lib/surveys/form.ts';
import { inLanguage } from '../../../lib/surveys/language.ts';
import { BARE_WORKSPACE } from '../bare-workspace.ts';
import { test as base, expect } from '../extension.ts';
import { asking } from '../hostile/secrets.ts';
import { startHub, type TestHub } from '../hub.ts';
import { ensureWidget, WIDGET } from '../widget/built.ts';
import { type Site, startSite } from '../widget/site.ts';

export { expect };

/** What is asked of the store as the workspace asks it. */
export type Ask = ReturnType<typeof asking>;

export interface Desk {
  /** Where it is asked: nothing of the workspace is loaded there. */
  page: Page;
  ask: Ask;
  /** What the snippet pins. */
  key: string;
}

export interface Published {
  id: string;
  code: string;
}

const en = (text: string): Texts => ({ en: text });

/** A question how likely they are to recommend, and why: shown at once, as often as the test wants. */
export function npsSurvey(code: string, more: Partial<AuthorForm> = {}): AuthorForm {
  return {
    v: 1,
    id: code,
    version: 0,
    kind: 'survey',
    title: en('Kiln Street'),
    lang: 'en',
    langs: ['en'],
    pages: [
      {
        id: 'p1',
        questions: [
          {
            id: 'q1',
            type: 'nps',
            title: en('How likely are you to recommend Kiln Street to a friend?'),
            required: true,
            ends: [en('Not at all likely'), en('Extremely likely')],
          },
        ],
      },
      { id: 'p2', questions: [{ id: 'q2', type: 'longtext', title: en('What is the main reason?') }] },
    ],
    endings: [{ id: 'e1', title: en('Thank you.') }],
    show: { place: 'popover', on: { after: 0 }, again: 0, quiet: 0 },
    ...more,
  };
}

/** The survey of `npsSurvey` in one language, as it stands in a page without a hub. */
export function npsInEnglish(code: string): Form {
  return inLanguage(npsSurvey(code), 'en');
}

/** The survey widget as its package brings it, in one script. */
export function widgetScript(): string {
  ensureWidget();
  return readFileSync(path.join(WIDGET, 'all.js'), 'utf8');
}

/** The policy of the strictest of websites: nothing but scripts with this number, and answers to the hub. */
export function strictPolicy(hub: string | null, nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    ...(hub ? [`connect-src ${hub}`] : []),
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** Puts a page on the website that has the widget from its package under the strictest policy. */
export function strictPage(site: Site, at: string, config: Record<string, unknown>, script = ''): void {
  const hub = typeof config.hub === 'string' ? config.hub : null;
  site.set('/all.js', { html: widgetScript(), type: 'text/javascript; charset=utf-8' });
  site.set(at, {
    headers: { 'Content-Security-Policy': strictPolicy(hub, 'kiln') },
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Kiln Street</title></head><body><h1>Made this week</h1><script type="module" nonce="kiln">import { sidelight } from '/all.js'; sidelight('init', ${JSON.stringify(config)}); ${script}</script></body></html>`,
  });
}

/** Answers the survey of `npsSurvey` as a visitor does. */
export async function answerNps(page: Page, score: number, reason: string): Promise<void> {
  await page.getByRole('radio', { name: String(score), exact: true }).click();
  await page.getByRole('textbox', { name: 'What is the main reason?' }).fill(reason);
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Thank you.')).toBeVisible();
}

/** Closed shadow roots are opened for the test's eyes. */
export const OPEN_ROOTS = () => {
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    return attachShadow.call(this, { ...options, mode: 'open' });
  };
};

/** A port on which a `fetch` handler answers, as a platform without servers would call it. */
export async function serve(handle: (request: Request) => Promise<Response>) {
  const server = createServer(async (incoming, outgoing) => {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece as Buffer);
    const { method = 'GET', headers, url } = incoming;
    const body = method === 'GET' || method === 'HEAD' ? undefined : Buffer.concat(pieces);
    const answer = await handle(
      new Request(`http://${headers.host}${url}`, {
        method,
        headers: headers as Record<string, string>,
        body,
      }),
    );
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Takes all forms off the hub. */
async function withdrawAll({ url, space, token }: TestHub): Promise<void> {
  const api = `${url}/v1/${space}/forms`;
  const { forms } = (await (await fetch(api)).json()) as { forms: { id: string }[] };
  const headers = { Authorization: `Bearer ${token}` };
  for (const { id } of forms) {
    const gone = await fetch(`${api}/${id}`, { method: 'DELETE', headers });
    if (!gone.ok) throw new Error(`The hub keeps the form ${id}: ${gone.status}`);
  }
}

export const test = base.extend<
  {
    desk: Desk;
    /** The workspace, loaded into the page of the desk. */
    workspace: Page;
    /** Saves a survey and publishes it; with a hub that is connected, there too. */
    publish: (form: AuthorForm, name?: string) => Promise<Published>;
    visitor: Page;
    site: Site;
    /** One for each worker of the runner. No form of an earlier test is open at it: a visitor would be shown that one. */
    hub: TestHub;
  },
  { hubProcess: TestHub }
>({
  hubProcess: [
    // biome-ignore lint/correctness/noEmptyPattern: a fixture without others is written like this
    async ({}, use) => {
      ensureWidget();
      const hub = await startHub();
      await use(hub);
      await hub.close();
    },
    { scope: 'worker' },
  ],
  hub: async ({ hubProcess }, use) => {
    await use(hubProcess);
    hubProcess.dropAcks(0);
    await withdrawAll(hubProcess);
  },
  // biome-ignore lint/correctness/noEmptyPattern: a fixture without others is written like this
  site: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.close();
  },
  desk: async ({ openPage }, use) => {
    const page = await openPage(BARE_WORKSPACE);
    const ask = asking(page);
    const { publicKey } = (await ask('hub.key', {})) as { publicKey: string };
    await use({ page, ask, key: publicKey });
  },
  workspace: async ({ desk: { page }, extensionUrl }, use) => {
    await page.goto(extensionUrl('workspace.html#/contacts'));
    await use(page);
  },
  publish: async ({ desk: { ask } }, use) => {
    await use(async (form, name = 'Shop') => {
      const { id } = (await ask('surveys.add', { name, form })) as { id: string };
      await ask('surveys.publish', { id });
      if (await ask('hub.get', {})) await ask('hub.upload', { surveyId: id });
      const { code } = (await ask('surveys.view', { id })) as { code: string };
      return { id, code };
    });
  },
  visitor: async ({ context }, use) => {
    const page = await context.newPage();
    await page.addInitScript(OPEN_ROOTS);
    await use(page);
  },
});

/** Adds a contact with a mail address. */
export async function addPerson(ask: Ask, name: string, email: string): Promise<string> {
  const { id } = (await ask('contacts.add', {
    draft: { name, points: [{ kind: 'email', value: email }] },
  })) as { id: string };
  return id;
}

/** What stands on a contact's time line of answers to surveys. */
export async function answersOf(ask: Ask, contactId: string): Promise<{ subject: string; text: string }[]> {
  const { items } = (await ask('activities.list', { contactId, limit: 50 })) as {
    items: { type: string; subject: string; text: string }[];
  };
  return items.filter((item) => item.type === 'survey');
}
