/** What the attacker's page has heard. */
export interface Loot {
  /** Keys and input, wherever the event was born. */
  keys: string[];
  messages: string[];
  /** Markup of every node that was added and every attribute that was changed by somebody. */
  changes: string[];
  /** Names and sources of performance entries. */
  entries: string[];
  violations: string[];
  /** Calls of functions that the page replaced, with what was handed to them. */
  calls: string[];
}

declare global {
  interface Window {
    loot: Loot;
  }
}

/**
 * Runs as the first script of the attacker's page, as text: it may use nothing from outside. Functions of the language and
 * of the document are replaced by ones that write down their arguments.
 */
export function spy(): void {
  const loot: Loot = { keys: [], messages: [], changes: [], entries: [], violations: [], calls: [] };
  window.loot = loot;
  const stringify = JSON.stringify;
  const describe = (value: unknown): string => {
    try {
      return value instanceof Node ? `<${value.nodeName}>` : (stringify(value) ?? String(value));
    } catch {
      return String(value);
    }
  };

  const heard = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste', 'compositionupdate'];
  for (const type of heard)
    window.addEventListener(
      type,
      (event) => {
        const { key, data } = event as unknown as { key?: string; data?: string };
        loot.keys[loot.keys.length] = `${type} ${key ?? data ?? ''}`;
      },
      true,
    );
  window.addEventListener('message', (event) => {
    loot.messages[loot.messages.length] = describe(event.data);
  });
  document.addEventListener('securitypolicyviolation', (event) => {
    loot.violations[loot.violations.length] =
      `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`;
  });

  new MutationObserver((records) => {
    for (const { addedNodes, target, attributeName } of records) {
      if (attributeName)
        loot.changes[loot.changes.length] =
          `${attributeName}=${(target as Element).getAttribute(attributeName)}`;
      for (const node of addedNodes)
        loot.changes[loot.changes.length] =
          node instanceof Element ? node.outerHTML : String(node.textContent);
    }
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });

  for (const type of PerformanceObserver.supportedEntryTypes)
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) loot.entries[loot.entries.length] = describe(entry);
    }).observe({ type, buffered: true });

  const replace = (owner: object, name: string) => {
    const original = Reflect.get(owner, name) as (...words: unknown[]) => unknown;
    Object.defineProperty(owner, name, {
      configurable: true,
      writable: true,
      value(this: unknown, ...words: unknown[]) {
        loot.calls[loot.calls.length] = `${name}(${words.map(describe).join()})`;
        return Reflect.apply(original, this, words);
      },
    });
  };
  replace(Element.prototype, 'attachShadow');
  replace(Element.prototype, 'after');
  replace(Element.prototype, 'append');
  replace(Element.prototype, 'setAttribute');
  replace(Document.prototype, 'createElement');
  replace(CSSStyleSheet.prototype, 'replaceSync');
  replace(Crypto.prototype, 'getRandomValues');
  replace(CustomElementRegistry.prototype, 'define');
  replace(JSON, 'stringify');
  replace(window, 'postMessage');

  const source = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'src');
  Object.defineProperty(HTMLIFrameElement.prototype, 'src', {
    ...source,
    set(value: string) {
      loot.calls[loot.calls.length] = `src=${value}`;
      source?.set?.call(this, value);
    },
  });
  // Whatever assigns one of these to an object without its own is caught.
  for (const name of ['marks', 'known', 'word', 'token', 'contexts', 'contactPoints', 'generation'])
    Object.defineProperty(Object.prototype, name, {
      configurable: true,
      set(value: unknown) {
        loot.calls[loot.calls.length] = `${name}=${describe(value)}`;
        Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
      },
    });
}
