import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkRecipe } from '@/lib/sites/check';
import type { Reading } from '@/lib/sites/page-context';
import { read, readAll } from '@/lib/sites/read';
import { RECIPES } from '@/lib/sites/recipes';
import { checkTaughtFile, recipesWith, soundOnes, standsFor, taughtId } from '@/lib/sites/taught';
import { propose } from '@/lib/sites/teach';
import { openPage } from './fixtures';

const URL_OF = new URL('https://post.kite.example/m/7');

const page = (name: string) =>
  readFileSync(join(import.meta.dirname, `../fixtures/teach/${name}.html`), 'utf8');

const HTML = page('webmail');

interface Points {
  name?: string;
  address?: string;
  recipient?: string;
  row?: string;
}

function teach(html: string, { name, address, recipient, row }: Points) {
  const document = openPage(html, URL_OF.href);
  const at = (selector?: string) => {
    if (!selector) return null;
    const found = document.querySelector(selector);
    if (!found) throw new Error(`Nothing is at ${selector}.`);
    return found;
  };
  const pointed = { name: at(name), address: at(address), recipient: at(recipient), row: at(row) };
  return propose(pointed, '2026-11');
}

const told = ({ context }: Reading) =>
  context.people.map(({ role, name, contactPoints: [point] }) => `${role} ${name} ${point?.value}`);
const people = (proposal: ReturnType<typeof teach>) => proposal?.readings.flatMap(told) ?? null;

const ANNA = 'sender Anna Berg anna@harbour.example';
const TO = ['recipient Mia Keller mia@lumen.example', 'recipient Otto Lind otto@lumen.example'];

describe('what was pointed at becomes a recipe', () => {
  test.each([
    ['the name', '.person-name'],
    ['the address', '.person-mail'],
    ['the whole line', '.sender'],
  ])('the sender by a click on %s', (_, name) => {
    expect(people(teach(HTML, { name }))).toEqual([ANNA]);
  });

  test('one recipient stands for the row, and never for the sender', () => {
    expect(people(teach(HTML, { name: '.person-name', recipient: '.person' }))).toEqual([ANNA, ...TO]);
  });

  test('it passes the check for foreign recipes, and goes by names that last', () => {
    const proposal = teach(HTML, { name: '.person-name', recipient: '.person' });
    expect(checkRecipe(proposal?.recipe)).toEqual({ recipe: proposal?.recipe });
    const [page] = proposal?.recipe.pages ?? [];
    expect([
      page?.region[0]?.find,
      page?.people.sender?.[0]?.each,
      page?.people.recipient?.[0]?.each,
    ]).toEqual(['.message-head', '.sender', '.person']);
  });

  test('another message on another day is read with it, and nothing is read where two senders stand', () => {
    const recipe = teach(HTML, { name: '.person-name', recipient: '.person' })?.recipe;
    const again = (html: string) =>
      read(openPage(html, URL_OF.href), URL_OF, recipe ? [recipe] : [])?.context.people.map(
        ({ name }) => name,
      );
    const other = HTML.replace('Anna Berg', 'Li Wei')
      .replace('anna@harbour', 'li.wei@acme')
      .replace('x81', 'x97');
    expect(again(other)).toEqual(['Li Wei', 'Mia Keller', 'Otto Lind']);
    const head = /<div class="sender[\s\S]*?<\/div>/.exec(HTML)?.[0] ?? '';
    const two = HTML.replace(head, head + head.replace('anna@', 'eve@').replace('Anna', 'Eve'));
    expect(two).not.toBe(HTML);
    expect(again(two)).toBeUndefined();
  });

  test('a page without any name of its parts goes by position in a short row', () => {
    const html =
      '<body><table><tr><th>From</th><td>Anna Berg &lt;anna@harbour.example&gt;</td></tr><tr><th>To</th><td>mia@lumen.example</td></tr></table></body>';
    expect(people(teach(html, { name: 'td' }))).toEqual([ANNA]);
  });

  test('an address that stands apart, a title attribute, and a name without any address', () => {
    const apart =
      '<body><main><h2 class="from-name">Anna Berg</h2><dl><dd class="from-mail">anna@harbour.example</dd></dl></main></body>';
    expect(people(teach(apart, { name: '.from-name', address: '.from-mail' }))).toEqual([ANNA]);
    const title = '<body><main><b class="from" title="anna@harbour.example">Anna Berg</b></main></body>';
    expect(people(teach(title, { name: '.from' }))).toEqual([ANNA]);
    const alone = '<body><main><b class="from">Anna Berg</b></main></body>';
    expect(people(teach(alone, { name: '.from' }))).toEqual(['sender Anna Berg undefined']);
  });

  test('a field with several mailboxes', () => {
    const html =
      '<body><main><b class="from" title="anna@harbour.example">Anna Berg</b><p class="to">Mia &lt;mia@lumen.example&gt;, otto@lumen.example</p></main></body>';
    expect(people(teach(html, { name: '.from', recipient: '.to' }))).toEqual([
      ANNA,
      'recipient Mia mia@lumen.example',
      'recipient null otto@lumen.example',
    ]);
  });

  test('nothing is proposed where nothing tells the sender from a hundred others', () => {
    const rows = Array.from({ length: 100 }, (_, n) => `<li>n${n}@harbour.example</li>`).join('');
    expect(teach(`<body><ul>${rows}</ul></body>`, { name: 'li:nth-child(40)' })).toBeNull();
  });
});

