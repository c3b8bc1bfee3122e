import type { VNode } from 'preact';
import type { Field } from './field';
import { groupOf } from './field';

const STAR = 'M8 1.8 9.9 6l4.5.5-3.4 3 1 4.5L8 11.7 4 14l1-4.500-3.400-3L6.100 6z';

/** Both ends of a scale, as numbers. */
export function rangeOf({ q }: Field): [number, number] {
  const [low, high] = q.range ?? (q.type === 'nps' ? [0, 10] : q.type === 'ces' ? [1, 7] : [1, 5]);
  return q.type === 'nps' ? [0, 10] : [+low, +high];
}

/** A mouth from down to up: `share` 0 to 1. */
const Face = ({ share }: { share: number }) => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="8" cy="8" r="6.500" />
    <path
      d={`M5.800 6.200v.5m4.400-.5v.5M5 ${(10.8 - share * 1.2).toFixed(1)}q3 ${((share - 0.5) * 4.4).toFixed(1)} 6 0`}
    />
  </svg>
);

const Star = () => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d={STAR} />
  </svg>
);

interface Cell {
  value: number | string;
  name: string;
  look?: VNode;
  css?: string;
}

/** One row of radio buttons without gaps: the browser's own keys, and a pointer that may go on. */
function Cells({ f, cells, css }: { f: Field; cells: Cell[]; css: string }) {
  let pressed = false;
  return (
    <div class={css} {...groupOf(f)}>
      {cells.map(({ value, name, look, css }) => (
        <label
          key={value}
          class={css}
          onPointerUp={() => {
            pressed = true;
          }}
        >
          <input
            type="radio"
            name={f.id}
            value={value}
            aria-label={look && name}
            checked={f.value === value}
            onClick={() => {
              f.set(value);
              if (pressed) f.chosen();
              pressed = false;
            }}
          />
          {look ?? name}
        </label>
      ))}
    </div>
  );
}

/** nps, csat and ces. */
export function Scale(f: Field) {
  const [low, high] = rangeOf(f);
  const face = f.q.type === 'csat' ? f.q.face : undefined;
  const cells = Array.from({ length: high - low + 1 }, (_, index): Cell => {
    const value = low + index;
    const isOn = f.value === value;
    const css =
      face === 'stars' && +f.value! >= value
        ? 'full'
        : face === 'faces'
          ? `face${isOn ? ' on' : ''}`
          : undefined;
    const look =
      face === 'stars' ? <Star /> : face === 'faces' ? <Face share={index / (high - low)} /> : undefined;
    return { value, name: look ? `${value}/${high}` : `${value}`, look, css };
  });
  return (
    <>
      <Cells f={f} cells={cells} css={face === 'stars' || face === 'faces' ? 'stars' : 'ruler'} />
      {f.q.ends && (
        <div class="ends">
          <span>{f.q.ends[0]}</span>
          <span>{f.q.ends[1]}</span>
        </div>
      )}
    </>
  );
}

export const YesNo = (f: Field) => (
  <Cells
    f={f}
    css="ruler"
    cells={[
      { value: 'yes', name: f.words.yes },
      { value: 'no', name: f.words.no },
    ]}
  />
);
