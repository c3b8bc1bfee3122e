import type { SurveyView } from '@/lib/api/survey-views';
import type { AuthorForm, Question } from '@/lib/surveys/form';
import { inLanguage } from '@/lib/surveys/language';
import { surveyLink } from './addresses';
import type { MailQuestion } from './mail-text';

/** Up to this many answers stand in a mail. */
const MOST = 11;

/** The two words that a mail brings itself; in other languages such a question is asked on its page. */
const YES_NO: Record<string, [string, string]> = {
  en: ['Yes', 'No'],
  'zh-Hans': ['是', '否'],
  'zh-Hant': ['是', '否'],
};

/** What of a question can be answered by a link, as the address and as the mail says it; empty where it wants a field. */
export function mailChoices(question: Question, lang: string): { value: string; text: string }[] {
  const { type, choices = [] } = question;
  const scale = scaleOf(question);
  if (scale) {
    const count = scale[1] - scale[0] + 1;
    if (count < 2 || count > MOST) return [];
    return Array.from({ length: count }, (_, index) => {
      const value = String(scale[0] + index);
      return { value, text: value };
    });
  }
  const words = YES_NO[lang];
  if (type === 'yesno' && words)
    return [
      { value: 'yes', text: words[0] },
      { value: 'no', text: words[1] },
    ];
  if ((type === 'single' || type === 'dropdown') && choices.length <= MOST)
    return choices.map(({ id, text }) => ({ value: id, text }));
  return [];
}

function scaleOf({ type, range }: Question): [number, number] | null {
  const [low, high] = range ?? [];
  if (type === 'nps') return [0, 10];
  if (type !== 'csat' && type !== 'ces') return null;
  if (typeof low === 'number' && typeof high === 'number') return [low, high];
  return [1, type === 'csat' ? 5 : 7];
}

/** The first question of a form as a mail has it; one that wants a field has the link alone. Null without a hub. */
export function mailQuestion(
  survey: Pick<SurveyView, 'code' | 'hub' | 'key'>,
  form: AuthorForm,
  lang: string,
  token?: string,
): MailQuestion | null {
  const href = surveyLink(survey, { lang, token });
  if (!href) return null;
  const spoken = inLanguage(form, lang);
  const whole = { href, text: spoken.title };
  const first = spoken.pages.flatMap((page) => page.questions).find(({ type }) => type !== 'statement');
  if (!first) return { title: spoken.title, choices: [], whole };
  return {
    title: first.title,
    ends: first.ends,
    whole,
    choices: mailChoices(first, lang).map(({ value, text }) => ({
      text,
      href: surveyLink(survey, { lang, token, prefill: { [first.id]: value } }) ?? href,
    })),
  };
}