describe('what is given away names nobody', () => {
  const mail = (around: string, person: string, name = 'Anna Berg', email = 'anna.berg@acme.example') =>
    `<body><div class="pane" ${around}><p class="head"><span class="person" ${person}><b class="who">${name}</b> <i class="mail">&lt;${email}&gt;</i></span></p></div></body>`;
  const LI = ['李伟', 'li.wei@acme.example'] as const;

  test.each([
    ['a joined name in an attribute', mail('', 'data-user="annaberg"')],
    ['a joined name as an id', mail('', 'id="annaberg"')],
    ['a joined name within an id', mail('', 'id="userannaberg"')],
    ['a joined name as a class', mail('', '').replace('"person"', '"from-annaberg person"')],
    ['a joined name as the name of a part', mail('', 'data-testid="row-annaberg"')],
    ['parts of an address written as one', mail('', 'data-user="liwei" id="liwei"', ...LI)],
    ['a label', mail('', 'data-label="divorce-lawyer"')],
    ['a folder', mail('data-folder="divorce"', '')],
  ])('%s', (_, html) => {
    const recipe = teach(html, { name: '.who' })?.recipe;
    expect(recipe?.pages[0]?.people.sender?.[0]?.each).toMatch(/person/);
    expect(JSON.stringify(recipe)).not.toMatch(/annaberg|liwei|divorce/i);
    const other = html
      .replace(/Anna Berg|李伟/, 'Mia Keller')
      .replace(/anna\.berg|li\.wei/, 'mia')
      .replace(/annaberg|liwei/g, 'miakeller')
      .replace(/divorce(?:-lawyer)?/, 'holidays');
    const reading = read(openPage(other, URL_OF.href), URL_OF, recipe ? [recipe] : []);
    expect(reading && told(reading)).toEqual(['sender Mia Keller mia@acme.example']);
  });
});

