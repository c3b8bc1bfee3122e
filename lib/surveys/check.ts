import { blockFaults } from './check/blocks';
import { computedFaults } from './check/computed';
import { type AuthorQuestion, type FormFault, silent, type Where } from './check/fault';
import { formIdFaults, retypedFaults } from './check/ids';
import { pathFaults } from './check/path';
import { questionFaults } from './check/question';
import { named, ruleFaults } from './check/rule';
import { showFaults } from './check/show';
import type { AuthorForm, Texts } from './form';
import { pipesOf } from './piping';

export type { FormFault, FormFaultCode } from './check/fault';

/** Pipes of a text, in any language, that name nothing or what is asked later. */
function pipeFaults(
  texts: (Texts | undefined)[],
  before: AuthorQuestion[],
  all: AuthorQuestion[],
): FormFault['code'][] {
  const pipes = texts.flatMap((text) => Object.values(text ?? {}).flatMap(pipesOf));
  const unknown = pipes.filter((q) => !q.startsWith('@') && !named(q, before));
  return [...new Set(unknown.map((q) => (named(q, all) ? 'laterPipe' : 'unknownPipe')))];
}

/** Rules and pipes, each with what is asked before it. */
function readingFaults({ pages, endings }: AuthorForm): FormFault[] {
  const all = pages.flatMap((page) => page.questions);
  const before: AuthorQuestion[] = [];
  const faults: FormFault[] = [];
  const add = (codes: FormFault['code'][], where: Where) => {
    for (const code of codes) faults.push({ code, ...where });
  };
  for (const page of pages) {
    for (const q of page.questions) {
      const where = { pageId: page.id, questionId: q.id };
      if (q.when) add(ruleFaults(q.when, { before, all }), where);
      add(pipeFaults([q.title, q.help], before, all), where);
      before.push(q);
    }
    for (const { when } of page.next ?? []) add(ruleFaults(when, { before, all }), { pageId: page.id });
  }
  for (const { id, title, text, steps = [] } of endings)
    add(pipeFaults([title, text, ...steps], all, all), { pageId: id });
  return faults;
}

function formFaults(form: AuthorForm): FormFault[] {
  const { langs, lang, title, pages, endings } = form;
  const questions = pages.flatMap((page) => page.questions);
  return [
    ...(langs.includes(lang) ? [] : [{ code: 'unknownLanguage' as const, lang }]),
    ...silent(form, title).map((lang) => ({ code: 'noTitle' as const, lang })),
    ...(questions.some(({ type }) => type !== 'statement') ? [] : [{ code: 'noQuestions' as const }]),
    ...(endings.length > 0 ? [] : [{ code: 'noEnding' as const }]),
  ];
}

/**
 * Everything that keeps a form from being published, in the order of the form: see `FormFaultCode`. An empty list is a form that runs in all of
 * its languages, on which every path comes to an ending.
 * @param earlier the versions that were published before
 */
export function faultsOf(form: AuthorForm, earlier: readonly AuthorForm[] = []): FormFault[] {
  return [
    ...formFaults(form),
    ...formIdFaults(form),
    ...retypedFaults(form, earlier),
    ...form.pages.flatMap((page) =>
      page.questions.flatMap((q) =>
        questionFaults(form, q).map((found) => ({ ...found, pageId: page.id, questionId: q.id })),
      ),
    ),
    ...readingFaults(form),
    ...pathFaults(form),
    ...computedFaults(form),
    ...blockFaults(form),
    ...form.endings.flatMap((ending) => [
      ...silent(form, ending.title).map(
        (lang): FormFault => ({ code: 'emptyTitle', pageId: ending.id, lang }),
      ),
      ...[...(ending.link ? [ending.link.text] : []), ...(ending.steps ?? [])]
        .flatMap((text) => silent(form, text))
        .map((lang): FormFault => ({ code: 'emptyText', pageId: ending.id, lang })),
    ]),
    ...showFaults(form),
  ];
}
