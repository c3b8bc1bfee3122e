import type { AuthorForm } from '@/lib/surveys/form';

const THANKS: Record<string, string> = {
  en: 'Thank you for your answer.',
  'zh-Hans': '谢谢你的回答。',
  'zh-Hant': '謝謝你的回答。',
};

/** A form with one empty page, in one language. Its id and version are the store's to give. */
export function blankForm(lang: string): AuthorForm {
  return {
    v: 1,
    id: '',
    version: 0,
    kind: 'survey',
    title: {},
    lang,
    langs: [lang],
    pages: [{ id: 'p1', questions: [] }],
    endings: [{ id: 'e1', title: THANKS[lang] ? { [lang]: THANKS[lang] } : {} }],
    show: { place: 'popover', side: 'end', on: { after: 8000 }, quiet: 30 },
  };
}
