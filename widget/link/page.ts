import type { Form, Question, Value, Values } from '../../lib/surveys/form';
import { PAGE_PAPER } from '../../lib/surveys/paper';
import { open } from '../app/render';
import type { LoadRest, Rest } from '../app/rest';
import { languageOf } from '../app/words';
import { hasUnsent } from '../loader/conditions';
import type { LoadSeal } from '../loader/contract';
import type { Courier } from '../seal/courier';
import { untilThere } from '../seal/patience';

/** `/f/<space>/<form>`; what stands before it is the hub's address. */
const PLACE = /^(.*)\/f\/([\w-]+)\/([0-9a-z]+)\/?$/;

/** What an address may say of one question: it fills in, and sends nothing. */
function readValue({ type, choices }: Question, text: string): Value | undefined {
  const isChoice = (id: string) => choices?.some((choice) => choice.id === id);
  if (['nps', 'csat', 'ces', 'slider', 'number'].includes(type))
    return /^-?\d+(\.\d+)?$/.test(text) ? +text : undefined;
  if (type === 'single' || type === 'dropdown') return isChoice(text) ? text : undefined;
  if (type === 'yesno') return text === 'yes' || text === 'no' ? text : undefined;
  if (type === 'multiple') return text.split(',').filter(isChoice);
  return ['text', 'longtext', 'email', 'phone', 'date'].includes(type) ? text : undefined;
}

function prefillOf(form: Form, query: URLSearchParams): Values {
  const values: Values = {};
  for (const question of form.pages.flatMap((page) => page.questions)) {
    const text = query.get(question.id);
    const value = text === null ? undefined : readValue(question, text.slice(0, 500));
    if (value !== undefined) values[question.id] = value;
  }
  return values;
}

/** The full page paints the window too: the document has no style of its own. What stands on it is drawn for this paper, and stays so. */
function paint(theme: Form['show']['theme'] = 'auto'): void {
  const sheet = new CSSStyleSheet();
  const isDark = theme === 'auto' ? matchMedia('(prefers-color-scheme:dark)').matches : theme === 'dark';
  sheet.replaceSync(
    `html{background:${isDark ? `${PAGE_PAPER.dark};color:#ece6da` : PAGE_PAPER.light};color-scheme:${isDark ? 'dark' : 'light'}}body{margin:0}`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/**
 * A form as a page of its own. Its address is `<hub>/f/<space>/<form>#<key>` or `...#<key>.<token>` for a personal link: what
 * stands behind the `#` is told to no server.
 */
export async function openPage(loadRest: LoadRest, loadSeal: LoadSeal): Promise<void> {
  const say = (text: string) => {
    document.body.textContent = text;
  };
  const { origin, pathname, search, hash } = location;
  const [, base = '', space = '', id = ''] = PLACE.exec(pathname) ?? [];
  const [key = '', token] = hash.slice(1).split('.');
  const query = new URLSearchParams(search);
  const languages = [query.get('l'), ...navigator.languages].filter(Boolean);
  let rest: Promise<Rest> | undefined;
  const prepare = (lang: string) => {
    rest ??= untilThere((tries) => loadRest(languageOf(lang), tries));
    return rest;
  };
  const closed = async () => say((await prepare(languages[0] ?? '')).words.refused);
  if (!crypto.subtle || !key) return closed();
  const hub = origin + base;
  const answer = await fetch(`${hub}/v1/${space}/forms/${id}?l=${encodeURIComponent(languages.join(','))}`);
  if (!answer.ok) return closed();
  const form: Form = await answer.json();
  let courier: Courier | undefined;
  const openCourier = async () => {
    const { makeCourier } = await prepare(form.lang);
    courier ??= makeCourier({ key, hub, space }, loadSeal);
    return courier;
  };
  if (hasUnsent()) void openCourier();
  const more = form.blocks && (await untilThere((await prepare(form.lang)).loadMore));
  paint(form.show.theme);
  document.documentElement.lang = form.lang;
  document.title = form.title;
  open(form, {
    place: 'page',
    at: document.body,
    theme: form.show.theme ?? 'auto',
    page: hub + pathname,
    more,
    prefill: prefillOf(form, query),
    ...(token && { who: { token } }),
    rest: () => prepare(form.lang),
    touched: () => void openCourier().then(({ prepare }) => prepare()),
    retry: () => courier?.retry(),
    post: async (payload, late) => (await openCourier()).deliver(payload, late),
  });
}
