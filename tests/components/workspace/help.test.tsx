import { readdirSync, readFileSync } from 'node:fs';
import { act, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Document } from '@/components/help/document';
import { type Block, blocksOf, type Span, textOf } from '@/components/help/markdown';
import { CurrentPage } from '@/entrypoints/workspace/current-page';
import { DOCUMENTS, type DocumentName } from '@/entrypoints/workspace/pages/help/documents';
import { addressFrom } from '@/entrypoints/workspace/pages/help/help-links';
import { goInstead } from '@/entrypoints/workspace/router';
import { loadLanguage } from '@/lib/i18n';
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
  expect(screen.queryByText('These texts are in English.')).toBeNull();
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
  screen.getByText('以下内容为英文。');
});

test('help that there is none of is no page', async () => {
  open('#/help/constructor');
  await screen.findByRole('heading', { level: 1, name: 'No such page' });
});

test('a document is drawn as text; code is copied whole', async () => {
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const text = '# T\n\n<img src=x onerror=alert(1)>\n\n```\none\ntwo\n```\n';
  const { container } = render(<Document blocks={blocksOf(text)} addressOf={() => null} />);
  expect(container.querySelector('img')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Copy one' }));
  expect(copied).toHaveBeenCalledWith('one\ntwo');
});

test('blocks and what stands in them', () => {
  const text = [
    '# A *title*',
    '',
    'Goes on',
    'in **a `b` line**, [to](hub.md#x).',
    '- one',
    '  and more',
    '- two',
    '',
    '1. first',
    '',
    '| a | |',
    '|---|---|',
    '| `1` | [x](https://x.example) |',
    '```sh',
    '# no heading',
    '',
    '| no | row |',
    '```',
    '## A *title*: `twice`, 2 of 2',
  ].join('\r\n');
  expect(blocksOf(text)).toEqual([
    { is: 'heading', level: 1, id: 'a-title', spans: ['A ', { is: 'em', spans: ['title'] }] },
    {
      is: 'paragraph',
      spans: [
        'Goes on in ',
        { is: 'strong', spans: ['a ', { is: 'code', text: 'b' }, ' line'] },
        ', ',
        { is: 'link', to: 'hub.md#x', spans: ['to'] },
        '.',
      ],
    },
    { is: 'list', ordered: false, items: [['one and more'], ['two']] },
    { is: 'list', ordered: true, items: [['first']] },
    {
      is: 'table',
      head: [['a'], []],
      rows: [[[{ is: 'code', text: '1' }], [{ is: 'link', to: 'https://x.example', spans: ['x'] }]]],
    },
    { is: 'code', text: '# no heading\n\n| no | row |' },
    {
      is: 'heading',
      level: 2,
      id: 'a-title-twice-2-of-2',
      spans: ['A ', { is: 'em', spans: ['title'] }, ': ', { is: 'code', text: 'twice' }, ', 2 of 2'],
    },
  ]);
});

test.each(['***', '| a', '[x](', '```\nnever closed', '**a*', '#', '- ', '\n\n'])(
  'nothing hangs on %j',
  (text) => {
    expect(Array.isArray(blocksOf(text))).toBe(true);
  },
);

/** All that stands between marks, without code. */
function spansOf(block: Block): Span[] {
  if (block.is === 'code') return [];
  if (block.is === 'list') return block.items.flat();
  return block.is === 'table' ? [...block.head, ...block.rows.flat()].flat() : block.spans;
}
const within = (span: Span): Span[] =>
  typeof span === 'string' || span.is === 'code' ? [span] : [span, ...span.spans.flatMap(within)];

describe.each(NAMES)('%s', (name) => {
  const blocks = blocksOf(read(name));

  test('begins with its one title', () => {
    expect(blocks.map((block) => block.is === 'heading' && block.level === 1).lastIndexOf(true)).toBe(0);
  });

  test('is set without a mark left over', () => {
    const words = blocks.flatMap(spansOf).flatMap(within);
    const left = words.filter((span) => typeof span === 'string' && /\*|`|\]\(|^\||^#|^\d\. |^- /.test(span));
    expect(left).toEqual([]);
    expect(textOf(blocks.flatMap(spansOf)).length).toBeGreaterThan(read(name).length / 4);
  });

  test('leads to headings that are there', () => {
    const links = blocks
      .flatMap(spansOf)
      .flatMap(within)
      .flatMap((span) => (typeof span === 'object' && span.is === 'link' ? [span.to] : []));
    for (const link of links) {
      const address = addressFrom(name, link);
      const [, to = '', at] = /^#\/help\/([\w-]+)(?:\?at=(.*))?$/.exec(address ?? '') ?? [];
      if (!at) continue;
      const ids = blocksOf(read(to)).flatMap((block) => (block.is === 'heading' ? [block.id] : []));
      expect(ids, link).toContain(at);
    }
  });
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
