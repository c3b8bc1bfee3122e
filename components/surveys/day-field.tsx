import { FieldFrame } from '@/components/ui/field-frame';

interface DayFieldProps {
  label: string;
  labelUnseen?: boolean;
  hint?: string;
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onDay(day: string): void;
}

/** A day, by the browser's own picker. */
export function DayField({ label, labelUnseen, hint, value, onDay }: DayFieldProps) {
  return (
    <FieldFrame label={label} labelUnseen={labelUnseen} hint={hint}>
      {(links) => (
        <span class="field-box">
          <input type="date" {...links} value={value} onInput={(event) => onDay(event.currentTarget.value)} />
        </span>
      )}
    </FieldFrame>
  );
}
