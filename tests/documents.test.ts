import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
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

/** Folders of the words of each language, below lib/i18n, and in public/_locales for what the browser itself shows. */
const LANGUAGES = { en: 'en', 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_TW' } as const;
type Language = keyof typeof LANGUAGES;

/** `docs/getting-started.zh-Hans.md` speaks of the product as it is in that language. */
const languageOf = (name: string): Language => (/\.(zh-Han[st])\.md$/.exec(name)?.[1] ?? 'en') as Language;

let product: Product;
const products = {} as Record<Language, Product>;
let documents: Document[];
const pages = new Map<string, string>();

async function productIn(language: Language): Promise<Product> {
  const folder = `lib/i18n/${language.toLowerCase()}`;
  const words: Record<string, string> = {};
  for (const file of readdirSync(join(ROOT, folder))) {
    const dictionary: { default: Words } = await import(join(ROOT, folder, file));
    for (const [key, text] of Object.entries(dictionary.default))
      words[`${basename(file, '.ts')}.${key}`] = text;
  }
  const browser: Record<string, { message: string }> = JSON.parse(
    read(`public/_locales/${LANGUAGES[language]}/messages.json`),
  );
  return {
    labels: [
      ...Object.values(words),
      ...Object.values(browser).map(({ message }) => message),
      ...Object.values(visitorsWords(language)),
    ],
    places: placesOf(ROOT, words),
    files: writtenFiles(ROOT),
    scripts: Object.keys(JSON.parse(read('package.json')).scripts),
    suites: SUITES.map(({ name }) => name),
  };
}

beforeAll(async () => {
  for (const language of Object.keys(LANGUAGES) as Language[]) products[language] = await productIn(language);
  product = products.en;
  for (const name of product.files.filter((file) => file.endsWith('.md'))) pages.set(name, read(name));
  documents = [...pages].map(([name, text]) => ({ name, text }));
});

describe('what a document says of the product', () => {
  test('what it emphasises stands on the screen, at the place that it says', () => {
    expect(documents.length).toBeGreaterThan(30);
    for (const { places } of Object.values(products)) expect(places.size).toBeGreaterThan(35);
    expect(documents.filter(({ name }) => languageOf(name) !== 'en').length).toBeGreaterThan(1);
    const proofs = emphasised(pages.get(THREATS)!).map(({ text }) => text);
    const found = documents.flatMap((document) =>
      faultsOfControls(
        document,
        products[languageOf(document.name)],
        new Set(document.name === THREATS ? proofs : SAID[document.name]),
      ),
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
    ['zh-Hans', '按*保存全部*。', '"保存全部" is nowhere on the screen'],
    ['zh-Hans', '在*设置，提醒我*里', '"提醒我" is not in "设置"'],
    ['zh-Hant', '在*設定，备份*裡', '"备份" is not in "設定"'],
  ] as const)('in %s: %s', (language, text, fault) => {
    expect(faultsOfControls({ name: 'page.md', text }, products[language])).toEqual([`page.md:1 ${fault}`]);
  });

  test('a place of another language is let be', () => {
    const text = '在*设置，备份*里按*保存备份*，或用*先看看*。';
    expect(faultsOfControls({ name: 'page.md', text }, products['zh-Hans'])).toEqual([]);
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
