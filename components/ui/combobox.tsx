import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { FieldFrame, type FieldWords } from './field-frame';
import { useFloating } from './floating';
import { folded } from './list-keys';
import { type Findable, matching } from './matching';
import { Option } from './option';
import { useListbox } from './use-listbox';
import './menu.css';

/** One entry to choose. */
export interface ComboboxOption extends Findable {
  value: string;
  hint?: string;
}

interface ComboboxProps extends FieldWords {
  options: readonly ComboboxOption[];
  placeholder?: string;
  autofocus?: boolean;
  onChoose(value: string): void;
  /** Offers to make a new entry of what was typed, where no entry has that name. */
  onCreate?(text: string): void;
  /** Told what is typed: for options that come from elsewhere. */
  onText?(text: string): void;
}

/** Type to find one of many, or to make a new one. The text is cleared when one is chosen. */
export function Combobox(props: ComboboxProps) {
  const { label, labelUnseen, hint, error, options, placeholder, autofocus, onChoose, onCreate, onText } =
    props;
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const floating = useRef<HTMLDivElement>(null);
  const close = useCallback(() => setOpen(false), []);

  const wanted = text.trim();
  const found = matching(options, wanted);
  const isNew = wanted !== '' && !options.some((option) => folded(option.label) === folded(wanted));
  const rows: { key: string; label: string; hint?: string; run(): void }[] = found.map((option) => ({
    key: option.value,
    label: option.label,
    hint: option.hint,
    run: () => onChoose(option.value),
  }));
  if (onCreate && isNew) {
    rows.push({
      key: 'create',
      label: t('common.create_choice', { text: wanted }),
      run: () => onCreate(wanted),
    });
  }

  const shown = open && rows.length > 0;
  const write = (value: string) => {
    setText(value);
    onText?.(value);
    listbox.setCursor(0);
  };
  const pick = (index: number) => {
    rows[index]?.run();
    write('');
    close();
  };
  const listbox = useListbox(rows.length, shown, pick);
  // Before it is placed: as wide as its field at least.
  useLayoutEffect(() => {
    if (shown && floating.current) floating.current.style.minWidth = `${anchor.current?.offsetWidth ?? 0}px`;
  }, [shown]);
  useFloating(shown, anchor, floating, close);

  const onKeyDown = (event: KeyboardEvent) => {
    if (listbox.onKey(event) || event.isComposing) return;
    if (event.key === 'ArrowDown') setOpen(true);
    else if (event.key === 'Escape' && shown) close();
    else if (event.key === 'Escape' && text) write('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <FieldFrame label={label} labelUnseen={labelUnseen} hint={hint} error={error}>
      {(links) => (
        <span class="field-box" ref={anchor}>
          <input
            type="text"
            autocomplete="off"
            spellcheck={false}
            {...links}
            {...listbox.input}
            autofocus={autofocus}
            placeholder={placeholder}
            value={text}
            onInput={(event) => {
              write(event.currentTarget.value);
              setOpen(true);
            }}
            onClick={() => setOpen(true)}
            onBlur={close}
            onKeyDown={onKeyDown}
          />
          <div
            ref={floating}
            id={listbox.listId}
            role="listbox"
            class="menu-list"
            popover="manual"
            aria-label={label}
          >
            {shown &&
              rows.map((row, index) => (
                <Option key={row.key} {...listbox.option(index)}>
                  <span class="one-line">{row.label}</span>
                  {row.hint && <span class="option-hint">{row.hint}</span>}
                </Option>
              ))}
          </div>
          <span class="unseen" role="status">
            {open && text ? t('common.choices', { count: rows.length }) : ''}
          </span>
        </span>
      )}
    </FieldFrame>
  );
}