describe('webmails of different making', () => {
  const JACK = ['recipient Mia Keller mia@lumen.example', 'recipient Otto Lind otto@lumen.example'];
  const LIST = {
    anna: 'mention Anna Berg undefined',
    otto: 'mention Otto Lind undefined',
    rosa: 'mention Rosa Vidal undefined',
  };
  const WANG = 'sender 王海燕 wanghaiyan@harbour.example';
  const makes: [string, Points, string[], string[]][] = [
    [
      'tables',
      { name: '.headers td', recipient: '.headers tr:nth-child(2) td', row: '.maillist td:nth-child(2)' },
      [ANNA, 'recipient Mia Keller mia@lumen.example', 'recipient null otto@lumen.example'],
      [LIST.otto, LIST.rosa, LIST.anna],
    ],
    [
      'hashed',
      { name: '.eKqiMd', recipient: '.sc-kAyceB', row: '[role=option] span' },
      [ANNA, ...JACK],
      ['mention Otto Lind otto@lumen.example', 'mention Anna Berg anna@harbour.example'],
    ],
    ['frames-read', { name: '.from a', recipient: '.to a' }, [ANNA, ...JACK], []],
    ['frames-list', { row: '.who' }, [], [LIST.otto, LIST.rosa]],
    [
      'chinese',
      { name: '.grn', recipient: '.receiver', row: '.item-from' },
      [WANG, 'recipient 米娅 mia@lumen.example', 'recipient 奥托 otto@lumen.example'],
      ['mention 林秋 undefined', 'mention 王海燕 undefined'],
    ],
  ];

  test.each(makes)('%s: sender, recipients and the list', (make, points, message, list) => {
    expect(people(teach(page(make), points))).toEqual([...message, ...list]);
  });

  test.each(makes)(
    '%s: read in the next mail too, whose ids and hashes are others',
    (make, points, message, list) => {
      const recipe = teach(page(make), points)?.recipe;
      const next = page(make)
        .replace(/\b(css|sc)-[\w-]+/g, (name) => `${name.slice(0, 3)}-${name.length}qWxZa`)
        .replace(/\b(?:kWzNvT|bTLoYg|eKqiMd|dGhtRk)\b/g, 'pQrsTu')
        .replace(/ZC00|10(?=4\d)/g, '77')
        .replaceAll('Otto Lind', 'Otto Linden')
        .replaceAll('Anna Berg', 'Li Wei')
        .replaceAll('anna@harbour', 'li.wei@acme')
        .replaceAll('王海燕', '赵明')
        .replaceAll('wanghaiyan@harbour', 'zhaoming@acme');
      expect(next).not.toBe(page(make));
      const renamed = (line: string) =>
        line
          .replace('Otto Lind', 'Otto Linden')
          .replace('Anna Berg', 'Li Wei')
          .replace('anna@harbour', 'li.wei@acme')
          .replace('王海燕', '赵明')
          .replace('wanghaiyan@harbour', 'zhaoming@acme');
      const readings = readAll(openPage(next, URL_OF.href), URL_OF, recipe ? [recipe] : []);
      expect(readings.flatMap(told)).toEqual([...message, ...list].map(renamed));
    },
  );

  test.each(makes)(
    '%s: no selector holds a hash, a number or a word of anybody on the page',
    (make, points) => {
      const { recipe } = teach(page(make), points) ?? {};
      const text = JSON.stringify(recipe?.pages)
        .replaceAll('2026-11', '')
        .replace(/:nth-of-type\(\d\)/g, '');
      expect(text).not.toMatch(
        /\d|css-|sc-|anna|berg|otto|lind|mia|keller|rosa|vidal|harbour|lumen|wang|王|林|trap/i,
      );
      expect(checkRecipe(recipe)).toEqual({ recipe });
    },
  );

  test('a row of texts of which only one is a name needs more than the row, or is not taught', () => {
    const rows = (texts: string) =>
      `<body><ul class="rows">${`<li class="row">${texts}</li>`.repeat(3)}</ul></body>`;
    const plain = rows('<span>Anna Berg</span><span>Offer</span>');
    expect(people(teach(plain, { row: '.row span' }))).toEqual(Array(3).fill('mention Anna Berg undefined'));
    expect(teach('<body><ul><li>Anna Berg</li></ul></body>', { row: 'li' })).toBeNull();
  });

  test('those who stand in different documents are not taught together', () => {
    const [one, other] = ['frames-read', 'frames-list'].map((name) => openPage(page(name), URL_OF.href));
    const pointed = {
      name: one?.querySelector('.from a') ?? null,
      row: other?.querySelector('.who') ?? null,
    };
    expect(propose({ ...pointed, address: null, recipient: null }, '2026-11')).toBeNull();
  });
});

