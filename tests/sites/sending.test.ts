import { expect, test } from 'vitest';
import { RECIPES } from '@/lib/sites/recipes';
import { fixture, openFixture } from './fixtures';

/** For each webmail: the control of a draft that sends it, and one beside it that keeps it. By selector, or by what it says. */
const DRAFTS: [name: string, send: string, keep?: string][] = [
  ['gmail/compose-zh', '.aoO'],
  ['outlook/compose-zh', '[data-testid=ComposeSendButton]'],
  ['yahoo-mail/compose-whole-zh', '[data-test-id=compose-send-button]'],
  ['proton-mail/compose-fr', '[data-testid="composer:send-button"]'],
  ['fastmail/compose-en', '.s-send'],
  ['zoho-mail/compose-zh', '.SCBtn'],
  ['qq-mail/compose', '[name=sendbtn]'],
  ['qq-mail-new/compose', '发送', '存草稿'],
  ['qq-mail-new/compose-en', 'Send', 'Save'],
  ['netease-mail/compose-yeah', '发送', '存草稿'],
  ['roundcube/compose-elastic', 'button.send'],
];

test.each(DRAFTS)('%s: a click on what sends the draft is told from others', (name, send, keep) => {
  const page = fixture(name);
  const document = openFixture(page);
  const recipe = RECIPES.find(({ id }) => id === page.expected?.site);
  const find = (control: string) =>
    /^[[.a-z]/.test(control)
      ? document.querySelector(control)
      : [...document.querySelectorAll('*')].findLast(({ textContent }) => textContent?.trim() === control);
  const sends = (control: string) => {
    const element = find(control);
    if (!element) throw new Error(`No ${control} on the page.`);
    return element.closest(recipe?.send ?? ':not(*)') !== null;
  };
  expect(sends(send)).toBe(true);
  if (keep) expect(sends(keep)).toBe(false);
  expect(document.body.matches(recipe?.send ?? '*')).toBe(false);
});
