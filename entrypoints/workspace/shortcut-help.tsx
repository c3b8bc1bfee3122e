import { Dialog } from '@/components/ui/dialog';
import { type Key, t } from '@/lib/i18n';

const SHORTCUTS: readonly { keys: string; what: Key }[] = [
  { keys: 'Ctrl K', what: 'common.find_or_run' },
  { keys: 'Ctrl Z', what: 'common.undo' },
  { keys: 'Ctrl Shift Z', what: 'common.redo' },
  { keys: 'j  k', what: 'workspace.keys_move' },
  { keys: 'Enter', what: 'workspace.keys_open' },
  { keys: 'x', what: 'workspace.keys_choose' },
  { keys: 'Ctrl A', what: 'common.select_all' },
  { keys: 'T', what: 'workspace.keys_tag' },
  { keys: 'S', what: 'workspace.keys_cadence' },
  { keys: 'Del', what: 'workspace.keys_delete' },
  { keys: 'E', what: 'responses.keys_handle' },
  { keys: 'R', what: 'responses.keys_reply' },
  { keys: 'C', what: 'responses.keys_case' },
  { keys: 'T', what: 'responses.keys_thank' },
  { keys: 'A', what: 'responses.keys_assign' },
  { keys: 'Ctrl Enter', what: 'workspace.keys_note' },
  { keys: 'F8', what: 'workspace.keys_message' },
  { keys: 'Esc', what: 'workspace.keys_escape' },
  { keys: '?', what: 'workspace.shortcuts' },
];

/** Which keys do what. */
export function ShortcutHelp({ onClose }: { onClose(): void }) {
  return (
    <Dialog title={t('workspace.shortcuts')} onClose={onClose}>
      <dl class="shortcut-list">
        {SHORTCUTS.map(({ keys, what }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(what as 'common.undo')}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
