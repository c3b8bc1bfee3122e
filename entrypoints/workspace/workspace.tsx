import { useEffect, useMemo, useState } from 'preact/hooks';
import { BackupReminder } from '@/components/backup/backup-reminder';
import { useSaveBackup } from '@/components/backup/use-save-backup';
import { type Desk, DeskContext, useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { ExportDialog } from '@/components/export/export-dialog';
import { useOwnLabels } from '@/components/fields/own-fields';
import { redo, undo } from '@/components/history/undo';
import { Importer, pickImport } from '@/components/imports/importer';
import { RunBar } from '@/components/imports/run-bar';
import type { NotificationGate } from '@/components/reminders/gate';
import { Finder } from '@/components/search/finder';
import type { PracticeStore } from '@/components/settings/practice-setting';
import type { SiteGate } from '@/components/settings/site-gate';
import { useSetDevice } from '@/components/settings/use-set-device';
import { TaskForm } from '@/components/tasks/task-form';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast';
import { Toasts } from '@/components/ui/toasts';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useViews } from '@/components/views/views';
import type { Client } from '@/lib/api/client';
import { t } from '@/lib/i18n';
import { AddContact } from './add-contact';
import { workspaceCommands } from './commands';
import { CurrentPage } from './current-page';
import { ListsProgress } from './lists-progress';
import { Navigation } from './navigation';
import { PracticeBar } from './practice-bar';
import { followAddress, go, route } from './router';
import { ShortcutHelp } from './shortcut-help';
import { useHelpKey } from './use-help-key';
import './workspace.css';

export interface WorkspaceProps {
  client: Client;
  gate: SiteGate;
  notifications: NotificationGate;
  practice: PracticeStore;
  /** The page shows the invented people, not the user's own. */
  isPractice: boolean;
  version: string;
  /** Opens the browser's side panel, within a key or a click. */
  openSidePanel(): Promise<void>;
}

/** The whole page application. */
export function Workspace(props: WorkspaceProps) {
  const desk = useMemo<Desk>(
    () => ({ client: props.client, refresh: async () => {}, openWorkspace: go }),
    [props.client],
  );
  return (
    <DeskContext.Provider value={desk}>
      <Shell {...props} />
    </DeskContext.Provider>
  );
}

type Open = 'find' | 'add' | 'task' | 'export' | 'help' | null;

function Shell(props: WorkspaceProps) {
  const { gate, notifications, practice, isPractice, version, openSidePanel } = props;
  const { client } = useDesk();
  const [open, setOpen] = useState<Open>(null);
  const backup = useSaveBackup();
  const setDevice = useSetDevice();
  const views = useViews();
  useOwnLabels();
  const close = () => setOpen(null);
  const importFile = () => void pickImport();

  useEffect(followAddress, []);
  useEffect(() => markNavigation(), []);
  useShortcut({ code: 'KeyK', ctrl: true, whileTyping: true }, () => setOpen('find'));
  useShortcut({ code: 'KeyZ', ctrl: true }, () => void undo(client));
  useShortcut({ code: 'KeyZ', ctrl: true, shift: true }, () => void redo(client));
  useHelpKey(() => setOpen('help'));

  return (
    <div class="workspace">
      <Navigation onFind={() => setOpen('find')} />
      <main class="workspace-main">
        {isPractice && <PracticeBar store={practice} />}
        <ListsProgress />
        <BackupReminder />
        <RunBar />
        <CurrentPage
          key={`${route.value.page}/${route.value.page === 'settings' ? '' : route.value.rest}`}
          onAdd={() => setOpen('add')}
          onImport={importFile}
          gate={gate}
          notifications={isPractice ? null : notifications}
          practice={practice}
          version={version}
        />
      </main>
      {open === 'find' && (
        <Finder
          commands={workspaceCommands({
            add: () => setOpen('add'),
            task: () => setOpen('task'),
            importFile,
            exportAll: () => setOpen('export'),
            undo: () => void undo(client),
            redo: () => void redo(client),
            backup: () => void backup.save(),
            set: (change) => void setDevice(change),
            help: () => setOpen('help'),
            sidePanel: () =>
              void openSidePanel().catch((failure) => toast(failureWords(failure), { failed: true })),
            views,
          })}
          onGo={go}
          onClose={close}
        />
      )}
      {open === 'add' && <AddContact onClose={close} />}
      {open === 'task' && (
        <Dialog title={t('common.add_task')} onClose={close}>
          <TaskForm contactIds={[]} onDone={close} />
        </Dialog>
      )}
      {open === 'export' && <ExportDialog onClose={close} />}
      {open === 'help' && <ShortcutHelp onClose={close} />}
      <Importer />
      <Toasts />
    </div>
  );
}

/** From the first change of address on, a new page takes the focus to its heading. */
function markNavigation(): () => void {
  const mark = () => {
    document.body.dataset.navigated = 'true';
  };
  window.addEventListener('hashchange', mark);
  return () => window.removeEventListener('hashchange', mark);
}
