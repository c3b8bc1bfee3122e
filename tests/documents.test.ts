import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { WORDS as TEACHING } from '@/entrypoints/teach.content/words';
import { wordsOf as visitorsWords } from '@/widget/app/words';
import {
  type Document,
  emphasised,
  faultsOfControls,
  faultsOfNames,
  faultsOfProofs,
  linksOf,
  type Product,
} from './support/documents';
import { placesOf, writtenFiles } from './support/places';
import { SUITES } from './support/suites';
import type { Words } from './support/words';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Emphasised because somebody types or says it; it is nowhere on the screen. */
const SAID: Record<string, readonly string[]> = {
  'README.md': ['in three days', '下周三', '农历八月初九'],
  'CHANGELOG.md': ['我生日是农历八月初九', 'her birthday is 27 September'],
  'docs/getting-started.md': ['Send the price list in three days', '下周三给她打电话'],
};

/** Its emphasis is titles of tests, which are looked for by themselves. */
const THREATS = 'docs/security.md';

let product: Product;
let documents: Document[];
const pages = new Map<string, string>();

beforeAll(async () => {
  const words: Record<string, string> = {};
  for (const file of readdirSync(join(ROOT, 'lib/i18n/en'))) {
    const dictionary: { default: Words } = await import(join(ROOT, 'lib/i18n/en', file));
    for (const [key, text] of Object.entries(dictionary.default))
      words[`${basename(file, '.ts')}.${key}`] = text;
  }
  const browser: Record<string, { message: string }> = JSON.parse(read('public/_locales/en/messages.json'));
  product = {
    labels: [
      ...Object.values(words),
      ...Object.values(browser).map(({ message }) => message),
      ...Object.values(TEACHING.en),
      ...Object.values(visitorsWords('en')),
    ],
    places: placesOf(ROOT, words),
    files: writtenFiles(ROOT),
    scripts: Object.keys(JSON.parse(read('package.json')).scripts),
    suites: SUITES.map(({ name }) => name),
  };
  for (const name of product.files.filter((file) => file.endsWith('.md'))) pages.set(name, read(name));
  documents = [...pages].map(([name, text]) => ({ name, text }));
});

describe('what a document says of the product', () => {
  test('what it emphasises stands on the screen, at the place that it says', () => {
    expect(documents.length).toBeGreaterThan(30);
    expect([...product.places.keys()].length).toBeGreaterThan(35);
    const proofs = emphasised(pages.get(THREATS)!).map(({ text }) => text);
    const found = documents.flatMap((document) =>
      faultsOfControls(document, product, new Set(document.name === THREATS ? proofs : SAID[document.name])),
    );
    expect(found).toEqual([]);
  });

  test('what is said to be typed is still said', () => {
    for (const [name, phrases] of Object.entries(SAID)) {
      const texts = emphasised(pages.get(name)!).map(({ text }) => text);
      expect(
        phrases.filter((phrase) => !texts.includes(phrase)),
        name,
      ).toEqual([]);
    }
  });

  test('the product leads to places of its own', () => {
    const told = product.labels.flatMap(
      (label) => label.match(/Settings, (?:under )?[A-Z][\w ]*?(?=[.,)]| takes)/g) ?? [],
    );
    expect(told.length).toBeGreaterThan(1);
    const titles = product.places.get('Settings')!;
    expect(told.filter((place) => !titles.has(place.replace(/Settings, (under )?/, '')))).toEqual([]);
  });

  test('files, commands, pages and headings that it names are there', () => {
    const found = documents.flatMap((document) => faultsOfNames(document, product, pages));
    expect(found).toEqual([]);
  });

  test('each threat names tests that there are', () => {
    const tests = new Map(
      product.files
        .filter((file) => /^tests\/.*\.tsx?$/.test(file))
        .map((file) => [file.slice('tests/'.length), read(file)]),
    );
    expect(faultsOfProofs({ name: THREATS, text: pages.get(THREATS)! }, tests)).toEqual([]);
  });

  test('every picture is shown', () => {
    const shown = documents.flatMap(({ text }) => linksOf(text).map(({ target }) => basename(target)));
    const pictures = product.files
      .filter((file) => file.startsWith('docs/images/'))
      .map((file) => basename(file));
    expect(pictures.length).toBeGreaterThan(10);
    expect(pictures.filter((name) => !shown.includes(name))).toEqual([]);
  });
});

describe('a fault is found', () => {
  test.each([
    ['a button that is not there', 'Press *Save the backup*.', '"Save the backup" is nowhere on the screen'],
    ['a part that the settings lack', 'See *Settings, Reminders*.', '"Reminders" is not in "Settings"'],
    [
      'a word of another part',
      '*Settings, Backup, How sites are read*',
      '"How sites are read" is not in "Settings"',
    ],
    ['a page that is none', '*Preferences, Backup*', '"Preferences, Backup" is nowhere on the screen'],
    ['a control of another page', '*Duplicates, New segment*', '"New segment" is not in "Duplicates"'],
    [
      'a place without emphasis',
      'The weights are yours: Settings, Figures.',
      '"Settings, Figures" is a place without emphasis',
    ],
    ['over two lines', 'See *Settings,\nReminders*.', '"Reminders" is not in "Settings"'],
  ])('%s', (_, text, fault) => {
    expect(faultsOfControls({ name: 'page.md', text }, product)).toEqual([`page.md:1 ${fault}`]);
  });

  test.each([
    'Press *Save backup*, under *Settings, Backup*.',
    '*Settings, Sites, How sites are read*',
    '*NPS 43, between 11 and 66, of 28 answers*',
    '**Settings** and `*Nothing*`, 2 * 3 * 4\n\n```\n*No such button*\n```',
  ])('what is there is let be: %s', (text) => {
    expect(faultsOfControls({ name: 'page.md', text }, product)).toEqual([]);
  });

  test.each([
    ['a file', 'See `lib/store/nothing.ts`.', 'there is no lib/store/nothing.ts'],
    ['a file by its name alone', 'See `never-written.ts`.', 'no file is called never-written.ts'],
    ['a command', '`npm run deploy`', 'there is no "npm run deploy"'],
    ['a part of the tests', '```\nnpm test -- safari\n```', 'npm test has no part "safari"'],
    ['a page', '[more](gone.md)', 'leads to gone.md, which is not there'],
    ['a picture', '![x](images/gone.png)', 'leads to images/gone.png, which is not there'],
    ['a heading', '[more](hub.md#gone)', 'leads to hub.md#gone, a heading that is not there'],
  ])('%s that is not there', (_, text, fault) => {
    const line = text.startsWith('```') ? 2 : 1;
    expect(faultsOfNames({ name: 'docs/page.md', text }, product, pages)).toEqual([
      `docs/page.md:${line} ${fault}`,
    ]);
  });

  test('a test that is not there', () => {
    const text = '| threat | what is done | `e2e/hostile`: *replaced functions ...*, *never written* |';
    const tests = new Map([['e2e/hostile.spec.ts', "test('replaced functions learn nothing')"]]);
    expect(faultsOfProofs({ name: 'p.md', text }, tests)).toEqual([
      'p.md:1 no test is called "never written"',
    ]);
    expect(faultsOfProofs({ name: 'p.md', text: text.replace('hostile', 'friendly') }, tests)).toContain(
      'p.md:1 there is no test e2e/friendly',
    );
  });
});
