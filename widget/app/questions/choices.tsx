import { type Field, fieldOf, groupOf } from './field';

const OTHER = 'other';

const optionsOf = (f: Field) => [...f.choices, ...(f.q.other ? [{ id: OTHER, text: f.q.other }] : [])];

const Beside = ({ f }: { f: Field }) =>
  [f.value].flat().includes(OTHER) && (
    <input
      class="field"
      data-of={OTHER}
      aria-label={f.q.other}
      aria-invalid={f.invalid}
      value={f.beside ?? ''}
      onInput={f.on}
    />
  );

/** single and multiple */
export function Choices(f: Field) {
  const isOne = f.q.type === 'single';
  const picked = [f.value].flat();
  return (
    <div class="opts" {...groupOf(f, isOne)}>
      {optionsOf(f).map(({ id, text }) => (
        <label key={id} class="opt">
          <input
            type={isOne ? 'radio' : 'checkbox'}
            name={f.id}
            value={id}
            checked={picked.includes(id)}
            onClick={f.on}
          />
          <span>{text}</span>
        </label>
      ))}
      <Beside f={f} />
    </div>
  );
}

export const Dropdown = (f: Field) => (
  <>
    <select {...fieldOf(f)} class="field" value={f.value as string}>
      <option value="">{f.words.choose}</option>
      {optionsOf(f).map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
    <Beside f={f} />
  </>
);

/** Columns are the choices; each row is a radio group of its own. */
export function Matrix(f: Field) {
  const answers = Object(f.value) as Record<string, string>;
  return (
    <div class="opts" {...groupOf(f, false)}>
      <div class="heads" aria-hidden="true">
        <span />
        {f.choices.map(({ id, text }) => (
          <span key={id}>{text}</span>
        ))}
      </div>
      {f.rows.map((row) => {
        const id = `${f.id}-${row.id}`;
        const answer = answers[row.id];
        return (
          <div
            key={id}
            class="row"
            role="radiogroup"
            aria-labelledby={id}
            aria-required={!!f.q.required}
            aria-invalid={f.invalid && !answer}
          >
            <span id={id}>{row.text}</span>
            {f.choices.map((choice) => (
              <label key={choice.id} class="opt">
                <input
                  type="radio"
                  name={id}
                  data-of={row.id}
                  value={choice.id}
                  checked={answer === choice.id}
                  onClick={f.on}
                />
                <span>{choice.text}</span>
              </label>
            ))}
          </div>
        );
      })}
    </div>
  );
}
