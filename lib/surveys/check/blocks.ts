import type { AuthorForm, Block, Computed, Page, Rule, Texts } from '../form';
import { pipesOf } from '../piping';
import type { AuthorQuestion, FormFault } from './fault';
import { named } from './rule';

const isSideBySide = (ids: string[], of: string[]): boolean => {
  const places = of.map((id) => ids.indexOf(id));
  const first = Math.min(...places);
  return first >= 0 && new Set(places).size === of.length && Math.max(...places) === first + of.length - 1;
};

/** The pages or questions that a block holds; null where it is neither pages side by side nor questions of one page side by side. */
function membersOf({ pages }: AuthorForm, { of }: Block): Page<Texts>[] | AuthorQuestion[] | null {
  if (of.length < 2) return null;
  const lists: (Page<Texts>[] | AuthorQuestion[])[] = [pages, ...pages.map((page) => page.questions)];
  const list = lists.find((each) =>
    isSideBySide(
      each.map(({ id }) => id),
      of,
    ),
  );
  return list ? (list.filter(({ id }) => of.includes(id)) as typeof list) : null;
}

/** Every answer that a rule asks about. */
function subjectsOf(rule: Rule): string[] {
  if ('all' in rule) return rule.all.flatMap(subjectsOf);
  if ('any' in rule) return rule.any.flatMap(subjectsOf);
  return [rule.q];
}

/** The same, with what stands behind computed names. */
function sourcesOf(subjects: string[], computed: readonly Computed[]): string[] {
  const sources = new Set(subjects);
  // A set that grows is gone through to its end.
  for (const q of sources) {
    for (const { name, of } of computed) {
      if (q !== `@${name}`) continue;
      for (const term of of) {
        if (term.q !== undefined) sources.add(term.q);
        for (const one of term.when ? subjectsOf(term.when) : []) sources.add(one);
      }
    }
  }
  return [...sources];
}

const questionsOf = (member: Page<Texts> | AuthorQuestion): AuthorQuestion[] =>
  'questions' in member ? member.questions : [member];

/** What the questions of a member need to know: subjects of rules, and pipes of texts. */
function needsOf(member: Page<Texts> | AuthorQuestion, computed: readonly Computed[]): string[] {
  const subjects = questionsOf(member).flatMap(({ when, title, help }) => [
    ...(when ? subjectsOf(when) : []),
    ...[title, help].flatMap((text) => Object.values(text ?? {}).flatMap(pipesOf)),
  ]);
  return sourcesOf(subjects, computed);
}

/** Whether a member needs an answer of another one, which may come after it. */
function needsAnother(members: (Page<Texts> | AuthorQuestion)[], computed: readonly Computed[]): boolean {
  return members.some((member) => {
    const others = members.filter((one) => one !== member).flatMap(questionsOf);
    // Of a score all choices have a part.
    const isScored = others.some(({ choices = [] }) => choices.some(({ score }) => score !== undefined));
    return needsOf(member, computed).some((q) => named(q, others) || (q === '@score' && isScored));
  });
}

function codesOf(form: AuthorForm, block: Block): FormFault['code'][] {
  const members = membersOf(form, block);
  if (!members) return ['brokenBlock'];
  const { pages, computed = [] } = form;
  const inside = (id: string) => block.of.includes(id) && pages.some((page) => page.id === id);
  const jumps = pages.flatMap(({ id, next = [] }) => next.map(({ to }) => ({ from: id, to })));
  return [
    ...(block.shows !== undefined && !(block.shows >= 1 && block.shows <= block.of.length)
      ? (['badShows'] as const)
      : []),
    ...(jumps.some(({ from, to }) => inside(from) || inside(to)) ? (['blockJump'] as const) : []),
    ...(needsAnother(members, computed) ? (['blockQuestion'] as const) : []),
  ];
}

/** What keeps the order of a block from being drawn without breaking the way through the form. */
export function blockFaults(form: AuthorForm): FormFault[] {
  const { blocks = [] } = form;
  const shared = blocks.filter((block, at) =>
    blocks.some(
      (one, other) => other < at && (one.id === block.id || one.of.some((id) => block.of.includes(id))),
    ),
  );
  const codes = blocks.flatMap((block): FormFault['code'][] =>
    shared.includes(block) ? ['brokenBlock'] : codesOf(form, block),
  );
  return [...new Set(codes)].map((code) => ({ code, part: 'blocks' }));
}
