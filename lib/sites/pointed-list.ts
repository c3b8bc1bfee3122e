import { commonAncestor, peopleBy, personAt } from './pointed';
import type { PageRule, PersonRule } from './recipe';
import { personalWords, regionAround, stableSelector } from './stable-selector';

/** When a page is taught, and words of everybody's names on it. */
export interface Teaching {
  /** Month, `2026-11`. */
  since: string;
  names: ReadonlySet<string>;
}

/** How a list is read in which the user pointed at somebody: everybody who stands there alike. Null where they are fewer than two. */
export function listOf(row: Element, { since, names }: Teaching): PageRule | null {
  const dated = { id: 'row', since };
  const { body } = row.ownerDocument;
  const personal = personalWords([row.textContent ?? '', ...names]);
  const here = personAt(row, null, dated, names);
  const byName: Omit<PersonRule, 'each'> = { ...dated, name: [{}], nameOnly: true };
  const ways = [...(here?.email ? [here] : []), { element: row, rule: byName }];
  for (const { element, rule } of ways) {
    let rows: Element[] = [];
    const each = stableSelector(element, body, personal, (found, selector) => {
      rows = found;
      if (found.length < 2 || (rule.nameOnly && !standApart(found))) return false;
      return peopleBy({ ...rule, each: selector }, 'mention', body).length === found.length;
    });
    if (!each) continue;
    const mention: PersonRule = { ...rule, each };
    const holds = (root: Element) => peopleBy(mention, 'mention', root).length === rows.length;
    const find = regionAround(element.parentElement, personal, holds);
    return { kind: 'list', region: [{ id: 'taught-list', since, find }], people: { mention: [mention] } };
  }
  return null;
}

/** Whether each stands in a row of its own: of a row whose every text is found, only one is a name. */
function standApart(found: Element[]): boolean {
  const list = found.reduce(commonAncestor);
  return [...list.children].every((row) => found.filter((one) => row.contains(one)).length < 2);
}
