import { Ends } from './ends';
import { type Field, fieldOf, nameOf } from './field';

const common = (f: Field) => ({
  ...fieldOf(f),
  id: `${f.id}-in`,
  class: 'field',
  value: f.draft ?? (f.value as string),
});

const KINDS = {
  email: { type: 'email', autocomplete: 'email' },
  phone: { type: 'tel', autocomplete: 'tel' },
  number: { inputMode: 'decimal' },
} as const;

/** text, email, phone and number */
export const Line = (f: Field) => <input {...common(f)} {...KINDS[f.q.type as keyof typeof KINDS]} />;

export const LongText = (f: Field) => <textarea {...common(f)} rows={3} />;

export const Day = (f: Field) => (
  <input {...common(f)} type="date" min={f.q.range?.[0]} max={f.q.range?.[1]} />
);

/** Has no answer until it was touched: where the thumb stands at first is nobody's opinion. */
export function Slider(f: Field) {
  const [min, max] = (f.q.range ?? [0, 100]) as [number, number];
  const value = f.value as number | undefined;
  const isIdle = value === undefined;
  return (
    <>
      <div class="slide">
        <input
          {...nameOf(f)}
          type="range"
          id={`${f.id}-in`}
          class={isIdle ? 'idle' : ''}
          aria-valuetext={isIdle ? f.guide?.words.unset : `${value}`}
          min={min}
          max={max}
          step={f.q.step ?? 1}
          value={value ?? (min + max) / 2}
          onInput={f.on}
          onPointerUp={f.on}
        />
        <output aria-hidden="true">{value ?? '–'}</output>
      </div>
      <Ends f={f} />
    </>
  );
}

export const Consent = (f: Field) => (
  <label class="opt">
    <input {...fieldOf(f)} aria-labelledby={undefined} type="checkbox" checked={f.value === true} />
    <span id={f.labelledBy}>{f.q.title}</span>
  </label>
);
