import type { Block, Form, Order } from './form';
import { shuffled } from './shuffle';

type WithBlocks<T> = Pick<Form<T>, 'pages' | 'endings' | 'blocks'>;

/** How many of a block are shown. */
const shownOf = ({ of, shows = of.length }: Block): number => Math.min(Math.max(shows, 1), of.length);

/** What a seed draws for each block: the same seed draws the same. */
export function drawOrder({ blocks = [] }: Pick<Form<unknown>, 'blocks'>, seed: string): Order {
  return Object.fromEntries(
    blocks.map((block) => [block.id, shuffled(block.of, seed + block.id).slice(0, shownOf(block))]),
  );
}

/** Puts what was drawn in the places of the block's members; a member that was not drawn goes. A list without members stays as it is. */
function arranged<M extends { id: string }>(list: M[], { of }: Block, drawn: string[]): M[] {
  const next = drawn.flatMap((id) => list.find((one) => one.id === id && of.includes(id)) ?? []);
  let at = 0;
  return list.flatMap((one) => (of.includes(one.id) ? (next[at++] ?? []) : one));
}

/** The form as one person was shown it. A block that nothing was drawn for is shown in the author's order. */
export function inOrder<F extends WithBlocks<T>, T>(form: F, order: Order): F {
  let { pages } = form;
  for (const block of form.blocks ?? []) {
    const drawn = Object.hasOwn(order, block.id) ? order[block.id]! : block.of;
    pages = pages.some(({ id }) => block.of.includes(id))
      ? arranged(pages, block, drawn)
      : pages.map((page) => ({ ...page, questions: arranged(page.questions, block, drawn) }));
  }
  return { ...form, pages };
}

/** What an answer says that was drawn, as far as its form can have drawn it. */
export function possibleOrder({ blocks = [] }: Pick<Form<unknown>, 'blocks'>, order: Order): Order {
  const isPossible = (block: Block, drawn: string[]) =>
    drawn.length === shownOf(block) &&
    new Set(drawn).size === drawn.length &&
    drawn.every((id) => block.of.includes(id));
  return Object.fromEntries(
    blocks.flatMap((block) => {
      const drawn = Object.hasOwn(order, block.id) ? order[block.id] : undefined;
      return drawn && isPossible(block, drawn) ? [[block.id, drawn]] : [];
    }),
  );
}
