/** A host element whose inside the page cannot reach: a closed root, styled by adopted sheets so that no page policy matters. */
export function createShadow(name: string, css: string): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement('span');
  host.setAttribute('data-sidelight', name);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{all:initial!important}${css}`);
  root.adoptedStyleSheets = [sheet];
  return { host, root };
}
