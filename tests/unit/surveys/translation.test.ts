import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOf } from '@/lib/exchange/csv-rows';
import { writeCsv } from '@/lib/exchange/csv-write';
import type { AuthorForm } from '@/lib/surveys/form';
import { inLanguage } from '@/lib/surveys/language';
import { TEMPLATES } from '@/lib/surveys/templates';
import { fitting, tracked } from '@/lib/surveys/translation/stale';
import { readTranslations, translationRows } from '@/lib/surveys/translation/table';
import { mapTexts, textsOf, todoIn, withWords } from '@/lib/surveys/translation/texts';

const form: AuthorForm = {
  v: 1,
  id: '',
  version: 0,
  kind: 'survey',
  title: { en: 'Tea', de: 'Tee' },
  intro: { en: 'Hello' },
  privacy: { text: { en: 'Private' } },
  lang: 'en',
  langs: ['en', 'de'],
  pages: [
    {
      id: 'p1',
      questions: [
        {
          id: 'q1',
          type: 'single',
          title: { en: 'Which tea, {{@name}}?', de: 'Welcher Tee, {{@name}}?' },
          choices: [
            { id: 'c1', text: { en: 'Green', de: 'Grün' } },
            { id: 'c2', text: { en: '=SUM(A1)', de: '' } },
          ],
        },
      ],
    },
  ],
  endings: [{ id: 'e1', title: { en: 'Thanks' }, steps: [{ en: 'We read it' }] }],
  show: { place: 'popover', on: { after: 0 } },
};
const words = (lang: string, of: Record<string, string>, from = form) =>
  withWords(from, lang, new Map(Object.entries(of)));

describe('the texts of a form', () => {
  it('are all of them, each by a name of its own, and nothing else is touched', () => {
    const ids = textsOf(form).map(({ id }) => id);
    expect(ids).toEqual([
      'form.title',
      'form.intro',
      'question.q1.title',
      'question.q1.choice.c1',
      'question.q1.choice.c2',
      'ending.e1.title',
      'ending.e1.step.0',
      'form.privacy',
    ]);
    expect(mapTexts(form, ({ texts }) => texts)).toEqual(form);
  });

  it.each(TEMPLATES)('of the template $id say everything that is said', ({ form }) => {
    const found = textsOf(form).flatMap(({ texts }) => Object.values(texts));
    const said = new Set(found);
    const all: string[] = [];
    JSON.stringify(form, (key, value) => {
      if (form.langs.includes(key) && typeof value === 'string') all.push(value);
      return value;
    });
    expect(all.filter((text) => !said.has(text))).toEqual([]);
    expect(found).toHaveLength(all.length);
  });

  it('are missing where the first language has words', () => {
    expect(todoIn(form, 'de').missing).toEqual([
      'form.intro',
      'question.q1.choice.c2',
      'ending.e1.title',
      'ending.e1.step.0',
      'form.privacy',
    ]);
    expect(todoIn(form, 'en')).toEqual({ missing: [], stale: [] });
  });
});

describe('a translation that is older than its words', () => {
  const changed = tracked(form, words('en', { 'question.q1.choice.c1': 'Green tea' }));

  it('is marked with the words that it was made of, and they stay while more is typed', () => {
    expect(changed.stale).toEqual({ 'question.q1.choice.c1': { de: 'Green' } });
    const more = tracked(changed, words('en', { 'question.q1.choice.c1': 'Green teas' }, changed));
    expect(more.stale).toEqual(changed.stale);
    expect(todoIn(more, 'de').stale).toEqual(['question.q1.choice.c1']);
  });

  it('is marked no more when it is written anew, when the words are the old ones, when it is said to fit', () => {
    const written = tracked(changed, words('de', { 'question.q1.choice.c1': 'Grüner Tee' }, changed));
    const back = tracked(changed, words('en', { 'question.q1.choice.c1': 'Green' }, changed));
    const fits = tracked(changed, fitting(changed, 'question.q1.choice.c1', 'de'));
    expect([written.stale, back.stale]).toEqual([undefined, undefined]);
    expect(fits.stale?.['question.q1.choice.c1']).toBeUndefined();
  });

  it('is no matter of visitors, nor of a survey whose first language changes', () => {
    expect(inLanguage(changed, 'de')).not.toHaveProperty('stale');
    expect(tracked(changed, { ...changed, lang: 'de', langs: ['de', 'en'] })).not.toHaveProperty('stale');
  });

  it('is marked only where its first language was changed, whatever is typed', () => {
    const ids = textsOf(form).map(({ id }) => id);
    const edit = fc.record({
      lang: fc.constantFrom('en', 'de'),
      id: fc.constantFrom(...ids),
      text: fc.constantFrom('a', 'b', 'Green', 'Grün', ''),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
        let now = form;
        for (const { lang, id, text } of edits) now = tracked(now, words(lang, { [id]: text }, now));
        for (const [id, marks] of Object.entries(now.stale ?? {})) {
          expect(edits.some((one) => one.lang === 'en' && one.id === id)).toBe(true);
          const at = textsOf(now).find((one) => one.id === id)!;
          expect(marks.de).not.toBe(at.texts.en);
          expect(at.texts.de?.trim()).toBeTruthy();
        }
      }),
    );
  });
});

