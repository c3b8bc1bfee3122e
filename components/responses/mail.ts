import { mailTo } from '@/components/contacts/mail-link';
import type { ResponseView } from '@/lib/api/survey-views';
import { cutText } from '@/lib/crm/whole-text';
import { inTheirWords } from './answer-lines';

/** Thanks in the language in which somebody answered: a letter to them, and no text of the interface. */
const THANKS = {
  en: 'Thank you for your answer. It helps us.',
  'zh-Hans': '感谢您的回答，这对我们很有帮助。',
  'zh-Hant': '謝謝您的填答，這對我們很有幫助。',
} as const;

function thanksIn(lang: string): string {
  if (!/^zh/i.test(lang)) return THANKS.en;
  return /hant|tw|hk|mo/i.test(lang) ? THANKS['zh-Hant'] : THANKS['zh-Hans'];
}

type Answered = Pick<ResponseView, 'questions' | 'lang' | 'score' | 'comment'>;

/** Link to a mail to who answered: what was asked as its subject, score and comment quoted. */
export function replyMail(address: string, of: Answered): string {
  const quoted = [of.score ? `${of.score.value} / ${of.score.range[1]}` : '', of.comment]
    .join('\n')
    .split('\n')
    .filter(Boolean)
    .map((line) => `> ${line}`);
  return mailTo(address, subjectOf(of), `\n\n${quoted.join('\n')}\n`);
}

/** Link to a mail that thanks for the answer. */
export function thanksMail(address: string, of: Answered): string {
  return mailTo(address, subjectOf(of), thanksIn(of.lang));
}

function subjectOf({ questions, lang }: Answered): string {
  const asked = inTheirWords(questions[0]?.title, lang);
  return asked ? `Re: ${cutText(asked.replace(/\s+/g, ' '), 120)}` : '';
}
