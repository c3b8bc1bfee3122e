import type { AuthorForm, Block, Computed, Term } from '@/lib/surveys/form';
import { merged } from './questions';

/** The form with what it computes; a form that computes nothing says nothing of it. */
export function withComputed(form: AuthorForm, computed: Computed[]): AuthorForm {
  return merged(form, { computed: computed.length > 0 ? computed : undefined });
}

export function withBlocks(form: AuthorForm, blocks: Block[]): AuthorForm {
  return merged(form, { blocks: blocks.length > 0 ? blocks : undefined });
}

/** The form without these pages or questions in its blocks; of a single one there is no order. */
export function withoutMembers(form: AuthorForm, ids: readonly string[]): AuthorForm {
  const left = (form.blocks ?? []).flatMap((block) => {
    const of = block.of.filter((id) => !ids.includes(id));
    if (of.length < 2) return [];
    return [merged(block, { of, shows: block.shows && Math.min(block.shows, of.length) })];
  });
  return form.blocks ? withBlocks(form, left) : form;
}

/** A name that nothing computed has: `total`, `total2`, ... */
export function freshName({ computed = [] }: AuthorForm, stem: string): string {
  const used = new Set(computed.map(({ name }) => name.toLowerCase()));
  let name = stem;
  for (let number = 2; used.has(name); number += 1) name = `${stem}${number}`;
  return name;
}

/** Everything that a part can be made of: answers that are numbers or have points, and what is computed before it. */
export function termsOf({ pages, computed = [] }: AuthorForm, at: number): string[] {
  const answers = pages
    .flatMap((page) => page.questions)
    .flatMap(({ id, type, rows = [] }) => {
      if (type === 'matrix') return [id, ...rows.map((row) => `${id}.${row.id}`)];
      return type === 'statement' ? [] : [id];
    });
  return [...answers, ...computed.slice(0, at).map(({ name }) => `@${name}`), '@score'];
}

/** Carries a computed value's new name into all that names it: parts, rules and texts. */
export function renamed(form: AuthorForm, at: number, name: string): AuthorForm {
  const { computed = [] } = form;
  const before = computed[at]?.name;
  const named = computed.map((one, index) => (index === at ? { ...one, name } : one));
  if (!before || !name || computed.some((one, index) => index !== at && one.name === before))
    return withComputed(form, named);
  const swap = <T>(value: T, key = ''): T => {
    if (typeof value === 'string') {
      if (key === 'q') return (value === `@${before}` ? `@${name}` : value) as T;
      return piped(value, before, name) as T;
    }
    if (Array.isArray(value)) return value.map((one) => swap(one, key)) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([own, one]) => [own, swap(one, own)])) as T;
  };
  return { ...withComputed(form, swap(named)), pages: swap(form.pages), endings: swap(form.endings) };
}

function piped(text: string, before: string, name: string): string {
  return text.replace(/\{\{\s*(@[^{}|\s]+)\s*((?:\|[^{}]*)?)\}\}/g, (all, q: string, fallback: string) =>
    q === `@${before}` ? `{{@${name}${fallback}}}` : all,
  );
}

/** A part as it begins: the first answer that there is, else a number. */
export function firstTerm(form: AuthorForm, at: number): Term {
  const [q] = termsOf(form, at);
  return q === undefined || q === '@score' ? { value: 1 } : { q };
}
