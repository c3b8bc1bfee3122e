import type { Webmail } from './index.ts';

/** The little of a page that both drivers share. */
type Form = {
  goto(url: string): Promise<unknown>;
  evaluate<Result>(task: (words: string[]) => Result, words: string[]): Promise<Result>;
};

/** Resolves when the selector is found. It asks again and again: Puppeteer's own wait for Firefox does not outlive a navigation. */
async function appears(page: Form, selector: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const found = await page
      .evaluate(([wanted]) => document.querySelector(wanted ?? '') !== null, [selector])
      .catch(() => false);
    if (found) return;
    if (Date.now() > deadline) throw new Error(`Roundcube shows no ${selector}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

interface Cookie {
  name: string;
  value: string;
}

/** The cookies of a browser that Playwright drives; Puppeteer's pages have none of it. */
interface Jar {
  context?(): {
    cookies(url: string): Promise<Cookie[]>;
    addCookies(cookies: (Cookie & { url: string })[]): Promise<void>;
  };
}

/** The session that each webmail gave at the last log-in: the next browser goes on with it, as after a restart. */
const sessions = new WeakMap<Webmail, Cookie[]>();

/** Opens the list of mails, logging in where the webmail asks for it; for a page of Playwright or of Puppeteer. */
export async function logIn(page: Form & Jar, webmail: Webmail): Promise<void> {
  const jar = page.context?.();
  const known = sessions.get(webmail);
  if (jar && known) await jar.addCookies(known.map(({ name, value }) => ({ name, value, url: webmail.url })));
  await page.goto(known ? `${webmail.url}?_task=mail` : webmail.url);
  await appears(page, '#rcmloginuser, #messagelist tr.message');
  const asks = await page.evaluate(() => document.querySelector('#rcmloginuser') !== null, []);
  if (asks)
    await page.evaluate(
      ([user, password]) => {
        (document.querySelector('#rcmloginuser') as HTMLInputElement).value = user ?? '';
        (document.querySelector('#rcmloginpwd') as HTMLInputElement).value = password ?? '';
        (document.querySelector('#rcmloginsubmit') as HTMLElement).click();
      },
      [webmail.user, webmail.password],
    );
  await appears(page, '#messagelist tr.message');
  if (!jar) return;
  const cookies = await jar.cookies(webmail.url);
  sessions.set(
    webmail,
    cookies.filter(({ name }) => name.startsWith('roundcube_')),
  );
}

/** What the list of mails shows, a line a mail: sender and subject. Runs in the page. */
export const listedMails = (): { from: string; subject: string }[] =>
  [...document.querySelectorAll('#messagelist tr.message')].map((row) => ({
    from: row.querySelector('.fromto .rcmContactAddress')?.textContent ?? '',
    subject: row.querySelector('.subject a')?.textContent?.trim() ?? '',
  }));
