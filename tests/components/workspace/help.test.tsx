import { readdirSync, readFileSync } from 'node:fs';
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Document } from '@/components/help/document';
import { blocksOf, idOf, plainOf, type Token, within } from '@/components/help/markdown';
import { CurrentPage } from '@/entrypoints/workspace/current-page';
import { DOCUMENTS, type DocumentName, textOf } from '@/entrypoints/workspace/pages/help/documents';
import { addressFrom, isLanguageLine } from '@/entrypoints/workspace/pages/help/help-links';
import { goInstead } from '@/entrypoints/workspace/router';
import { type Language, loadLanguage } from '@/lib/i18n';
import { fakeClient } from './fake-client';
import { renderOver, workspaceTests } from './setup';

const NAMES = Object.keys(DOCUMENTS) as DocumentName[];
const read = (name: string) => readFileSync(`docs/${name}.md`, 'utf8');

const given = { gate: {}, notifications: null, practice: {}, version: '' } as never as Parameters<
  typeof CurrentPage
>[0];
const open = (hash: string) => {
  goInstead(hash);
  renderOver(fakeClient({}), <CurrentPage {...given} onAdd={() => {}} onImport={() => {}} />);
};

workspaceTests();
afterEach(() => vi.restoreAllMocks());

test('the help of the hub is the text of its own file, and a link to a part of it goes there', async () => {
  const scrolled = vi.spyOn(Element.prototype, 'scrollIntoView');
  open('#/help/hub');
  await screen.findByRole('heading', { level: 1, name: 'The hub: how answers reach you' });
  await screen.findAllByText('npx ./sidelight-hub-0.1.0.tgz', { selector: 'pre' });
  // The file's own title is not said twice.
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  expect(screen.queryByText('This text is in English.')).toBeNull();
  expect(scrolled).not.toHaveBeenCalled();
  const [link] = screen.getAllByRole('link', { name: 'PostgreSQL' });
  expect(link!.getAttribute('href')).toBe('#/help/hub?at=postgresql');
  act(() => goInstead(link!.getAttribute('href')!));
  expect(scrolled.mock.contexts).toEqual([screen.getByRole('heading', { level: 2, name: 'PostgreSQL' })]);
});

test('all of it is listed; in another language it is said that the texts are in English', async () => {
  await loadLanguage('zh-Hans', ['common', 'workspace']);
  open('#/help');
  await screen.findByRole('heading', { level: 1, name: '帮助' });
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(
    NAMES.map((name) => `#/help/${name}`),
  );
  expect(screen.getAllByText('（英文）').length).toBe(NAMES.length - 1);
});

test('help that there is none of is no page', async () => {
  open('#/help/constructor');
  await screen.findByRole('heading', { level: 1, name: 'No such page' });
});

