import { describe, expect, test } from 'vitest';
import { recipeFor, recipesOf } from '@/lib/sites/match';
import { read, readAll } from '@/lib/sites/read';
import type { PageRule, SiteRecipe } from '@/lib/sites/recipe';
import { RECIPES } from '@/lib/sites/recipes';
import { openPage } from './fixtures';

const URL_OF = 'https://crm.acme.example/m/7';
const dated = { id: 'x', since: '2026' };
const email = (each: string) => [{ ...dated, each, email: [{ attr: 'data-email' }], name: [{}] }];

/** A recipe for one kind of page of an invented site. */
function recipe(page: Partial<PageRule>): SiteRecipe {
  return {
    format: 1,
    id: 'acme',
    name: 'Acme',
    hosts: ['*.acme.example'],
    viewer: email('#me'),
    pages: [
      {
        kind: 'message',
        region: [{ ...dated, find: '.pane' }],
        people: { sender: email('.from'), recipient: email('.to') },
        ...page,
      },
    ],
    observe: ['body'],
  };
}

const readWith = (page: Partial<PageRule>, html: string) =>
  read(openPage(html, URL_OF), new URL(URL_OF), [recipe(page)]);
const names = (html: string, page: Partial<PageRule> = {}) =>
  readWith(page, html)?.context.people.map(({ name }) => name) ?? null;

const from = (name: string) => `<b class="from" data-email="${name.toLowerCase()}@acme.example">${name}</b>`;

const to = (name: string) => `<b class="to" data-email="${name.toLowerCase()}@acme.example">${name}</b>`;

describe('when unsure, nobody is shown', () => {
  test('one sender is read', () => {
    expect(names(`<div class="pane">${from('Li')}</div>`)).toEqual(['Li']);
  });

  test('two senders in one message', () => {
    expect(names(`<div class="pane">${from('Li')}${from('Anna')}</div>`)).toBeNull();
  });

  test('a last open message whose sender cannot be read', () => {
    const page = { open: [{ ...dated, find: '.mail' }] };
    expect(
      names(`<div class="pane"><p class="mail">${from('Li')}</p><p class="mail">?</p></div>`, page),
    ).toBeNull();
  });

  test('two visible panes, unless one has the focus', () => {
    const pane = (name: string) => `<div class="pane">${from(name)}<input></div>`;
    const document = openPage(pane('Li') + pane('Anna'), URL_OF);
    const people = () =>
      read(document, new URL(URL_OF), [recipe({})])?.context.people.map(({ name }) => name);
    expect(people()).toBeUndefined();
    document.querySelectorAll('input')[1]?.focus();
    expect(people()).toEqual(['Anna']);
  });

  test('a pane that is hidden by a rule, an attribute or an ancestor', () => {
    const pane = `<div class="pane">${from('Li')}</div>`;
    expect(names(`<style>.pane { display: none }</style>${pane}`)).toBeNull();
    expect(names(`<div style="display: none">${pane}</div>`)).toBeNull();
    expect(names(`<div style="visibility: hidden">${pane}</div>`)).toBeNull();
  });

  test('two profiles on a page about one', () => {
    const page: Partial<PageRule> = { kind: 'profile', people: { profile: email('.from') } };
    expect(names(`<div class="pane">${from('Li')}${from('Anna')}</div>`, page)).toBeNull();
    expect(names(`<div class="pane">${from('Li')}${from('Li')}</div>`, page)).toEqual(['Li']);
  });

  test('a page that does not show what its address says', () => {
    const page: Partial<PageRule> = {
      address: [{ path: '/m/:id' }],
      agree: { shown: { find: '.id' }, with: '{id}' },
    };
    const pane = (id: string) => `<div class="pane"><i class="id">${id}</i>${from('Li')}</div>`;
    expect(names(pane('7'), page)).toEqual(['Li']);
    expect(names(pane('6'), page)).toBeNull();
    expect(names(`<div class="pane">${from('Li')}</div>`, page)).toBeNull();
  });
});

describe('the viewer', () => {
  test('is excluded by address and told apart', () => {
    const reading = readWith(
      {},
      `<b id="me" data-email="li@acme.example">Li</b><div class="pane">${from('Li')}</div>`,
    );
    expect(reading?.context.people).toEqual([]);
    expect(reading?.context.direction).toBe('out');
  });

  test('is not known: the direction is not told', () => {
    expect(readWith({}, `<div class="pane">${from('Li')}</div>`)?.context.direction).toBeNull();
  });

  test('has more addresses than the page knows', () => {
    const document = openPage(
      `<div class="pane">${from('Li')}<i class="to" data-email="me@müller.example">Me</i></div>`,
      URL_OF,
    );
    const options = { own: ['ME@xn--mller-kva.example', 'nonsense'] };
    expect(read(document, new URL(URL_OF), [recipe({})], options)?.context).toMatchObject({
      people: [{ name: 'Li' }],
      viewer: [{ contactPoints: [{ value: 'me@xn--mller-kva.example' }] }],
      direction: 'in',
    });
  });
});

