import type { SurveyView } from '@/lib/api/survey-views';

type Reached = Pick<SurveyView, 'code' | 'hub' | 'key'>;

interface LinkOptions {
  /** Of a personal link. */
  token?: string;
  /** Language in which it is asked; the visitor's unless told. */
  lang?: string;
  /** Answers filled in, which are sent only when the visitor says so. */
  prefill?: Record<string, string>;
}

/**
 * The page on which a survey is answered. The key (and the token of a personal link) stand behind the `#`, which no browser
 * sends to a server. Null without a hub: somebody has to keep the answer.
 */
export function surveyLink({ code, hub, key }: Reached, options: LinkOptions = {}): string | null {
  if (!hub) return null;
  const { token, lang, prefill = {} } = options;
  const query = new URLSearchParams(lang ? { l: lang, ...prefill } : prefill).toString();
  return `${hub.url}/f/${hub.space}/${code}${query ? `?${query}` : ''}#${key}${token ? `.${token}` : ''}`;
}

/** Whether the hub has an address that opens on this computer and nowhere else: a link to it is of no use to anybody. */
export function opensHereOnly({ hub }: Pick<Reached, 'hub'>): boolean {
  if (!hub || !URL.canParse(hub.url)) return false;
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(hub.url).hostname);
}
