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

/** Logs in and waits for the list of mails; for a page of Playwright or of Puppeteer. */
export async function logIn(page: Form, webmail: Webmail): Promise<void> {
  await page.goto(webmail.url);
  await appears(page, '#rcmloginuser');
  await page.evaluate(
    ([user, password]) => {
      (document.querySelector('#rcmloginuser') as HTMLInputElement).value = user ?? '';
      (document.querySelector('#rcmloginpwd') as HTMLInputElement).value = password ?? '';
      (document.querySelector('#rcmloginsubmit') as HTMLElement).click();
    },
    [webmail.user, webmail.password],
  );
  await appears(page, '#messagelist tr.message');
}

/** What the list of mails shows, a line a mail: sender and subject. Runs in the page. */
export const listedMails = (): { from: string; subject: string }[] =>
  [...document.querySelectorAll('#messagelist tr.message')].map((row) => ({
    from: row.querySelector('.fromto .rcmContactAddress')?.textContent ?? '',
    subject: row.querySelector('.subject a')?.textContent?.trim() ?? '',
  }));
