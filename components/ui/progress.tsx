import './progress.css';

interface ProgressProps {
  /** What is being done. */
  label: string;
  /** Done so far, of `max`; without it the end is not known. */
  value?: number;
  max?: number;
}

/** A line of light that grows with the work. */
export function Progress({ label, value, max = 1 }: ProgressProps) {
  return <progress class="progress" aria-label={label} value={value} max={max} />;
}
