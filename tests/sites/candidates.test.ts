import { expect, test } from 'vitest';
import { candidates } from '@/entrypoints/teach.content/candidates';
import { openPage } from './fixtures';

const texts = (html: string) =>
  candidates([openPage(`<body>${html}</body>`, 'https://post.kite.example/')]).map(
    ({ textContent }) => textContent,
  );
const MAIL = '<article><b title="anna@harbour.example">Anna Berg</b><i>mia@lumen.example</i></article>';

test('those who bear an address come first, then short texts that stand alone', () => {
  expect(texts(`<p>Inbox</p><p>x</p><script>let name</script><div><span>Offer</span></div>${MAIL}`)).toEqual([
    'Anna Berg',
    'mia@lumen.example',
    'Inbox',
    'Offer',
  ]);
});

test('a long list before the message keeps nobody of it out of reach', () => {
  const cells = ['Name', 'Offer', 'Yesterday', 'Unread', 'Flag'].map((cell) => `<td>${cell}</td>`).join('');
  const found = texts(`<table>${`<tr>${cells}</tr>`.repeat(200)}</table>${MAIL}`);
  expect(found.slice(0, 3)).toEqual(['Anna Berg', 'mia@lumen.example', 'Name']);
  expect(found).toHaveLength(300);
});
