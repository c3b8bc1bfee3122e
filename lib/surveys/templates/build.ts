import type { AuthorForm, Choice, Question, Texts } from '../form';

/** One text in English, in Chinese for the mainland, in Chinese for Taiwan. */
export function say(en: string, hans: string, hant: string): Texts {
  return { en, 'zh-Hans': hans, 'zh-Hant': hant };
}

export function choice(id: string, en: string, hans: string, hant: string): Choice<Texts> {
  return { id, text: say(en, hans, hant) };
}

export const OTHER = say('Something else', '其他', '其他');

export const RECOMMEND: [Texts, Texts] = [
  say('Not at all likely', '完全不可能', '完全不可能'),
  say('Extremely likely', '非常可能', '非常可能'),
];

export const SATISFIED: [Texts, Texts] = [
  say('Very dissatisfied', '非常不满意', '非常不滿意'),
  say('Very satisfied', '非常满意', '非常滿意'),
];

export const EASY: [Texts, Texts] = [
  say('Very difficult', '非常困难', '非常困難'),
  say('Very easy', '非常容易', '非常容易'),
];

const THANKS = say(
  'Thank you. A person reads this.',
  '谢谢您。每一份都有人认真看。',
  '謝謝您。每一份都有人用心看。',
);

/** The last question of most surveys: asked after everything that is counted, and never required. */
export function remark(id: string): Question<Texts> {
  return {
    id,
    type: 'longtext',
    title: say('What else would you like to tell us?', '您还想告诉我们什么？', '您還想告訴我們什麼？'),
  };
}

type Own = Pick<AuthorForm, 'title' | 'pages' | 'show'> & Partial<AuthorForm>;

/** A template: a draft whose id and version are the store's to give. */
export function template(form: Own): AuthorForm {
  return {
    v: 1,
    id: '',
    version: 0,
    kind: 'survey',
    lang: 'en',
    langs: ['en', 'zh-Hans', 'zh-Hant'],
    endings: [{ id: 'e1', title: THANKS }],
    ...form,
  };
}
