import type { Webmail } from './index.ts';

/** The little of a page that both drivers share. */
type Form = {
  goto(url: string): Promise<unknown>;
  evaluate(task: (words: string[]) => void, words: string[]): Promise<unknown>;
  waitForSelector(selector: string): Promise<unknown>;
};

/** Logs in and waits for the list of mails; for a page of Playwright or of Puppeteer. */
export async function logIn(page: Form, webmail: Webmail): Promise<void> {
  await page.goto(webmail.url);
  await page.waitForSelector('#rcmloginuser');
  await page.evaluate(
    ([user, password]) => {
      (document.querySelector('#rcmloginuser') as HTMLInputElement).value = user ?? '';
      (document.querySelector('#rcmloginpwd') as HTMLInputElement).value = password ?? '';
      (document.querySelector('#rcmloginsubmit') as HTMLElement).click();
    },
    [webmail.user, webmail.password],
  );
  await page.waitForSelector('#messagelist tr.message');
}

/** What the list of mails shows, a line a mail: sender and subject. Runs in the page. */
export const listedMails = (): { from: string; subject: string }[] =>
  [...document.querySelectorAll('#messagelist tr.message')].map((row) => ({
    from: row.querySelector('.fromto .rcmContactAddress')?.textContent ?? '',
    subject: row.querySelector('.subject a')?.textContent?.trim() ?? '',
  }));
