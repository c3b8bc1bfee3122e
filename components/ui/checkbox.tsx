import './check.css';

interface CheckboxProps {
  label: string;
  /** The words stand elsewhere: here they are read out, not drawn. */
  labelUnseen?: boolean;
  checked: boolean;
  /** Some of what it stands for is checked, some is not. */
  mixed?: boolean;
  disabled?: boolean;
  tabIndex?: number;
  /** `withShift`: the Shift key was down, which in a list means "up to here". */
  onToggle(checked: boolean, withShift: boolean): void;
}

/** A box to tick, with its words beside it. */
export function Checkbox({ label, labelUnseen, mixed = false, onToggle, ...rest }: CheckboxProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        class="check-box"
        indeterminate={mixed}
        {...rest}
        onClick={(event) => onToggle(event.currentTarget.checked, event.shiftKey)}
      />
      <span class={labelUnseen ? 'unseen' : undefined}>{label}</span>
    </label>
  );
}
