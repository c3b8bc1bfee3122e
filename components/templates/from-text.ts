import { MOST_TEXT } from '@/lib/crm/merge-fields';
import type { TemplateFields } from '@/lib/crm/templates';
import { language } from '@/lib/i18n';

const HAN = /\p{sc=Han}/u;
const MOST_NAME = 80;

/** A template of what was written elsewhere, called by its first line. */
export function templateOf(text: string): TemplateFields {
  const told = text.trim().slice(0, MOST_TEXT);
  const [first = ''] = told.split('\n');
  const chinese = language.value === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans';
  return {
    name: first.trim().slice(0, MOST_NAME),
    language: HAN.test(told) ? chinese : 'en',
    labels: [],
    text: told,
  };
}