test('a document is drawn as text; code is copied whole', async () => {
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const text = '# T\n\n<img src=x onerror=alert(1)>\n\nSee <b>this</b> &amp; that\n\n```\none\ntwo\n```\n';
  const { container } = render(<Document blocks={blocksOf(text)} lang="en" addressOf={() => null} />);
  expect(container.querySelector('img, b')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Copy one' }));
  expect(copied).toHaveBeenCalledWith('one\ntwo');
});

test('blocks and what stands in them', () => {
  const text = [
    '# A *title*',
    '',
    'Goes on',
    'in **a `b` line**, [to](hub.md#x) 2 * 3.',
    '![no picture](images/x.png)',
    '',
    '- one',
    '  and more',
    '- two',
    '',
    '1. first',
    '',
    '| a | |',
    '|---|---|',
    '| `1` | [x](https://x.example) |',
    '',
    '```sh',
    '# no heading',
    '```',
    '',
    '## A *title*: `twice`, 2 of 2',
  ].join('\r\n');
  const { container } = render(
    <Document blocks={blocksOf(text)} lang="zh-Hans" addressOf={(link) => `#/to/${link}`} />,
  );
  expect(container.firstElementChild?.getAttribute('lang')).toBe('zh-Hans');
  const is = (selector: string) =>
    [...container.querySelectorAll(selector)].map((element) => element.textContent);
  expect(is('h1, h2')).toEqual(['A title', 'A title: twice, 2 of 2']);
  expect([...container.querySelectorAll('h1, h2')].map(({ id }) => id)).toEqual([
    'a-title',
    'a-title-twice-2-of-2',
  ]);
  expect(is('p')).toEqual([expect.stringMatching(/^Goes on\s+in a b line, to 2 \* 3\.\s*$/)]);
  expect(is('p strong code')).toEqual(['b']);
  expect(container.querySelector('p a')?.getAttribute('href')).toBe('#/to/hub.md#x');
  expect(is('ul > li').map((item) => item?.replace(/\s+/g, ' '))).toEqual(['one and more', 'two']);
  expect(is('ol > li')).toEqual(['first']);
  expect(is('th')).toEqual(['a']);
  expect(is('tbody td')).toEqual(['1', 'x']);
  expect(is('pre')).toEqual(['# no heading']);
  expect(container.querySelector('img')).toBeNull();
});

/** A token with all that stands in it. */
const deep = (token: Token): Token[] => [token, ...within(token).flatMap(deep)];
/** What is drawn; of HTML documents have pictures alone, which are not. */
const DRAWN =
  'heading paragraph blockquote code list list_item table text escape codespan strong em link image html space'.split(
    ' ',
  );

const FILES = NAMES.flatMap((name) =>
  (Object.keys(DOCUMENTS[name].texts) as Language[]).map(
    (lang) => [lang === 'en' ? name : `${name}.${lang}`, name, lang] as const,
  ),
);

describe.each(FILES)('%s', (file, name, lang) => {
  const blocks = blocksOf(read(file));
  const tokens = blocks.flatMap(deep);

  test('is carried by the product, and begins with its one title', async () => {
    expect((await textOf(name, lang).text()).default).toBe(read(file));
    expect(blocks.map((block) => block.type === 'heading' && block.depth === 1).lastIndexOf(true)).toBe(0);
  });

  test('has nothing in it that is not drawn', () => {
    expect([...new Set(tokens.map(({ type }) => type))].filter((type) => !DRAWN.includes(type))).toEqual([]);
    const html = tokens.filter(({ type }) => type === 'html').map(({ raw }) => raw.trim());
    expect(html.filter((raw) => !/^(<\/?p>|<img [^>]*>|\s)+$/.test(raw))).toEqual([]);
  });

  test('does not show the line of its languages', () => {
    const lines = blocks.filter(isLanguageLine).map(plainOf);
    expect(lines.length).toBe(name === 'getting-started' ? 1 : 0);
  });

  test('leads to headings that are there', () => {
    for (const token of tokens) {
      if (token.type !== 'link') continue;
      const [, to = '', at] =
        /^#\/help\/([\w-]+)(?:\?at=(.*))?$/.exec(addressFrom(name, token.href) ?? '') ?? [];
      if (!at) continue;
      const ids = blocksOf(read(to)).flatMap((block) => (block.type === 'heading' ? [idOf(block)] : []));
      expect(ids, token.href).toContain(at);
    }
  });
});

test('a reader has the document in their language where there is one', async () => {
  await loadLanguage('zh-Hant', ['common', 'workspace']);
  open('#/help/getting-started');
  await screen.findByRole('heading', { level: 2, name: '頭兩分鐘' });
  expect(screen.queryByText('以下內容為英文。')).toBeNull();
  expect(screen.queryByText('简体中文')).toBeNull();
});

test('a file that the product does not carry is no link; the web is one', () => {
  expect(addressFrom('hub', 'decisions/sealed-answers.md')).toBeNull();
  expect(addressFrom('hub', '../README.md')).toBeNull();
  expect(addressFrom('hub', 'javascript:alert(1)')).toBeNull();
  expect(addressFrom('hub', 'http://plain.example')).toBeNull();
  expect(addressFrom('hub', 'https://nodejs.org')).toBe('https://nodejs.org');
  expect(addressFrom('hub', '#options')).toBe('#/help/hub?at=options');
  expect(addressFrom('hub', 'hub-capacity.md')).toBe('#/help/hub-capacity');
});

test('nobody is sent to a file of docs/ that came with no store', async () => {
  for (const language of ['en', 'zh-hans', 'zh-hant']) {
    const folder = `lib/i18n/${language}`;
    for (const file of readdirSync(folder)) {
      expect(readFileSync(`${folder}/${file}`, 'utf8'), `${language}/${file}`).not.toMatch(
        /\bdocs\/|\w\.md\b/,
      );
    }
  }
});
