import type { IconNode } from 'lucide';
import { Search } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { Dialog } from './dialog';
import { Icon } from './icon';
import { Option } from './option';
import { useListbox } from './use-listbox';
import './command-palette.css';

/** Something to go to or to run. */
export interface Command {
  id: string;
  label: string;
  hint?: string | undefined;
  /** A second line: why it is offered. */
  detail?: ComponentChildren;
  icon?: IconNode;
  /** Its own keys, shown at the end of the line. */
  keys?: string;
  run(): void;
}

/** Commands of one kind, under a heading. */
export interface CommandGroup {
  title: string;
  commands: readonly Command[];
}

interface CommandPaletteProps {
  /** What answers the text, best first. Who asks decides where it comes from. */
  groups: readonly CommandGroup[];
  /** They answer an earlier text still. */
  waiting?: boolean;
  /** Said below the list in place of the keys. */
  status?: string | undefined;
  onText(text: string): void;
  onClose(): void;
}

/** One field that finds anything and runs any command. Drawn while open. */
export function CommandPalette({ groups, waiting, status, onText, onClose }: CommandPaletteProps) {
  const [text, setText] = useState('');
  const commands = groups.flatMap((group) => group.commands);
  const run = (index: number) => {
    onClose();
    commands[index]?.run();
  };
  const listbox = useListbox(commands.length, true, run, waiting);
  // Until it is answered nobody knows that there is nothing.
  const none = text ? t(waiting ? 'common.finding' : 'common.nothing_found') : t('common.palette_keys');

  return (
    <Dialog title={t('common.find_or_run')} titleUnseen onClose={onClose} class="palette">
      <div class="palette-field">
        <Icon node={Search} />
        <input
          type="text"
          autocomplete="off"
          spellcheck={false}
          autofocus
          aria-label={t('common.find_or_run')}
          placeholder={t('common.find_or_run')}
          {...listbox.input}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            onText(event.currentTarget.value);
            listbox.setCursor(0);
          }}
          onKeyDown={listbox.onKey}
        />
      </div>
      <div id={listbox.listId} role="listbox" class="palette-list" aria-label={t('common.find_or_run')}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
          <div key={group.title} role="group" aria-label={group.title}>
            <div class="palette-group" aria-hidden="true">
              {group.title}
            </div>
            {group.commands.map((command) => (
              <Option key={command.id} {...listbox.option(commands.indexOf(command))}>
                {command.icon && <Icon node={command.icon} size={14} />}
                <span class="one-line">{command.label}</span>
                {command.hint && <span class="palette-hint one-line">{command.hint}</span>}
                {command.keys && <kbd class="option-hint">{command.keys}</kbd>}
                {command.detail && <span class="palette-detail one-line">{command.detail}</span>}
              </Option>
            ))}
          </div>
        ))}
      </div>
      <p class="palette-foot" role="status">
        {status ?? (commands.length === 0 ? none : t('common.palette_keys'))}
      </p>
    </Dialog>
  );
}
