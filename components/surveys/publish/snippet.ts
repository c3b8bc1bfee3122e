import type { SurveyView } from '@/lib/api/survey-views';
import type { Form } from '@/lib/surveys/form';

/** Queues what is said to the widget until it is there. */
const STUB = 'window.sidelight=window.sidelight||function(){(sidelight.q=sidelight.q||[]).push(arguments)};';

/** Values by name inside of a script element, a line each: nothing in them ends the element. */
function inScript(values: Record<string, unknown>): string {
  const lines = Object.entries(values).map(([name, value]) => `  ${name}: ${JSON.stringify(value)},\n`);
  return `{\n${lines.join('')}}`.replaceAll('<', '\\u003c');
}

/** What a site includes once, whatever surveys follow: the hub, and the key to which answers are sealed. */
export function hubSnippet(hub: NonNullable<SurveyView['hub']>, key: string): string {
  return `<script>
${STUB}
sidelight('init', ${inScript({ hub: hub.url, space: hub.space, key })});
</script>
<script async type="module" src="${encodeURI(hub.url)}/w.js"></script>`;
}

/** Where a site without a hub keeps the widget's files. */
export const OWN_WIDGET = '/sidelight/';

/**
 * The same without a hub: the form stands in the page, and the widget's files on the site itself.
 * @param mail where visitors may mail their sealed answer to; left out when it is no address
 */
export function inlineSnippet(forms: readonly Form[], key: string, mail = ''): string {
  const to = /^[^\s@]+@[^\s@]+$/.test(mail.trim()) ? { mail: mail.trim() } : {};
  return `<script>
${STUB}
sidelight('init', ${inScript({ key, ...to, forms })});
</script>
<script async type="module" src="${OWN_WIDGET}w.js"></script>`;
}
