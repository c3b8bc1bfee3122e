/** A page as Gmail's that changes from mail to mail within itself, with a book of what it showed. */

export interface Correspondent {
  name: string;
  address: string;
}

export const OWNER = 'mia.keller@lumen.example';

/** Where a chip was put, and who stood there at that moment. */
export interface Put {
  address: string;
}

export interface FastMailbox {
  /** Opens mail `number`; `reuse` writes it into the elements of the mail before. */
  open(number: number, reuse: boolean): void;
  puts: Put[];
}

/** Runs in the page, as text. */
export function mailbox(people: Correspondent[]): void {
  const main = document.querySelector('[role=main]') as HTMLElement;
  const puts: Put[] = [];
  const fill = (number: number) => {
    const { name, address } = people[number] as Correspondent;
    const id = (0x18f0000000000000n + BigInt(number)).toString(16);
    const [subject, mail, sender] = ['h2.hP', '.adn', '.gD'].map((one) => main.querySelector(one));
    subject?.setAttribute('data-legacy-thread-id', id);
    mail?.setAttribute('data-message-id', `#msg-f:${number}`);
    mail?.setAttribute('data-legacy-message-id', id);
    sender?.setAttribute('email', address);
    sender?.setAttribute('name', name);
    if (subject) subject.textContent = `Subject ${number}`;
    if (sender) sender.textContent = name;
    location.hash = `inbox/${id}`;
  };
  const draw = () => {
    main.innerHTML = `<h2 class="hP"></h2><div class="adn ads h7"><h3 class="iw"><span class="gF"><span class="gD"></span></span></h3>
<span class="g3" title="Mar 5, 2026, 3:14 PM"></span><span class="hb">to <span class="g2" email="mia.keller@lumen.example" name="me">me</span></span>
<div class="ii gt"><div class="a3s aiL">Hello</div></div></div>`;
  };
  // Told before the page's next task, so that nothing is opened in between.
  new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
      if (node instanceof HTMLElement && node.dataset.sidelight === 'chip')
        puts.push({ address: node.previousElementSibling?.getAttribute('email') ?? '' });
  }).observe(main, { childList: true, subtree: true });
  const open = (number: number, reuse: boolean) => {
    if (!reuse || !main.querySelector('.gD')) draw();
    fill(number);
  };
  Object.assign(window, { mailbox: { open, puts } satisfies FastMailbox });
}

/** The whole page, to be served at Gmail's address. */
export const fastMailbox = (people: Correspondent[]): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Inbox - ${OWNER} - Gmail</title></head>
<body><a href="https://accounts.google.com/SignOutOptions?hl=en" aria-label="Google Account: Mia Keller (${OWNER})"></a>
<div class="nH bkK"><div class="aeF"><div class="nH"><div class="nH" role="main"></div></div></div></div>
<script>(${mailbox})(${JSON.stringify(people)})</script></body></html>`;
