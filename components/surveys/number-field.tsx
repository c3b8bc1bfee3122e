import { useState } from 'preact/hooks';
import { Field } from '@/components/ui/field';
import { t } from '@/lib/i18n';

interface NumberFieldProps {
  label: string;
  labelUnseen?: boolean;
  hint?: string;
  /** Undefined: none is set, and what then holds stands behind it. */
  value: number | undefined;
  placeholder?: number;
  least?: number;
  most?: number;
  /** Whole numbers unless told. */
  fractions?: boolean;
  onNumber(value: number | undefined): void;
}

/** A number that may be missing. What is typed stays on screen until it is one. */
export function NumberField(props: NumberFieldProps) {
  const { label, labelUnseen, hint, value, placeholder, least, most, fractions, onNumber } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === undefined ? '' : String(value));
  const read = readNumber(shown, { least, most, fractions });
  return (
    <Field
      label={label}
      labelUnseen={labelUnseen}
      hint={hint}
      inputMode={fractions ? 'decimal' : 'numeric'}
      placeholder={placeholder === undefined ? undefined : String(placeholder)}
      value={shown}
      error={typed !== null && read === null ? rangeWords(least, most) : null}
      onInput={(text) => {
        setTyped(text);
        const number = readNumber(text, { least, most, fractions });
        if (number !== null) onNumber(number);
      }}
      onBlur={() => {
        if (read !== null) setTyped(null);
      }}
    />
  );
}

function rangeWords(least: number | undefined, most: number | undefined): string {
  if (least !== undefined && most !== undefined) return t('surveys.number_between', { least, most });
  return least === undefined ? t('surveys.number_wrong') : t('surveys.number_least', { least });
}

interface Limits {
  least?: number;
  most?: number;
  fractions?: boolean;
}

/** Undefined for an empty field, null for what is no number within the limits. */
export function readNumber(text: string, { least, most, fractions }: Limits): number | undefined | null {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return undefined;
  const number = Number(trimmed);
  if (!Number.isFinite(number) || (!fractions && !Number.isInteger(number))) return null;
  if ((least !== undefined && number < least) || (most !== undefined && number > most)) return null;
  return number;
}
