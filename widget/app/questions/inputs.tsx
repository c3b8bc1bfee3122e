import type { Field } from './field';

const common = (f: Field) => ({
  id: `${f.id}-in`,
  class: 'field',
  'aria-labelledby': f.labelledBy,
  'aria-describedby': f.describedBy,
  'aria-invalid': f.invalid,
  required: f.q.required,
  value: typeof f.value === 'string' || typeof f.value === 'number' ? f.value : '',
});

const KINDS = {
  text: {},
  email: { type: 'email', inputMode: 'email', autocomplete: 'email' },
  phone: { type: 'tel', inputMode: 'tel', autocomplete: 'tel' },
  number: { inputMode: 'decimal', autocomplete: 'off' },
} as const;

/** What is no number yet stays as it was typed, for the person to see what is wrong with it. */
function asNumber(text: string): number | string {
  const number = Number(text.replace(',', '.'));
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}

export function Line(f: Field) {
  const { type } = f.q;
  return (
    <input
      {...common(f)}
      {...KINDS[type as keyof typeof KINDS]}
      {...(type === 'number' && typeof f.draft === 'string' && { value: f.draft })}
      maxLength={f.q.most ?? 500}
      onInput={({ currentTarget: { value } }) => {
        f.type(value);
        f.set(value === '' ? undefined : type === 'number' ? asNumber(value) : value);
      }}
    />
  );
}

export const LongText = (f: Field) => (
  <textarea
    {...common(f)}
    rows={3}
    maxLength={f.q.most ?? 5000}
    onInput={(event) => f.set(event.currentTarget.value || undefined)}
  />
);

export const Day = (f: Field) => (
  <input
    {...common(f)}
    type="date"
    min={f.q.range?.[0]}
    max={f.q.range?.[1]}
    onInput={(event) => f.set(event.currentTarget.value || undefined)}
  />
);

/** Has no answer until it was touched: where the thumb stands at first is nobody's opinion. */
export function Slider(f: Field) {
  const [min, max] = (f.q.range ?? [0, 100]) as [number, number];
  const isGiven = typeof f.value === 'number';
  const set = (event: Event) => f.set(+(event.currentTarget as HTMLInputElement).value);
  return (
    <>
      <div class="slide">
        <input
          type="range"
          id={`${f.id}-in`}
          class={isGiven ? '' : 'idle'}
          aria-labelledby={f.labelledBy}
          aria-describedby={f.describedBy}
          aria-valuetext={isGiven ? `${f.value}` : f.words.unset}
          min={min}
          max={max}
          step={f.q.step ?? 1}
          value={isGiven ? (f.value as number) : (min + max) / 2}
          onInput={set}
          onPointerUp={set}
        />
        <output aria-hidden="true">{isGiven ? f.value : '–'}</output>
      </div>
      {f.q.ends && (
        <div class="ends">
          <span>{f.q.ends[0]}</span>
          <span>{f.q.ends[1]}</span>
        </div>
      )}
    </>
  );
}

export const Consent = (f: Field) => (
  <label class="opt">
    <input
      type="checkbox"
      aria-describedby={f.describedBy}
      aria-invalid={f.invalid}
      required={f.q.required}
      checked={f.value === true}
      onChange={(event) => f.set(event.currentTarget.checked || undefined)}
    />
    <span id={f.labelledBy}>{f.q.title}</span>
  </label>
);
