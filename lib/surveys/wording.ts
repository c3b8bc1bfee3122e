import type { AuthorForm } from './form';
import { answerNotes } from './wording/answers';
import { en } from './wording/en';
import { isOpen, type Language, type WordingNote } from './wording/note';
import { titleNotes } from './wording/title';
import { zh } from './wording/zh';

export { WORDING_RULES, type WordingNote, type WordingRule } from './wording/note';

/** So many questions make a survey of which a share can be told. */
const ENOUGH = 4;
const MOST_OPEN = 1 / 3;

function languageOf(lang: string): Language | null {
  const [base] = lang.toLowerCase().split('-');
  return base === 'en' ? en : base === 'zh' ? zh : null;
}

/** What a survey asks to be written before and beside what can be ticked. Forms that people come to with something to write are left alone. */
function openNotes({ kind, pages, lang }: AuthorForm): WordingNote[] {
  if (kind !== 'survey') return [];
  const asked = pages.flatMap((page) => page.questions).filter(({ type }) => type !== 'statement');
  const opinions = asked.filter(
    ({ type, dimension }) => !['email', 'phone', 'consent'].includes(type) && dimension !== 'name',
  );
  const open = opinions.filter(isOpen);
  const note = (rule: WordingNote['rule'], questionId: string | null): WordingNote => ({
    rule,
    questionId,
    lang,
    part: 'form',
    found: null,
    better: null,
  });
  const notes: WordingNote[] = [];
  const first = opinions[0];
  if (first && isOpen(first) && opinions.some((question) => !isOpen(question)))
    notes.push(note('openFirst', first.id));
  if (opinions.length >= ENOUGH && open.length > opinions.length * MOST_OPEN)
    notes.push(note('openShare', null));
  return notes;
}

/**
 * What could be worded better, question by question, in each language that is known (English and Chinese). They are hints: none keeps a
 * survey from being published.
 * @param langs the form's unless told
 */
export function wordingNotes(form: AuthorForm, langs: readonly string[] = form.langs): WordingNote[] {
  const notes = langs.flatMap((lang) => {
    const language = languageOf(lang);
    if (!language) return [];
    return form.pages
      .flatMap((page) => page.questions)
      .flatMap((question) =>
        [...titleNotes(question, lang, language), ...answerNotes(question, lang, language)].map(
          (found): WordingNote => ({ ...found, questionId: question.id, lang }),
        ),
      );
  });
  return [...notes, ...openNotes(form)];
}
