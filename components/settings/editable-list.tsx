import { X } from 'lucide';
import { useState } from 'preact/hooks';
import { Button, IconButton } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { t } from '@/lib/i18n';
import './settings.css';

interface EditableListProps {
  /** Label of the field that adds one. */
  label: string;
  hint: string;
  values: readonly string[];
  placeholder: string;
  /** The normal form of what was typed, or null when it is none. */
  read(text: string): string | null;
  /** Said when `read` gives null. */
  wrong: string;
  onChange(values: string[]): void;
}

/** A list of short texts, each removable, with a field that adds one. */
export function EditableList(props: EditableListProps) {
  const { label, hint, values, placeholder, read, wrong, onChange } = props;
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);

  const add = (event: Event) => {
    event.preventDefault();
    const value = read(text);
    if (value === null) return setError(wrong);
    if (!values.includes(value)) onChange([...values, value]);
    setText('');
  };

  return (
    <>
      {values.length > 0 && (
        <ul class="setting-rows">
          {values.map((value) => (
            <li key={value} class="setting-row">
              <span class="one-line">{value}</span>
              <IconButton
                icon={X}
                size={14}
                label={t('workspace.remove_entry', { entry: value })}
                onClick={() => onChange(values.filter((other) => other !== value))}
              />
            </li>
          ))}
        </ul>
      )}
      <form class="setting-add" onSubmit={add}>
        <Field
          label={label}
          hint={hint}
          placeholder={placeholder}
          value={text}
          error={error}
          onInput={(typed) => {
            setText(typed);
            setError(null);
          }}
        />
        <Button type="submit">{t('workspace.add_entry')}</Button>
      </form>
    </>
  );
}
