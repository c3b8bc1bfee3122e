import type { PublishedForm, StoredForm } from './store.ts';

const HANT = /^zh-(.*-)?(hant|tw|hk|mo)(-|$)/;

/** Tags of which the first that a form has is nearest to what is wanted: `zh-TW`: zh-tw, zh-hant, zh. */
function near(wanted: string): string[] {
  const tag = wanted.trim().toLowerCase();
  const [base = ''] = tag.split('-');
  if (base !== 'zh') return [tag, base];
  return HANT.test(tag) ? [tag, 'zh-hant', 'zh', 'zh-hans'] : [tag, 'zh-hans', 'zh', 'zh-hant'];
}

/** The first of `langs` that one of the wanted languages is near to. */
export function nearest(langs: readonly string[], wanted: readonly string[]): string | null {
  for (const one of wanted.slice(0, 10)) {
    for (const tag of near(one).filter(Boolean)) {
      const found =
        langs.find((lang) => lang.toLowerCase() === tag) ??
        langs.find((lang) => lang.toLowerCase().startsWith(`${tag}-`));
      if (found) return found;
    }
  }
  return null;
}

/** The form in the first of the wanted languages that it has; in the author's first one when it has none of them. */
export function bestForm({ langs }: StoredForm, wanted: readonly string[]): PublishedForm {
  const has = Object.keys(langs);
  const first = has[0] as string;
  const author = langs[first]?.langs?.[0];
  const lang = nearest(has, wanted) ?? has.find((one) => one === author) ?? first;
  return langs[lang] as PublishedForm;
}

/** `Accept-Language` as a list, the best first. */
export function acceptedLanguages(header: string | null): string[] {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const q = Number(/q=([\d.]+)/.exec(rest.join(';'))?.[1] ?? 1);
      return { tag: tag.trim(), q };
    })
    .filter(({ tag, q }) => tag && tag !== '*' && q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ tag }) => tag);
}
