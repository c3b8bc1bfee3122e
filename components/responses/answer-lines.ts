import { readable } from '@/components/surveys/draft/texts';
import type { ResponseView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { longDate, number } from '@/lib/i18n/format';
import type { Choice, Question, Texts, Value } from '@/lib/surveys/form';
import { scaleOf } from '@/lib/surveys/scale';

type Answered = Pick<ResponseView, 'values' | 'lang'>;

/** What was answered to one question, a line each, in the words that the visitor saw. */
export function answerLines(question: Question<Texts>, { values, lang }: Answered): string[] {
  const value = values[question.id];
  if (value === undefined) return [];
  const beside = values[`${question.id}.other`];
  return linesOf(question, value, lang, typeof beside === 'string' ? beside : null);
}

/** A question as the visitor read it: with their own answers where the text has a place for one. */
export function askedWords(
  question: Question<Texts>,
  of: Answered & Pick<ResponseView, 'questions'>,
): string {
  const text = inTheirWords(question.title, of.lang);
  return text.replace(/\{\{\s*([^{}|\s]+)\s*(?:\|([^{}]*))?\}\}/g, (_, id: string, fallback = '') => {
    const value = of.values[id];
    const piped = of.questions.find((one) => one.id === id);
    if (typeof value === 'number') return String(value);
    return (piped && answerLines(piped, of).join(', ')) || fallback.trim() || '…';
  });
}

/** A text of the form in the language of the visitor, else in the first that there is. */
export function inTheirWords(texts: Texts | undefined, lang: string): string {
  return readable(texts, lang, lang);
}

function linesOf(question: Question<Texts>, value: Value, lang: string, beside: string | null): string[] {
  const { type, choices = [], rows = [], other } = question;
  const word = (id: string): string => {
    if (id === 'other' && other) {
      const said = inTheirWords(other, lang);
      return beside ? `${said}: ${beside}` : said;
    }
    return choiceWords(choices, id, lang);
  };
  if (typeof value === 'number') return [numberLine(question, value)];
  if (value === true) return [t('responses.agreed')];
  if (value === false) return [t('responses.no')];
  if (type === 'yesno') return [t(value === 'yes' ? 'responses.yes' : 'responses.no')];
  if (Array.isArray(value))
    return value.map((id, at) => (type === 'ranking' ? `${at + 1}. ${word(id)}` : word(id)));
  if (typeof value === 'object')
    return rows.flatMap(({ id, text }) => {
      const column = value[id];
      return column === undefined ? [] : [`${inTheirWords(text, lang)}: ${word(column)}`];
    });
  if (type === 'date') return [longDate(new Date(`${value}T12:00`))];
  if (type === 'single' || type === 'dropdown') return [word(value)];
  return value.split('\n');
}

function numberLine(question: Question<Texts>, value: number): string {
  const scale = question.type === 'number' ? null : scaleOf(question);
  return scale ? t('responses.score_of', { score: value, most: scale[1] }) : number(value);
}

function choiceWords(choices: Choice<Texts>[], id: string, lang: string): string {
  return inTheirWords(choices.find((choice) => choice.id === id)?.text, lang) || id;
}
