import type { VNode } from 'preact';
import { scaleOf } from '../../../lib/surveys/scale';
import { Icon } from '../icon';
import { Ends } from './ends';
import { type Field, groupOf } from './field';

const STAR = 'M8 1.8 9.9 6l4.5.5-3.4 3 1 4.5L8 11.7 4 14l1-4.5-3.4-3L6.1 6z';

/** A mouth from down to up: `share` 0 to 1. */
const Face = ({ share }: { share: number }) => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="8" cy="8" r="6.5" />
    <path
      d={`M5.8 6.2v.5m4.400-.5v.5M5 ${(10.8 - share * 1.2).toFixed(1)}q3 ${((share - 0.5) * 4.4).toFixed(1)} 6 0`}
    />
  </svg>
);

interface Cell {
  value: number | string;
  name: string;
  look?: VNode;
  css?: string;
}

/** One row of radio buttons without gaps: the browser's own keys, and a pointer that may go on. */
const Cells = ({ f, cells, css }: { f: Field; cells: Cell[]; css: string }) => (
  <div class={css} {...groupOf(f)}>
    {cells.map(({ value, name, look, css }) => (
      <label key={value} class={css}>
        <input
          type="radio"
          name={f.id}
          value={value}
          aria-label={look && name}
          checked={f.value === value}
          onClick={f.on}
        />
        {look ?? name}
      </label>
    ))}
  </div>
);

/** nps, csat and ces. */
export function Scale(f: Field) {
  const [low, high] = scaleOf(f.q)!;
  const { face } = f.q;
  const isDrawn = face === 'stars' || face === 'faces';
  const cells = Array.from({ length: high - low + 1 }, (_, index): Cell => {
    const value = low + index;
    const name = `${value}`;
    if (f.q.type !== 'csat' || !isDrawn) return { value, name };
    return {
      value,
      name: `${value}/${high}`,
      ...(face === 'stars'
        ? { look: <Icon d={STAR} />, css: +f.value! >= value ? 'full' : '' }
        : { look: <Face share={index / (high - low)} />, css: f.value === value ? 'on' : '' }),
    };
  });
  return (
    <>
      <Cells f={f} cells={cells} css={cells[0]?.look ? 'stars' : 'ruler'} />
      <Ends f={f} />
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
