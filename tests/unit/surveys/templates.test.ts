import { describe, expect, it } from 'vitest';
import { faultsOf } from '@/lib/surveys/check';
import { QUESTION_TYPES } from '@/lib/surveys/form';
import { inLanguage } from '@/lib/surveys/language';
import { walk } from '@/lib/surveys/path';
import { AuthorFormSchema } from '@/lib/surveys/schema';
import { TEMPLATES } from '@/lib/surveys/templates';
import hans from '@/widget/seal/words/zh-hans';
import hant from '@/widget/seal/words/zh-hant';

const LANGS = ['en', 'zh-Hans', 'zh-Hant'];
/** Letters that the other script does not have. */
const HANS_ONLY = /[们这问题对谢专编号发务质调满时样么应诉语员广页联级]/;
const HANT_ONLY = /[們這問題對謝專編號發務質調滿時樣麼應訴語員廣頁聯級]/;

describe.each(TEMPLATES)('$id', ({ form }) => {
  it('can be published as it is', () => {
    expect(faultsOf(form)).toEqual([]);
    expect(AuthorFormSchema.safeParse(form).error).toBeUndefined();
  });

  it.each(LANGS)('is whole in %s, in its own script', (lang) => {
    const spoken = inLanguage(form, lang);
    expect(spoken.lang).toBe(lang);
    const texts = JSON.stringify(spoken);
    if (lang === 'en') expect(texts).not.toMatch(/\p{Script=Han}/u);
    if (lang === 'zh-Hans') expect(texts).not.toMatch(HANT_ONLY);
    if (lang === 'zh-Hant') expect(texts).not.toMatch(HANS_ONLY);
    expect(texts).not.toContain('!');
    expect(texts).not.toContain('！');
  });

  it.each(['zh-Hans', 'zh-Hant'])('calls who answers 您 in %s, as all that goes to a customer', (lang) => {
    expect(JSON.stringify(inLanguage(form, lang))).not.toContain('你');
  });

  it('comes to an ending without any answer', () => {
    expect(walk(form, {}).ending).toBe('e1');
  });
});

it('the widget calls who answers 您 beside them', () => {
  const said = JSON.stringify([hans, hant]);
  expect(said).toContain('您');
  expect(said).not.toContain('你');
});

it('has each of the eight, and the types of questions exist', () => {
  expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(8);
  const types = TEMPLATES.flatMap(({ form }) =>
    form.pages.flatMap((page) => page.questions.map((q) => q.type)),
  );
  for (const type of types) expect(QUESTION_TYPES).toContain(type);
});
