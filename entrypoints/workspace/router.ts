import { computed, signal } from '@preact/signals';

/** Pages of the workspace, by the first part of the address behind `#/`. */
export const PAGES = [
  'today',
  'contacts',
  'companies',
  'tags',
  'segments',
  'tiers',
  'duplicates',
  'health',
  'insights',
  'plays',
  'templates',
  'surveys',
  'responses',
  'cases',
  'deals',
  'calendar',
  'settings',
  'help',
] as const;
export type PageName = (typeof PAGES)[number];

/** What a page is called by its heading, where its address says otherwise. */
const CALLED: Readonly<Record<string, PageName>> = { answers: 'responses' };

export interface Route {
  /** Null where the address names none. */
  page: PageName | null;
  /** The rest of the address: a contact's id, a section of the settings. */
  rest: string | null;
  /** Parameters behind `?`, such as the filter of a table. */
  params: URLSearchParams;
}

/** Reads `#/contacts/ID?kind=work`. No address leads to Today. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [first = '', ...rest] = path.split('/');
  const page =
    first === ''
      ? 'today'
      : (PAGES.find((name) => name === first) ??
        (Object.hasOwn(CALLED, first) ? CALLED[first] : null) ??
        null);
  return { page, rest: rest.join('/') || null, params: new URLSearchParams(search) };
}

/** The address of a page, for a link. */
export function href(
  page: PageName,
  rest?: string | null,
  params?: Record<string, string> | [string, string][],
): string {
  const search = params ? `?${new URLSearchParams(params)}` : '';
  return `#/${page}${rest ? `/${rest}` : ''}${search}`;
}

const hash = signal(location.hash);
/** Where the reader is. */
export const route = computed(() => parseRoute(hash.value));

/** Goes to an address made by `href`. */
export function go(to: string): void {
  location.hash = to;
}

/** The same, in place of the address that stands there: no step back leads to what it was. */
export function goInstead(to: string): void {
  history.replaceState(null, '', to);
  hash.value = to;
}

/** Follows the address bar; returns the way to stop. */
export function followAddress(): () => void {
  const follow = () => {
    hash.value = location.hash;
  };
  follow();
  window.addEventListener('hashchange', follow);
  return () => window.removeEventListener('hashchange', follow);
}