describe('kept recipes', () => {
  const recipe = teach(HTML, { name: '.person-name' })?.recipe;
  const file = (change: object) => JSON.stringify({ ...recipe, ...change });

  test('a file names its hosts one by one, and takes the id of its host', () => {
    expect(checkTaughtFile(file({ hosts: ['*.com'] }))).toEqual({
      faults: ['recipe.hosts[0] must be one host: mail.example.com.'],
    });
    expect(checkTaughtFile(file({ hosts: ['*'], mark: ['body'] }))).toHaveProperty('faults');
    expect(checkTaughtFile(file({ id: 'github' }))).toMatchObject({
      recipe: { id: taughtId('post.kite.example') },
    });
    expect(checkTaughtFile('{"format":1')).toEqual({ faults: ['The file is no JSON.'] });
  });

  const faultsWith = (change: object) => {
    const checked = checkTaughtFile(file(change));
    return 'faults' in checked ? checked.faults : [];
  };
  const withSender = (change: object) => {
    const [page] = recipe?.pages ?? [];
    const [sender] = page?.people.sender ?? [];
    return { pages: [{ ...page, people: { sender: [{ ...sender, ...change }] } }] };
  };

  test.each([
    ['an address', { email: [{ fill: 'boss@corp.example' }] }],
    ['an address with a capture beside it', { email: [{ fill: 'boss@corp.example{x}' }] }],
    ['a number', { phone: [{ fill: '+493012345678' }] }],
    ['a handle', { handle: [{ fill: 'boss' }] }],
    ['a name', { name: [{ fill: 'Boss' }] }],
    ['the address of a profile', { url: [{ fill: 'https://corp.example/boss' }] }],
    ['mailboxes', { many: { as: 'mailboxes', from: { fill: 'boss@corp.example' } } }],
  ])('a file makes nobody up: %s', (_, change) => {
    expect(faultsWith(withSender(change))).toEqual([
      'recipe.pages: a person is read off the page, and from no text of the recipe.',
    ]);
  });

  test('a file may fill in what the address of the page says', () => {
    expect(faultsWith(withSender({ handle: [{ fill: '{login}' }] }))).toEqual([]);
  });

  test('a file does not say who the user is, and holds no selector that is dear', () => {
    expect(
      faultsWith({ viewer: [{ id: 'me', since: '2026', each: '.gD', email: [{ attr: 'email' }] }] }),
    ).toEqual(['recipe.viewer must be empty: who the user is, no file says.']);
    for (const observe of ['body:has(* ~ * ~ *)', 'body:HAS(*)', '.a\\:b'])
      expect(faultsWith({ observe: [observe] })).toContain(
        'recipe: no selector may hold :has() or a backslash.',
      );
  });

  test('what the store holds is checked before a page gets it', () => {
    expect(soundOnes({ a: recipe, b: { ...recipe, code: 'x' }, c: null })).toEqual([recipe]);
  });

  test('hosts that are written alike have ids of their own, which fit and are kept with other hosts', () => {
    const long = `${'a'.repeat(40)}.mail.example`;
    const hosts = ['mail.a.example', 'mail-a.example', 'mail.a-example', long, long.replace('mail', 'post')];
    const ids = hosts.map(taughtId);
    expect(new Set(ids).size).toBe(hosts.length);
    for (const id of ids) expect(checkTaughtFile(file({ id }))).toHaveProperty('recipe');
    const moved = { ...recipe, hosts: ['new.example'] };
    expect(soundOnes({ 'new.example': moved })[0]?.id).toBe(recipe?.id);
    // A store filled from a file may hold one id twice.
    const twice = soundOnes({ 'post.kite.example': recipe, 'new.example': moved });
    expect(twice.map(({ id }) => id)).toEqual([recipe?.id, taughtId('new.example')]);
  });

  test('a host without a recipe gets the taught one alone; a known site keeps what is known of it', () => {
    if (!recipe) throw new Error('Nothing was taught.');
    expect(recipesWith([recipe], 'post.kite.example', RECIPES).at(-1)).toEqual(recipe);
    expect(
      recipesWith([recipe], 'post.kite.example', RECIPES)
        .slice(0, -1)
        .every(({ mark }) => mark),
    ).toBe(true);
    expect(recipesWith([recipe], 'other.example', RECIPES).at(-1)?.id).toBe('generic');
    const on = (host: string, ...hosts: string[]) => recipesWith([{ ...recipe, hosts }], host, RECIPES);
    const gmail = on('mail.google.com', 'mail.google.com').at(-1);
    const known = RECIPES.find(({ id }) => id === 'gmail');
    expect(gmail?.id).toBe('gmail');
    const others = known?.pages.filter(({ kind }) => kind !== 'message') ?? [];
    expect(others.length).toBeGreaterThan(0);
    expect(gmail?.pages).toEqual([...recipe.pages, ...others]);
    expect(gmail?.viewer).toEqual(known?.viewer);
  });

  test('with several hosts each is read by what is known of it, in whatever order they stand', () => {
    if (!recipe) throw new Error('Nothing was taught.');
    for (const hosts of [
      ['a.example', 'mail.google.com'],
      ['mail.google.com', 'a.example'],
    ]) {
      const mine = { ...recipe, hosts };
      expect(standsFor(mine, RECIPES)).toEqual(['gmail']);
      const gmail = recipesWith([mine], 'mail.google.com', RECIPES).at(-1);
      expect(gmail?.id).toBe('gmail');
      expect(gmail?.pages.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['list', 'compose']));
      const url = new URL('https://a.example/');
      const reading = read(openPage(HTML, url.href), url, recipesWith([mine], 'a.example', RECIPES));
      expect(reading && told(reading)).toEqual([ANNA]);
    }
  });

  test('a software that is known by its mark keeps its other pages on a host of its own', () => {
    if (!recipe) throw new Error('Nothing was taught.');
    const known = RECIPES.find(({ id }) => id === 'roundcube');
    const recipes = recipesWith([recipe], 'post.kite.example', RECIPES);
    const roundcube = recipes.find(({ id }) => id === 'roundcube');
    expect(roundcube).toMatchObject({ mark: known?.mark, send: known?.send, viewer: known?.viewer });
    expect(roundcube?.pages).toEqual([
      ...recipe.pages,
      ...(known?.pages.filter(({ kind }) => kind !== 'message') ?? []),
    ]);
    expect(standsFor(recipe, RECIPES)).toEqual([]);
  });
});
