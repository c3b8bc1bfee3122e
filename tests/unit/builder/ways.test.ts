import { describe, expect, test } from 'vitest';
import { opensHereOnly, surveyLink } from '@/components/surveys/publish/addresses';
import { linksFile } from '@/components/surveys/publish/links-file';
import { mailChoices, mailQuestion } from '@/components/surveys/publish/mail-question';
import { mailHtml, mailText } from '@/components/surveys/publish/mail-text';
import { qrFile } from '@/components/surveys/publish/qr-code';
import { hubSnippet, inlineSnippet } from '@/components/surveys/publish/snippet';
import { formOf, question } from '../../components/surveys/forms';
import { HUB, KEY } from '../../components/surveys/survey-client';

const survey = { code: 'abcde12345', hub: HUB, key: KEY };

describe('links', () => {
  test('the key stands behind the #, and a token behind the key', () => {
    expect(surveyLink(survey)).toBe(`https://hub.example/f/${HUB.space}/abcde12345#${KEY}`);
    expect(surveyLink(survey, { token: 'tok', lang: 'en', prefill: { q1: '0' } })).toBe(
      `https://hub.example/f/${HUB.space}/abcde12345?l=en&q1=0#${KEY}.tok`,
    );
    expect(surveyLink({ ...survey, hub: null })).toBeNull();
    const at = (url: string) => opensHereOnly({ hub: { ...HUB, url } });
    const here = ['http://127.0.0.1:8484', 'http://localhost:8484', 'http://[::1]:8484'];
    expect(here.map(at)).toEqual([true, true, true]);
    expect(['https://hub.example', 'https://localhost.example', 'http://192.168.1.7:8484'].map(at)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('snippet', () => {
  /** Runs the first script as a page would and answers what the widget is told. */
  const told = (snippet: string): unknown[] => {
    const script = /<script>\n([\s\S]*?)<\/script>/.exec(snippet)?.[1] ?? '';
    const window: { sidelight?: { q: IArguments[] } } = {};
    new Function('window', `with (window) {${script}}`)(window);
    return [...(window.sidelight?.q[0] ?? [])];
  };

  test('tells hub, space and key', () => {
    expect(told(hubSnippet(HUB, KEY))).toEqual(['init', { hub: HUB.url, space: HUB.space, key: KEY }]);
    expect(hubSnippet(HUB, KEY)).toContain('src="https://hub.example/w.js"');
  });

  test('a text in a form cannot end its script', () => {
    const { title, intro, privacy, pages, endings, ...rest } = formOf();
    const form = { ...rest, title: '</script><script>alert(1)</script>', pages: [], endings: [] };
    const snippet = inlineSnippet([form], KEY);
    expect(snippet.match(/<\/script>/g)).toHaveLength(2);
    expect(told(snippet)).toEqual(['init', { key: KEY, forms: [form] }]);
    expect(told(inlineSnippet([form], KEY, 'post@kiln.example'))).toEqual([
      'init',
      { key: KEY, mail: 'post@kiln.example', forms: [form] },
    ]);
    expect(told(inlineSnippet([form], KEY, 'post@'))).toEqual(['init', { key: KEY, forms: [form] }]);
  });
});

describe('mail', () => {
  const form = formOf([question('a', 'nps', { ends: [{ en: 'Not at all' }, { en: 'Extremely' }] })]);

  test('a scale is a row of links, 0 among them', () => {
    const asked = mailQuestion(survey, form, 'en', 'tok');
    expect(asked?.choices).toHaveLength(11);
    expect(asked?.choices[0]?.href).toContain('?l=en&a=0#');
    expect(asked?.choices[0]?.href.endsWith('.tok')).toBe(true);
    expect(mailText(asked!)).toContain('10: https://hub.example/');
  });

  test('what people wrote is text in the HTML', () => {
    const html = mailHtml({
      title: '<b>"&\'',
      choices: [{ text: '<i>', href: 'https://x.example/?a=1&b="2"#k' }],
      whole: { text: '</a>', href: 'https://x.example' },
    });
    expect(html).not.toMatch(/<b>|<i>|<\/a><\/a>/);
    expect(html).toContain('https://x.example/?a=1&#38;b=&#34;2&#34;#k');
  });

  test('what wants a field has the link alone', () => {
    expect(mailChoices({ id: 'a', type: 'text', title: '' }, 'en')).toEqual([]);
    expect(mailChoices({ id: 'a', type: 'yesno', title: '' }, 'de')).toEqual([]);
    expect(mailChoices({ id: 'a', type: 'csat', title: '' }, 'de')).toHaveLength(5);
    expect(mailQuestion(survey, formOf([question('a', 'text')]), 'en')?.choices).toEqual([]);
  });
});

test('a table of links holds no formula, and every cell stays one', () => {
  const file = linksFile([{ name: '=1+1, "Inc"', address: '@x', link: 'https://x.example' }]);
  expect(file).toBe('\ufeffname,email,link\r\n"\'=1+1, ""Inc""",\'@x,https://x.example\r\n');
});

test('a code is drawn with four modules of quiet', () => {
  const file = qrFile('https://hub.example');
  const [, size] = /viewBox="0 0 (\d+) /.exec(file) ?? [];
  const xs = [...file.matchAll(/M(\d+) (\d+)h1/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect(Math.min(...xs)).toBe(4);
  expect(Math.max(...xs)).toBe(Number(size) - 5);
});
