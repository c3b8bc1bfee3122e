import { type Field, groupOf } from './field';

const Arrow = ({ down }: { down?: boolean }) => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d={down ? 'm4 6 4 4 4-4' : 'm4 10 4-4 4 4'} />
  </svg>
);

/** The row under a point of the pointer. */
function rowAt(list: Element, y: number): number {
  return [...list.children].filter((row) => row.getBoundingClientRect().bottom < y).length;
}

/**
 * An order, best first: by its buttons, by dragging, and by Alt with the arrows. What stands there untouched is no answer, so
 * that whoever agrees with it says so.
 */
export function Ranking(f: Field) {
  const known = new Set(f.choices.map(({ id }) => id));
  const given = (Array.isArray(f.value) ? f.value : []).filter((id) => known.has(id));
  const order = [...given, ...f.choices.map(({ id }) => id).filter((id) => !given.includes(id))];
  const isGiven = given.length > 0;

  const move = (id: string, to: number) => {
    const rest = order.filter((one) => one !== id);
    rest.splice(Math.max(0, Math.min(to, rest.length)), 0, id);
    f.set(rest);
  };
  const drag = (id: string) => (event: PointerEvent) => {
    const row = event.currentTarget as HTMLElement;
    if ((event.target as Element).closest('button') || event.button !== 0) return;
    const end = new AbortController();
    const { signal } = end;
    const stop = () => {
      row.classList.remove('drag');
      end.abort();
    };
    row.classList.add('drag');
    // On the window, for the row itself moves in the list.
    addEventListener(
      'pointermove',
      ({ clientY }) => {
        const list = row.parentElement!;
        const to = Math.min(rowAt(list, clientY), list.children.length - 1);
        if (list.children[to] !== row) move(id, to);
      },
      { capture: true, signal },
    );
    addEventListener('pointerup', stop, { capture: true, signal });
    addEventListener('pointercancel', stop, { capture: true, signal });
  };
  return (
    <div {...groupOf(f, 'group')}>
      <ol class="opts">
        {order.map((id, index) => {
          const text = f.choices.find((choice) => choice.id === id)!.text;
          return (
            <li key={id} class={`rank${isGiven ? '' : ' idle'}`} data-rank={id} onPointerDown={drag(id)}>
              <b>{index + 1}</b>
              <span>{text}</span>
              <button
                type="button"
                class="up"
                aria-label={`${f.words.up}: ${text}`}
                aria-disabled={index === 0}
                onClick={() => move(id, index - 1)}
              >
                <Arrow />
              </button>
              <button
                type="button"
                class="up"
                aria-label={`${f.words.down}: ${text}`}
                aria-disabled={index === order.length - 1}
                onClick={() => move(id, index + 1)}
              >
                <Arrow down />
              </button>
            </li>
          );
        })}
      </ol>
      {!isGiven && (
        <button type="button" class="btn bare" onClick={() => f.set(order)}>
          {f.words.keepOrder}
        </button>
      )}
    </div>
  );
}
