import type { Loot } from './spy.ts';

/** What the attacker's page can do. Each function runs in the page, in either browser, and uses nothing from outside. */

/** Every text of the document that a script can get at. */
export function readDocument(): string {
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets];
  const styles = sheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
  const all = [...document.querySelectorAll('*')];
  const generated = all.flatMap((element) =>
    ['::before', '::after', '::marker'].map((part) => getComputedStyle(element, part).content),
  );
  const root = document.documentElement as HTMLElement & { getHTML?(options: object): string };
  return [
    root.outerHTML,
    root.innerText,
    root.textContent,
    root.getHTML?.({ serializableShadowRoots: true, shadowRoots: [] }) ?? '',
    new XMLSerializer().serializeToString(document),
    ...styles,
    ...generated,
  ].join('\n');
}

/** Shadow roots, frames and windows that the page can reach in what others put into it. */
export function reachInside(): string[] {
  const hosts = [...document.querySelectorAll<HTMLElement>('[data-sidelight]')];
  return [
    ...hosts.filter((host) => host.shadowRoot).map(() => 'shadowRoot'),
    ...hosts.filter((host) => host.childNodes.length > 0).map(() => 'childNodes'),
    ...(window.length > 0 ? ['window.frames'] : []),
    ...(document.querySelector('iframe') ? ['iframe'] : []),
    ...hosts.flatMap((host) => {
      const box = host.getBoundingClientRect();
      const path = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return path
        .filter((element) => element !== host && host.contains(element))
        .map(() => 'elementsFromPoint');
    }),
  ];
}

/** Those of the words for which the browser's search, with frames and without, answers otherwise than for nonsense. */
export function findWords(words: readonly string[]): string[] {
  const search = window as unknown as { find(text: string, ...options: boolean[]): boolean };
  const outcome = (word: string) =>
    [true, false].map((inFrames) => {
      getSelection()?.removeAllRanges();
      try {
        return search.find(word, false, false, true, false, inFrames, false);
      } catch (error) {
        return String(error);
      }
    });
  const nonsense = outcome('qzxjvkw').join();
  return words.filter((word) => outcome(word).join() !== nonsense);
}

/** Text of everything that can be selected. */
export function selectEverything(): string {
  const selection = getSelection() as Selection;
  selection.selectAllChildren(document.documentElement);
  const children = selection.toString() + (selection.getRangeAt(0).cloneContents().textContent ?? '');
  document.execCommand('selectAll');
  return `${children}\n${selection.toString()}`;
}

/** Everything that the spy has written down, as one text. */
export function readLoot(): string {
  const loot: Loot = window.loot;
  return Object.values(loot).flat().join('\n');
}

/** What of a host's layout and style differs between two of the same kind. */
export function compareHosts(kind: string): { hosts: number; differences: string[] } {
  const hosts = [...document.querySelectorAll<HTMLElement>(`[data-sidelight="${kind}"]`)];
  const portrait = (host: HTMLElement): Record<string, string> => {
    const style = getComputedStyle(host);
    const places = /^(perspective-origin|transform-origin|inset|top|left|right|bottom)/;
    const box = host.getBoundingClientRect();
    return {
      ...Object.fromEntries(
        [...style].filter((name) => !places.test(name)).map((name) => [name, style.getPropertyValue(name)]),
      ),
      box: `${box.width} ${box.height}`,
      client: `${host.clientWidth} ${host.clientHeight} ${host.offsetWidth} ${host.offsetHeight}`,
      scroll: `${host.scrollWidth} ${host.scrollHeight}`,
      rects: String(host.getClientRects().length),
      markup: host.outerHTML,
      text: `${host.innerText}${host.ariaLabel ?? ''}${host.title}`,
    };
  };
  const [first, ...others] = hosts.map(portrait);
  return {
    hosts: hosts.length,
    differences: others.flatMap((other) =>
      Object.keys(other).filter((name) => other[name] !== first?.[name]),
    ),
  };
}

/** Makes up every event by which a user would work the overlay. */
export function forgeEvents(): void {
  const keys = (code: string) => ({ code, key: code.slice(3), altKey: true, shiftKey: true, bubbles: true });
  for (const target of [window, document, document.body, document.documentElement]) {
    target.dispatchEvent(new KeyboardEvent('keydown', keys('KeyS')));
    target.dispatchEvent(new KeyboardEvent('keydown', keys('KeyH')));
    target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }));
  }
  for (const host of document.querySelectorAll<HTMLElement>('[data-sidelight]')) {
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
    host.click();
    host.focus();
    host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true }));
    host.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
  }
  document.querySelector<HTMLElement>('.send')?.click();
  window.dispatchEvent(new PageTransitionEvent('pagehide'));
}

/** Says everything to everybody who may listen. */
export function forgeMessages(): string[] {
  const message = {
    api: 1,
    op: 'contacts.find',
    input: { text: '' },
    commandId: 'forged-command',
    overlay: 'toggle',
  };
  window.postMessage(message, '*');
  for (const name of ['message', 'sidelight', 'overlay', '__sidelight_overlay__'])
    for (const target of [window, document])
      target.dispatchEvent(new CustomEvent(name, { detail: message, bubbles: true }));
  window.dispatchEvent(
    new MessageEvent('message', { data: message, origin: location.origin, source: window }),
  );
  const world = window as unknown as Record<
    string,
    { runtime?: { sendMessage?: unknown; connect?: unknown } } | undefined
  >;
  return ['chrome', 'browser', '__sidelight_overlay__'].filter((name) =>
    name.startsWith('__') ? world[name] : world[name]?.runtime?.sendMessage || world[name]?.runtime?.connect,
  );
}

/** Which of these addresses answer to a fetch, an image, a script or a style sheet of the page. */
export async function knock(addresses: readonly string[]): Promise<string[]> {
  const loads = (tag: 'img' | 'script' | 'link', url: string) =>
    new Promise<boolean>((resolve) => {
      const element = document.createElement(tag) as HTMLImageElement & HTMLLinkElement;
      element.onload = () => resolve(true);
      element.onerror = () => resolve(false);
      if (tag === 'link') {
        element.rel = 'stylesheet';
        element.href = url;
      } else element.src = url;
      document.head.append(element);
    });
  const tries = addresses.flatMap((url) => [
    fetch(url).then(
      () => true,
      () => false,
    ),
    ...(['img', 'script', 'link'] as const).map((tag) => loads(tag, url)),
  ]);
  const answered = await Promise.all(tries);
  return addresses.filter((_, i) => answered.slice(i * 4, i * 4 + 4).some((answer) => answer));
}

/** Frames an address, and waits until the browser has done with it. */
export async function frameAddress([url, name]: [string, string]): Promise<void> {
  const frame = document.createElement('iframe');
  frame.name = name;
  frame.src = url;
  frame.style.cssText = 'width:360px;height:700px';
  const done = new Promise((resolve) => {
    frame.onload = resolve;
    frame.onerror = resolve;
  });
  document.body.append(frame);
  await done;
}
