import type { h as H } from 'preact';
import type { Choice, Question } from '../../lib/surveys/form';
import type { LateWords } from '../seal/words';
import { drag } from './questions/drag';

/** @param set takes the new order, best first */
export function makeRanking(h: typeof H, words: LateWords, set: (question: string, order: string[]) => void) {
  const move = (q: Question, order: Choice[], from: number, to: number) => {
    if (!order[to]) return;
    const rest = order.filter((_, index) => index !== from);
    rest.splice(to, 0, order[from]!);
    set(
      q.id,
      rest.map(({ id }) => id),
    );
  };
  return {
    drag: (event: PointerEvent, q: Question, orderNow: Choice[]) => {
      let order = orderNow;
      drag(event, (from, to) => {
        const ids = order.map(({ id }) => id);
        ids.splice(to, 0, ...ids.splice(from, 1));
        order = ids.map((id) => order.find((choice) => choice.id === id)!);
        set(q.id, ids);
      });
    },
    /** The buttons of a row: up and down. */
    arrows: (q: Question, order: Choice[], index: number) =>
      [-1, 1].map((by) =>
        h(
          'button',
          {
            key: by,
            type: 'button',
            class: 'up',
            'aria-label': `${by < 0 ? words.up : words.down}: ${order[index]!.text}`,
            'aria-disabled': !order[index + by],
            onClick: () => move(q, order, index, index + by),
          },
          h(
            'svg',
            { viewBox: '0 0 16 16', 'aria-hidden': 'true' },
            h('path', { d: by < 0 ? 'm4 10 4-4 4 4' : 'm4 6 4 4 4-4' }),
          ),
        ),
      ),
    /** What stands there is meant so. */
    keepOrder: (q: Question, order: Choice[]) =>
      h(
        'button',
        { type: 'button', class: 'btn bare', onClick: () => move(q, order, 0, 0) },
        words.keepOrder,
      ),
  };
}
