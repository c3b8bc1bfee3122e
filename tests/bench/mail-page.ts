import type { BrowserContext, Page } from '@playwright/test';

/** Address at which the stand-in for a webmail answers: the real one, so that the real recipe reads it. */
export const MAIL_URL = 'https://mail.google.com/mail/u/0/';

/** A page of one document that swaps its main region, as Gmail does. `mail` is what the bench drives it by. */
const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Inbox - owner@home.example - Gmail</title>
<style>body{margin:0;font:14px sans-serif}tr.zA td{height:32px}main{overflow:auto}</style></head><body>
<div class="nH bbg" role="banner"><a href="https://accounts.google.com/SignOutOptions" aria-label="Google Account: Owner (owner@home.example)">Owner</a></div>
<div class="nH bkK"><div class="aeF"><div class="nH" id="place"></div></div></div>
<script>
const place = document.getElementById('place');
const now = () => performance.timeOrigin + performance.now();
const escape = (text) => text.replace(/[&<"]/g, (one) => '&#' + one.charCodeAt(0) + ';');
const row = ({ name, address }) =>
  '<tr class="zA yO"><td class="yX xY"><div class="yW"><span class="bA4"><span class="yP" email="' + address +
  '" name="' + escape(name) + '">' + escape(name) + '</span></span></div></td><td>Samples and prices</td></tr>';
let thread = 0;
globalThis.mail = {
  now,
  /** Shows a thread of one message; answers the moment at which its header went into the page. */
  open({ name, address }) {
    thread += 1;
    const key = (0x18f0000000000000n + BigInt(thread)).toString(16);
    const main = document.createElement('div');
    main.className = 'nH g id';
    main.setAttribute('role', 'main');
    main.innerHTML = '<h2 class="hP" data-legacy-thread-id="' + key + '">Samples ' + thread + '</h2>' +
      '<div class="adn ads h7" data-message-id="#msg-f:' + thread + '" data-legacy-message-id="' + key + '"><h3 class="iw"><span class="qu">' +
      '<span email="' + address + '" name="' + escape(name) + '" class="gD"><span>' + escape(name) + '</span></span></span></h3>' +
      '<span class="g3" title="Mar 5, 2026, 3:14 PM">Mar 5</span>' +
      '<span class="hb">to <span email="owner@home.example" name="me" class="g2">me</span></span>' +
      '<div class="ii gt"><div class="a3s aiL">Hello, please send the samples.</div></div></div>';
    const at = now();
    place.replaceChildren(main);
    return at;
  },
  /** Shows an empty list. */
  list() {
    place.innerHTML = '<div class="nH" role="main"><table class="F cf zt"><tbody id="rows"></tbody></table></div>';
  },
  /** Adds rows to the list, all at once. */
  add(people) {
    document.getElementById('rows').insertAdjacentHTML('beforeend', people.map(row).join(''));
  },
};
</script></body></html>`;

export interface MailPerson {
  name: string;
  address: string;
}

/** What the page answers to. */
export interface Mail {
  now(): number;
  open(person: MailPerson): number;
  list(): void;
  add(people: MailPerson[]): void;
}

/** Opens the page; nothing reaches the real host. */
export async function openMail(context: BrowserContext): Promise<Page> {
  await context.route('https://mail.google.com/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: HTML }),
  );
  const page = await context.newPage();
  await page.goto(`${MAIL_URL}#inbox`);
  return page;
}
