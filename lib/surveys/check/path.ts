import type { AuthorForm, Rule } from '../form';
import type { FormFault } from './fault';

const isAlways = (rule: Rule): boolean =>
  'all' in rule ? rule.all.every(isAlways) : 'any' in rule && rule.any.some(isAlways);

/** Pages and endings to which no path leads, jumps that lead nowhere, pages that ask nothing. */
export function pathFaults({ pages, endings }: AuthorForm): FormFault[] {
  const faults: FormFault[] = [];
  const reached = new Set([pages[0]?.id]);
  pages.forEach((page, at) => {
    if (page.questions.length === 0) faults.push({ code: 'emptyPage', pageId: page.id });
    const later = pages.slice(at + 1).map(({ id }) => id);
    const targets = [...later, ...endings.map(({ id }) => id)];
    for (const { to } of page.next ?? []) {
      if (targets.includes(to)) continue;
      const isBack = pages.some(({ id }) => id === to);
      faults.push({ code: isBack ? 'backwardsJump' : 'unknownJump', pageId: page.id });
    }
    if (!reached.has(page.id)) return;
    const jumps = (page.next ?? []).filter(({ to }) => targets.includes(to));
    const always = jumps.findIndex(({ when }) => isAlways(when));
    for (const { to } of always < 0 ? jumps : jumps.slice(0, always + 1)) reached.add(to);
    if (always < 0) reached.add(pages[at + 1]?.id ?? endings[0]?.id);
  });
  const all = [...pages, ...endings].filter(({ id }) => !reached.has(id));
  return [...faults, ...all.map(({ id }): FormFault => ({ code: 'deadEnd', pageId: id }))];
}
