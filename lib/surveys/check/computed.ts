import type { AuthorForm, Term } from '../form';
import type { FormFault } from './fault';
import { named, ruleFaults } from './rule';

/** What rules and pipes read at a name. */
const NAME = /^[^\s.@|{}"<>&]{1,40}$/;
/** They mean something else. */
const TAKEN = ['lang', 'url', 'score', 'name', '__proto__'];

/** What is wrong with the values that a form computes, each code once for each of them. */
export function computedFaults({ pages, computed = [] }: AuthorForm): FormFault[] {
  const all = pages.flatMap((page) => page.questions);
  return computed.flatMap(({ name, of }, at) => {
    const later = computed.slice(at).map((one) => `@${one.name}`);
    const isBad = ({ q, value, times = 1 }: Term) =>
      !Number.isFinite(times) ||
      (q === undefined ? !Number.isFinite(value) : q.startsWith('@') ? later.includes(q) : !named(q, all));
    const isTwice = computed.some(
      (one, other) => other < at && one.name.toLowerCase() === name.toLowerCase(),
    );
    const codes: FormFault['code'][] = [
      ...(!NAME.test(name) || TAKEN.includes(name.toLowerCase()) || isTwice ? (['badName'] as const) : []),
      ...(of.length === 0 ? (['emptyComputed'] as const) : []),
      ...(of.some(isBad) ? (['badTerm'] as const) : []),
      ...of.flatMap(({ when }) => (when ? ruleFaults(when, { before: all, all }) : [])),
    ];
    return [...new Set(codes)].map((code): FormFault => ({ code, part: 'computed' }));
  });
}
