import type { AddressPattern, Dated, PageRule, PersonRule, SiteRecipe } from '@/lib/sites/recipe';
import { RECIPES } from '@/lib/sites/recipes';

const FIELDS = ['name', 'email', 'handle', 'url', 'phone', 'title', 'company', 'place'] as const;

/** docs/sites.md as the recipes have it: written by `npx vitest run --project sites -u`, held true by the same test. */
export function sitesPage(): string {
  return `${[
    '# Sites',
    'What Sidelight reads on which site, drawn from the recipes in `lib/sites/recipes`. Variants stand in the order in which they are tried, each with the year or month from which it is known; they are known from public projects, from the sites’ own open source and from recorded pages. One with a star rests on a single source or on inference. No account was opened to try them: a site may have changed since. How to add or mend one: [adding a site](adding-a-site.md).',
    "On every site the user's own identities are left out of who is shown. Nothing is read that does not stand on the page, the text of a mail never, of a post or comment its first line.",
    'What no public source tells is left out: of feeds and comments, on LinkedIn those whom a link names by their internal number; on Facebook who the user is, save on their own profile; on Instagram the feed, and comments in builds where a name is no heading; on Weibo whose post is shared in another, comments on the site for phones, and names of accounts in place of their number on the plain one. Direct messages are read on LinkedIn alone.',
    ...RECIPES.map(site),
  ].join('\n\n')}\n`;
}

function site({ name, hosts, mark, viewer, account = [], pages, send, room }: SiteRecipe): string {
  const where = hosts.includes('*')
    ? mark
      ? `Any host, where the page bears ${mark.map(code).join(' or ')}.`
      : 'Any other page that is switched on.'
    : `${hosts.map(code).join(', ')}.`;
  const editors = pages.flatMap(({ editor = [] }) => editor);
  const also = [
    viewer.length > 0
      ? `The user is known by: ${variants(viewer)}.`
      : 'The page does not say who the user is; their addresses in the settings do.',
    account.length > 0 && `Several accounts are told apart by: ${variants(account)}.`,
    editors.length > 0 && `Templates are put into the draft by: ${variants(editors)}.`,
    send && 'Notices that a draft was sent.',
    room && 'Makes room for the panel.',
  ].filter(Boolean);
  return [`## ${name}`, where, also.join(' '), table(pages)].join('\n\n');
}

function table(pages: PageRule[]): string {
  const rows = pages.flatMap((page) =>
    Object.entries(page.people).map(([role, rules], at) => [
      at === 0 ? page.kind : '',
      at === 0 ? addresses(page.address) : '',
      at === 0 ? variants(page.region) : '',
      role,
      variants(rules),
      read(rules),
    ]),
  );
  return [
    ['page', 'address', 'where', 'role', 'variants', 'read'],
    ['---', '---', '---', '---', '---', '---'],
    ...rows,
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

const variants = (list: Dated[]): string =>
  list.map(({ id, since, unseen }) => `${id} (${since}${unseen ? '\\*' : ''})`).join(', ');

function addresses(patterns: AddressPattern[] = []): string {
  const shown = patterns.map(({ path = '', query = {}, hash = '' }) => {
    const asked = Object.entries(query).map(([key, value]) => `${key}=${value}`);
    return `${path}${asked.length > 0 ? `?${asked.join('&')}` : ''}${hash}`;
  });
  const anywhere = shown.length === 0 || shown.includes('') ? ['any'] : [];
  return [...shown.filter(Boolean).map(code), ...anywhere].join(', ');
}

/** What the rules of a role may tell of a person. */
function read(rules: PersonRule[]): string {
  const told = FIELDS.filter((field) => rules.some((rule) => rule[field]));
  const many = rules.flatMap(({ many: list }) =>
    list ? [list.as === 'mailboxes' ? 'name and email of each' : 'structured data'] : [],
  );
  const alone = rules.some(({ nameOnly }) => nameOnly) ? ['or the name alone'] : [];
  const said = rules.some((rule) => rule.said)
    ? ['what they said: its first line, and link and day where it tells them']
    : [];
  return [...told, ...new Set(many), ...alone, ...said].join(', ');
}
