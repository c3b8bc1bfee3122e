import { type Field, groupOf } from './field';

/**
 * An order, best first: by its buttons, by dragging, and by Alt with the arrows. What stands there untouched is no answer, so
 * that whoever agrees with it says so.
 */
export function Ranking(f: Field) {
  const given = Array.isArray(f.value) ? f.value : [];
  const place = ({ id }: { id: string }) => given.indexOf(id);
  const order = given[0] ? [...f.choices].sort((a, b) => place(a) - place(b)) : f.choices;
  return (
    <div {...groupOf(f, false)}>
      <ol class="opts">
        {order.map(({ id, text }, index) => (
          <li
            key={id}
            class={given[0] ? 'rank' : 'rank idle'}
            data-rank
            onPointerDown={(event) => f.guide?.drag(event, f.q, order)}
          >
            <b>{index + 1}</b>
            <span>{text}</span>
            {f.guide?.arrows(f.q, order, index)}
          </li>
        ))}
      </ol>
      {!given[0] && f.guide?.keepOrder(f.q, order)}
    </div>
  );
}
