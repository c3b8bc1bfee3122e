import type { AuthorForm, Rule } from '../form';
import { reachedIn } from './reach';

/** `never`: no answers lead there; `dead`: a jump from it leads nowhere; `loop`: a jump from it leads back. */
export type Mark = 'never' | 'dead' | 'loop';

/** A question, or an ending. */
export interface PathNode {
  id: string;
  kind: 'question' | 'ending';
  /** Index of its page; -1 of an ending. */
  page: number;
  /** Counted through all pages, from 1; 0 of an ending. */
  number: number;
  /** It is asked when this holds; null: of everybody who comes there. */
  when: Rule | null;
  /** Where its page jumps to, if it is the last of it; in their order. */
  jumps: PathJump[];
  /** Where the way goes otherwise: id of a node; null of an ending, and where there is none. */
  follows: string | null;
  marks: Mark[];
  /** It stands in an order that is drawn. */
  drawn: boolean;
}

export interface PathJump {
  when: Rule;
  /** Id of a node; null where it leads nowhere. */
  to: string | null;
  /** It leads back, and is not taken. */
  back: boolean;
}

export interface PathGraph {
  nodes: PathNode[];
  /** Ways of answering that were walked. */
  walked: number;
  /** They were all that the conditions tell apart. Else what was not reached is not known to be out of reach, and bears no mark. */
  whole: boolean;
}

/** The ways through a survey: its questions and endings in their order, what leads from each to which, and what is wrong there. */
export function graphOf(form: AuthorForm): PathGraph {
  const { pages, endings, blocks = [] } = form;
  const reach = reachedIn(form);
  /** The first question of a page, or of one after it; else the ordinary ending. */
  const entryOf = (page: number): string | null =>
    pages.slice(page).flatMap(({ questions }) => questions)[0]?.id ?? endings[0]?.id ?? null;
  const drawn = new Set(blocks.flatMap(({ of }) => of));
  let number = 0;

  const jumpsOf = (at: number): PathJump[] =>
    (pages[at]?.next ?? []).map(({ when, to }) => {
      const page = pages.findIndex(({ id }) => id === to);
      const ending = endings.find(({ id }) => id === to);
      if (page >= 0) return { when, to: entryOf(page), back: page <= at };
      return { when, to: ending?.id ?? null, back: false };
    });
  const nodes = pages.flatMap((page, at) =>
    page.questions.map(({ id, when }, place): PathNode => {
      number += 1;
      const isLast = place === page.questions.length - 1;
      const jumps = isLast ? jumpsOf(at) : [];
      const marks: Mark[] = [
        ...(reach.whole && !reach.ids.has(id) ? (['never'] as const) : []),
        ...(jumps.some(({ to }) => to === null) || endings.length === 0 ? (['dead'] as const) : []),
        ...(jumps.some(({ back }) => back) ? (['loop'] as const) : []),
      ];
      return {
        id,
        kind: 'question',
        page: at,
        number,
        when: when ?? null,
        jumps,
        follows: isLast ? entryOf(at + 1) : (page.questions[place + 1]?.id ?? null),
        marks,
        drawn: drawn.has(id) || drawn.has(page.id),
      };
    }),
  );
  const ends = endings.map(
    ({ id }): PathNode => ({
      id,
      kind: 'ending',
      page: -1,
      number: 0,
      when: null,
      jumps: [],
      follows: null,
      marks: reach.whole && !reach.ids.has(id) ? ['never'] : [],
      drawn: false,
    }),
  );
  return { nodes: [...nodes, ...ends], walked: reach.walked, whole: reach.whole };
}