describe('hostile pages and recipes', () => {
  test('markup in names and addresses stays text', () => {
    const name = '&lt;img src=x onerror=alert(1)&gt;';
    const html = `<div class="pane"><b class="from" data-email="a@b.example">${name}</b><h1>&lt;script&gt;</h1></div>`;
    const reading = readWith({ subject: [{ find: 'h1' }] }, html);
    expect(reading?.context.people[0]?.name).toBe('<img src=x onerror=alert(1)>');
    expect(reading?.context.subject).toBe('<script>');
  });

  test('an address that is none makes no person', () => {
    const html = '<div class="pane"><b class="from" data-email="javascript:alert(1)">Li</b></div>';
    expect(readWith({}, html)).toBeNull();
  });

  test('the value of a password field is never read', () => {
    const html = `<div class="pane">${from('Li')}<input id="p" type="password" value="secret"><input id="t" value="seen"></div>`;
    expect(readWith({ subject: [{ find: '#p', attr: 'value' }] }, html)?.context.subject).toBeNull();
    expect(readWith({ subject: [{ find: '#t', attr: 'value' }] }, html)?.context.subject).toBe('seen');
  });

  test('a link to another origin is dropped', () => {
    const html = `<div class="pane">${from('Li')}</div>`;
    expect(readWith({ permalink: 'https://evil.example{path}' }, html)?.context.permalink).toBeNull();
    expect(readWith({ permalink: 'javascript:alert(1)' }, html)?.context.permalink).toBeNull();
    expect(readWith({ permalink: '{origin}{path}' }, html)?.context.permalink).toBe(URL_OF);
  });

  test('a selector that the browser refuses finds nothing', () => {
    const html = `<div class="pane">${from('Li')}</div>`;
    expect(readWith({ people: { sender: email('b[') } }, html)).toBeNull();
    expect(readWith({ region: [{ ...dated, find: '::' }] }, html)).toBeNull();
  });
});

describe('recipesOf', () => {
  const ids = (host: string) => recipesOf(host, RECIPES).map(({ id }) => id);

  test('a known site needs its own recipe alone', () => {
    expect(ids('mail.google.com')).toEqual(['gmail']);
    expect(ids('www.linkedin.com')).toEqual(['linkedin']);
  });

  test('any other host needs those that go by a mark, and the one for any page', () => {
    expect(ids('webmail.acme.example').at(-1)).toBe('generic');
    expect(ids('webmail.acme.example')).toContain('roundcube');
    expect(ids('webmail.acme.example')).not.toContain('gmail');
  });
});

describe('recipeFor', () => {
  const at = (href: string, html?: string) =>
    recipeFor(new URL(href), RECIPES, html === undefined ? undefined : openPage(html, href))?.id ?? null;

  test('goes by host, then by what the document proves', () => {
    expect(at('https://mail.google.com/mail/u/0/')).toBe('gmail');
    expect(at('https://set4.mail.qq.com/cgi-bin/readmail')).toBe('qq-mail');
    expect(at('https://de.linkedin.com/in/x')).toBe('linkedin');
    expect(at('https://notlinkedin.com/in/x')).toBe('generic');
    expect(at('https://mail.google.com.evil.example/')).toBe('generic');
    expect(at('https://webmail.example/', '<script src="/program/js/app.min.js?s=1"></script>')).toBe(
      'roundcube',
    );
    expect(at('https://webmail.example/', '<p></p>')).toBe('generic');
  });

  test('claims web pages only', () => {
    expect(at('chrome://settings/')).toBeNull();
    expect(at('file:///tmp/mail.html')).toBeNull();
  });
});

test('a list and a draft beside an open message are read as well', () => {
  const pages = [recipe({}).pages[0], recipe({ kind: 'list', people: { mention: email('.from') } }).pages[0]];
  const both: SiteRecipe = { ...recipe({}), pages: pages.filter((page) => page !== undefined) };
  const document = openPage(`<div class="pane">${from('Li')}</div>`, URL_OF);
  expect(readAll(document, new URL(URL_OF), [both]).map(({ context }) => context.kind)).toEqual([
    'message',
    'list',
  ]);
});

test('whom the page shows as the user against their word is somebody on the page', () => {
  const me = '<i id="me" data-email="desk@acme.example">Desk</i>';
  const document = openPage(`${me}<div class="pane">${from('Desk')}${to('Li')}</div>`, URL_OF);
  const context = (given: SiteRecipe) => read(document, new URL(URL_OF), [given])?.context;
  expect(context(recipe({}))).toMatchObject({ direction: 'out', people: [{ name: 'Li' }] });
  const told = context({ ...recipe({}), notViewer: ['desk@acme.example'] });
  expect(told?.viewer).toEqual([]);
  expect(told?.people.map(({ role, name }) => [role, name])).toEqual([
    ['sender', 'Desk'],
    ['recipient', 'Li'],
  ]);
});
