import type { AuthorForm } from '../form';
import type { AuthorQuestion, FormFault } from './fault';

/** Rules read the dot and the `@`, pipes the braces and the bar, results the bar. */
const ID = /^[^\s.@|{}"<>&]{1,40}$/;

/** Ids that differ only by case count as one: rules do not tell them apart. */
function idFaults(ids: string[]): { id: string; code: 'duplicateId' | 'badId' }[] {
  const seen = new Set<string>();
  return ids.flatMap((id): { id: string; code: 'duplicateId' | 'badId' }[] => {
    const isSeen = seen.has(id.toLowerCase());
    seen.add(id.toLowerCase());
    if (isSeen) return [{ id, code: 'duplicateId' }];
    return ID.test(id) && id !== '__proto__' ? [] : [{ id, code: 'badId' }];
  });
}

function choiceFaults({ choices = [], rows = [], other }: AuthorQuestion): FormFault['code'][] {
  const ids = choices.map(({ id }) => id);
  if (other) ids.push('other');
  return [...idFaults(ids), ...idFaults(rows.map(({ id }) => id))].map(({ code }) => code);
}

/** Ids that stand twice or cannot be used: of questions, of pages and endings together, of the choices and rows of each question. */
export function formIdFaults({ pages, endings }: AuthorForm): FormFault[] {
  const questions = pages.flatMap((page) => page.questions);
  return [
    ...idFaults([...pages, ...endings].map(({ id }) => id)).map(({ id, code }) => ({ code, pageId: id })),
    ...idFaults(questions.map(({ id }) => id)).map(({ id, code }) => ({ code, questionId: id })),
    ...questions.flatMap((q) => choiceFaults(q).map((code) => ({ code, questionId: q.id }))),
  ];
}

/** Questions that were of another type in an earlier version: answers to the two would be read as answers to one. */
export function retypedFaults({ pages }: AuthorForm, earlier: readonly AuthorForm[]): FormFault[] {
  const before = earlier.flatMap((form) => form.pages.flatMap((page) => page.questions));
  return pages
    .flatMap((page) => page.questions)
    .filter(({ id, type }) => before.some((one) => one.id === id && one.type !== type))
    .map(({ id }) => ({ code: 'retyped', questionId: id }));
}
