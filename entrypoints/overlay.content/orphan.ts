import { createShadow } from './shadow';
import { WORDS } from './words';

const CSS = `
:host{position:fixed!important;right:16px!important;bottom:16px!important;z-index:2147483647!important}
button{font:500 13px/20px system-ui,sans-serif;padding:8px 14px;border:0;border-radius:5px;background:#1d2029;color:#fdfaf3;box-shadow:0 6px 20px rgba(58,44,20,.3)}
button:focus-visible{outline:2px solid #bf7410;outline-offset:2px}
button::before{content:attr(data-words)}`;

/** Says that this page still runs the overlay of a version that is gone. A click loads the page again. */
export function showOrphan(signal: AbortSignal): void {
  const { host, root } = createShadow('orphan', CSS);
  const language = navigator.language.startsWith('zh')
    ? /TW|HK|MO|Hant/.test(navigator.language)
      ? 'zh-Hant'
      : 'zh-Hans'
    : 'en';
  const button = document.createElement('button');
  button.setAttribute('aria-label', WORDS[language].orphan);
  button.dataset.words = WORDS[language].orphan;
  button.addEventListener('click', (event) => event.isTrusted && location.reload());
  root.append(button);
  document.documentElement.append(host);
  signal.addEventListener('abort', () => host.remove());
}

/** Takes out what the overlay of a version that is gone has drawn; false where it had drawn nothing. */
export function takeOutRemains(): boolean {
  const remains = document.querySelectorAll('[data-sidelight]');
  for (const host of remains) host.remove();
  return remains.length > 0;
}
