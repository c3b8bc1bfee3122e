import { type Key, t } from '@/lib/i18n';
import { list, number } from '@/lib/i18n/format';
import type { AuthorForm, Condition, Operator, Rule } from '@/lib/surveys/form';
import { languageName } from '../draft/languages';
import { readable } from '../draft/texts';

const WORDS = {
  is: 'logic.is_is',
  isNot: 'logic.is_is_not',
  anyOf: 'logic.is_any_of',
  noneOf: 'logic.is_none_of',
  has: 'logic.is_has',
  hasAll: 'logic.is_has_all',
  lt: 'logic.is_lt',
  lte: 'logic.is_lte',
  gt: 'logic.is_gt',
  gte: 'logic.is_gte',
  between: 'logic.is_between',
  contains: 'logic.is_contains',
  lacks: 'logic.is_lacks',
  answered: 'logic.is_answered',
  skipped: 'logic.is_skipped',
} as const satisfies Record<Operator, Key>;

/** A rule in words: "question 1 ≤ 6 and question 2 is Breakage". @param lang of the form's own words */
export function ruleWords(form: AuthorForm, lang: string, rule: Rule, depth = 0): string {
  const rules = 'all' in rule ? rule.all : 'any' in rule ? rule.any : null;
  if (!rules) return conditionWords(form, lang, rule as Condition);
  if (rules.length === 0) return t('logic.edge_always');
  const join = 'all' in rule ? 'logic.join_and' : 'logic.join_or';
  const words = rules
    .map((one) => ruleWords(form, lang, one, depth + 1))
    .reduce((first, second) => t(join, { first, second }));
  return depth > 0 && rules.length > 1 ? t('logic.group', { words }) : words;
}

function conditionWords(form: AuthorForm, lang: string, { q, is, to }: Condition): string {
  const subject = subjectWords(form, lang, q);
  const say = (value: unknown) => valueWords(form, lang, q, value);
  if (is === 'between') {
    const [low, high] = Array.isArray(to) ? to : [];
    return t(WORDS.between, { subject, low: say(low), high: say(high) });
  }
  if (is === 'answered' || is === 'skipped') return t(WORDS[is], { subject });
  const value = Array.isArray(to) ? list(to.map(say)) : say(to);
  return t(WORDS[is], { subject, value });
}

function questionOf(form: AuthorForm, q: string) {
  const questions = form.pages.flatMap((page) => page.questions);
  const at = questions.findIndex(({ id }) => q === id || q.startsWith(`${id}.`));
  return { question: questions[at], number: at + 1 };
}

/** A question by its number: its title stands in its own node. */
function subjectWords(form: AuthorForm, lang: string, q: string): string {
  if (q === '@score') return t('surveys.subject_score');
  if (q === '@lang') return t('surveys.subject_lang');
  if (q === '@url') return t('surveys.subject_url');
  if (q.startsWith('@')) return q;
  const { question, number: n } = questionOf(form, q);
  if (!question) return t('logic.subject_gone');
  const words = t('logic.question_n', { n });
  const part = q.slice(question.id.length + 1);
  const row = question.rows?.find(({ id }) => id === part);
  if (row) return `${words} / ${readable(row.text, lang, form.lang)}`;
  return question.type === 'ranking' && /^\d+$/.test(part)
    ? `${words} / ${t('surveys.subject_place', { place: Number(part) + 1 })}`
    : words;
}

function valueWords(form: AuthorForm, lang: string, q: string, value: unknown): string {
  if (typeof value === 'number') return number(value);
  const { question } = questionOf(form, q);
  if (q === '@lang') return languageName(String(value));
  if (question?.type === 'yesno') return t(value === 'yes' ? 'surveys.yes' : 'surveys.no');
  if (value === 'other' && question?.other) return readable(question.other, lang, form.lang);
  const choice = question?.choices?.find(({ id }) => id === value);
  return (choice && readable(choice.text, lang, form.lang)) || String(value ?? '');
}
