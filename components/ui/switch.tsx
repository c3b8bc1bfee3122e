import './check.css';

interface SwitchProps {
  label: string;
  labelUnseen?: boolean;
  on: boolean;
  disabled?: boolean;
  onSwitch(on: boolean): void;
}

/** Something that is on or off from now on, without saving. */
export function Switch({ label, labelUnseen, on, disabled, onSwitch }: SwitchProps) {
  return (
    <label class="check switch">
      <span class={labelUnseen ? 'unseen' : 'switch-label'}>{label}</span>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: the native checkbox says whether it is checked
        role="switch"
        class="switch-track"
        checked={on}
        disabled={disabled}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
    </label>
  );
}
