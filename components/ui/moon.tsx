import './moon.css';

/** Phases in the order of a life: a crescent, half waxing, full, half waning, empty; `unknown` is a dashed ring. */
export type Phase = 'exploring' | 'growing' | 'mature' | 'declining' | 'left' | 'unknown';

const LIT: Record<Phase, string | null> = {
  exploring: 'M7 1.5A5.5 5.5 0 0 1 7 12.5A2.9 5.5 0 0 0 7 1.5Z',
  growing: 'M7 1.5A5.5 5.5 0 0 1 7 12.5Z',
  mature: 'M7 1.5A5.5 5.5 0 0 1 7 12.5A5.5 5.5 0 0 1 7 1.5Z',
  declining: 'M7 1.5A5.5 5.5 0 0 0 7 12.5Z',
  left: null,
  unknown: null,
};

interface MoonProps {
  phase: Phase;
  /** Accessible name and tooltip. Leave it out only where the word stands beside the moon. */
  label?: string;
  /** Pixels: 14 in a row, 20 beside a name. */
  size?: number;
}

/** A stage as a moon: the shape says it, the hue repeats it. */
export function Moon({ phase, label, size = 14 }: MoonProps) {
  const lit = LIT[phase];
  return (
    <svg
      class={`moon ${phase}`}
      viewBox="0 0 14 14"
      width={size}
      height={size}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={!label}
    >
      {label && <title>{label}</title>}
      <circle cx="7" cy="7" r="5.5" />
      {lit && <path d={lit} />}
    </svg>
  );
}