describe('the table for a translator', () => {
  const rows = translationRows(form, 'de', (id) => id);
  const cell = (id: string, text: string, base?: string) =>
    rows.map((row) => (row[0] === id ? [id, '', base ?? row[2]!, text] : row));

  it('comes back as it went out, through a spreadsheet', () => {
    const file = writeCsv(rows);
    expect(file).toContain("'=SUM(A1)");
    const back = rowsOf(file).map(({ cells }) => cells);
    expect(back).toEqual(rows);
    const read = readTranslations(form, back)!;
    expect([read.lang, read.changed, read.faults]).toEqual(['de', [], []]);
  });

  it('takes what was translated, by its name, in any order of rows and columns', () => {
    const turned = cell('ending.e1.title', 'Danke').map(([id, where, en, de]) => [de!, id!, en!, where!]);
    const read = readTranslations(form, [turned[0]!, ...turned.slice(1).reverse()])!;
    expect(read.changed).toEqual(['ending.e1.title']);
    expect(read.form.endings[0]!.title).toEqual({ en: 'Thanks', de: 'Danke' });
  });

  it('takes no text that lost a place for an answer, is too long, stands twice or is not there', () => {
    const read = (with_: string[][]) => readTranslations(form, with_)!;
    const lost = read(cell('question.q1.title', 'Welcher Tee?'));
    expect(lost.faults).toEqual([{ row: 4, id: 'question.q1.title', fault: 'pipes', pipes: ['{{@name}}'] }]);
    expect(read(cell('form.intro', 'x'.repeat(5001))).faults[0]?.fault).toBe('long');
    expect(read([...cell('form.intro', 'Hallo'), ['form.intro', '', '', 'Moin']]).faults[0]?.fault).toBe(
      'twice',
    );
    expect(read([...rows, ['question.gone.title', '', '', 'x']]).faults[0]?.fault).toBe('unknown');
    expect([lost.changed, lost.form]).toEqual([[], form]);
  });

  it('marks what translates older words', () => {
    const read = readTranslations(form, cell('form.title', 'Schwarztee', 'Black tea'))!;
    expect(read.faults.map(({ fault }) => fault)).toEqual(['changed']);
    expect(tracked(form, read.form).stale).toEqual({ 'form.title': { de: 'Black tea' } });
  });

  it('is none without ids or without a language of the survey', () => {
    expect(readTranslations(form, [['key', 'de']])).toBeNull();
    expect(readTranslations(form, [['id', 'en', 'fr']])).toBeNull();
    expect(readTranslations(form, [])).toBeNull();
  });

  it('never throws, and changes nothing but this language, whatever a file says', () => {
    const any = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('id', 'de', '__proto__', 'form.title', '{{q}}')),
      {
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (body) => {
        const read = readTranslations(form, [['id', 'de', 'en'], ...body]);
        expect(read && textsOf(read.form).map(({ texts }) => texts.en)).toEqual(
          textsOf(form).map(({ texts }) => texts.en),
        );
      }),
    );
  });
});
