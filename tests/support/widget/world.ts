import type { Page } from '@playwright/test';
import type { Answer, Payload } from '../../../lib/surveys/answer.ts';
import type { Form } from '../../../lib/surveys/form.ts';
import { startHub, type TestHub } from '../hub.ts';
import { test as base, expect } from '../plain-browser.ts';
import { ensureWidget } from './built.ts';
import { makeKeys, type TestKeys } from './keys.ts';
import { type Site, startSite } from './site.ts';

/** A hub, a website of somebody else's, and the keys of a workspace. */
export interface World {
  hub: TestHub;
  site: Site;
  keys: TestKeys;
  /** Puts a form on the hub, in one language or several. */
  publish(...forms: Form[]): Promise<void>;
  /** Closes a form at the hub: it takes no answers any more. */
  shut(form: Form): Promise<void>;
  /** Takes all forms off the hub. */
  withdrawAll(): Promise<void>;
  /** All that was posted to the hub so far, opened. */
  received(): Promise<Payload[]>;
  /** Waits until so many answers of a form are there; the last of each submission counts. */
  answers(form: string, count?: number): Promise<Answer[]>;
  snippet(more?: Record<string, unknown>): string;
  /** A page of the website with the snippet. */
  page(body?: string, more?: { head?: string; config?: Record<string, unknown> }): string;
}

/** @returns a world for what is no test; whoever starts it closes it */
export async function startWorld(): Promise<World & { close(): Promise<void> }> {
  ensureWidget();
  const [hub, site, keys] = await Promise.all([startHub(), startSite(), makeKeys()]);
  const api = `${hub.url}/v1/${hub.space}`;
  const headers = { Authorization: `Bearer ${hub.token}` };
  const snippet = (more: Record<string, unknown> = {}) => {
    const config = JSON.stringify({ hub: hub.url, space: hub.space, key: keys.key, ...more });
    return `<script>window.sidelight=window.sidelight||function(){(sidelight.q=sidelight.q||[]).push(arguments)};sidelight('init',${config})</script><script async src="${hub.url}/w.js"></script>`;
  };
  const received = async () => {
    const answer = await fetch(`${api}/answers?after=0&limit=500`, { headers });
    const { answers } = (await answer.json()) as { answers: { sealed: string }[] };
    return Promise.all(answers.map(({ sealed }) => keys.open(sealed)));
  };
  const put = async (state: 'open' | 'closed', [first, ...others]: Form[]) => {
    const body = {
      version: first!.version,
      keyId: keys.keyId,
      state,
      show: first!.show,
      langs: Object.fromEntries([first!, ...others].map((form) => [form.lang, form])),
    };
    const answer = await fetch(`${api}/forms/${first!.id}`, {
      method: 'PUT',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`The hub refuses the form: ${answer.status} ${await answer.text()}`);
  };
  return {
    hub,
    site,
    keys,
    snippet,
    received,
    publish: (...forms) => put('open', forms),
    shut: (form) => put('closed', [form]),
    async withdrawAll() {
      const answer = await fetch(`${api}/forms`);
      const { forms } = (await answer.json()) as { forms: { id: string }[] };
      for (const { id } of forms) await fetch(`${api}/forms/${id}`, { method: 'DELETE', headers });
    },
    async answers(form, count = 1) {
      let found: Answer[] = [];
      await expect
        .poll(async () => {
          const all = (await received()).filter((one): one is Answer => one.form === form && 'values' in one);
          const last = new Map<string, Answer>();
          for (const one of all) if ((last.get(one.id)?.seq ?? -1) < one.seq) last.set(one.id, one);
          found = [...last.values()];
          return found.length;
        })
        .toBe(count);
      return found;
    },
    page: (body = '', { head = '', config } = {}) =>
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Kiln Street</title>${head}</head><body>${body}${snippet(config)}</body></html>`,
    async close() {
      await Promise.all([hub.close(), site.close()]);
    },
  };
}

/** Closed shadow roots are opened for the test's eyes; that they are closed has a test of its own. */
const OPEN_ROOTS = () => {
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (options) {
    return attachShadow.call(this, { ...options, mode: 'open' });
  };
};

export const test = base.extend<{ widget: Page; forget: undefined }, { world: World }>({
  viewport: { width: 1280, height: 800 },
  locale: 'en-US',
  contextOptions: { reducedMotion: 'reduce' },
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: a fixture without others is written like this
    async ({}, use) => {
      const world = await startWorld();
      await use(world);
      await world.close();
    },
    { scope: 'worker' },
  ],
  /** What one test has published is not due in the next. */
  forget: [
    async ({ world }, use) => {
      await use(undefined);
      await world.withdrawAll();
    },
    { auto: true },
  ],
  widget: async ({ page }, use) => {
    await page.addInitScript(OPEN_ROOTS);
    if (process.env.SIDELIGHT_LOUD) {
      page.on('console', (m) => console.log(m.text()));
      page.on('pageerror', (e) => console.log(e.stack));
      page.on('requestfailed', (r) => console.log(r.url(), r.failure()?.errorText));
      page.on('response', async (r) =>
        console.log(r.status(), r.url(), r.url().endsWith('forms') ? await r.text() : ''),
      );
    }
    await use(page);
  },
});

export { expect };
