import { type Field, groupOf } from './field';

const OTHER = 'other';

const Beside = ({ f }: { f: Field }) => (
  <input
    class="field"
    maxLength={500}
    aria-label={f.q.other}
    aria-invalid={f.invalid}
    value={f.beside ?? ''}
    onInput={(event) => f.write(event.currentTarget.value)}
  />
);

const optionsOf = (f: Field) => [...f.choices, ...(f.q.other ? [{ id: OTHER, text: f.q.other }] : [])];

export function Single(f: Field) {
  let pressed = false;
  return (
    <div class="opts" {...groupOf(f)}>
      {optionsOf(f).map(({ id, text }) => (
        <label
          key={id}
          class="opt"
          onPointerUp={() => {
            pressed = true;
          }}
        >
          <input
            type="radio"
            name={f.id}
            value={id}
            checked={f.value === id}
            onClick={() => {
              f.set(id);
              if (pressed && id !== OTHER) f.chosen();
              pressed = false;
            }}
          />
          <span>{text}</span>
        </label>
      ))}
      {f.value === OTHER && <Beside f={f} />}
    </div>
  );
}

export function Multiple(f: Field) {
  const picked = Array.isArray(f.value) ? f.value : [];
  const options = optionsOf(f);
  const inOrder = [...(f.q.choices ?? []).map(({ id }) => id), OTHER];
  const toggle = (id: string) => {
    const now = inOrder.filter((one) => picked.includes(one) !== (one === id));
    f.set(now.length > 0 ? now : undefined);
  };
  return (
    <div class="opts" {...groupOf(f, 'group')}>
      {options.map(({ id, text }) => (
        <label key={id} class="opt">
          <input type="checkbox" checked={picked.includes(id)} onChange={() => toggle(id)} />
          <span>{text}</span>
        </label>
      ))}
      {picked.includes(OTHER) && <Beside f={f} />}
    </div>
  );
}

export const Dropdown = (f: Field) => (
  <>
    <select
      class="field"
      aria-labelledby={f.labelledBy}
      aria-describedby={f.describedBy}
      aria-invalid={f.invalid}
      required={f.q.required}
      value={typeof f.value === 'string' ? f.value : ''}
      onChange={(event) => f.set(event.currentTarget.value || undefined)}
    >
      <option value="">{f.words.choose}</option>
      {optionsOf(f).map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
    {f.value === OTHER && <Beside f={f} />}
  </>
);

/** Columns are the choices; each row is a radio group of its own. */
export function Matrix(f: Field) {
  const answers = (typeof f.value === 'object' ? f.value : {}) as Record<string, string>;
  return (
    <div class="opts" {...groupOf(f, 'group')}>
      <div class="heads" aria-hidden="true">
        <span />
        {f.choices.map(({ id, text }) => (
          <span key={id}>{text}</span>
        ))}
      </div>
      {f.rows.map((row) => (
        <div
          key={row.id}
          class="row"
          role="radiogroup"
          aria-labelledby={`${f.id}-${row.id}`}
          aria-required={!!f.q.required}
          aria-invalid={f.invalid && !answers[row.id]}
        >
          <span id={`${f.id}-${row.id}`}>{row.text}</span>
          {f.choices.map(({ id, text }) => (
            <label key={id} class="opt">
              <input
                type="radio"
                name={`${f.id}-${row.id}`}
                checked={answers[row.id] === id}
                onClick={() => f.set({ ...answers, [row.id]: id })}
              />
              <span>{text}</span>
            </label>
          ))}
        </div>
      ))}
    </div>
  );
}
