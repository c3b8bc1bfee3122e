import { defineBackground } from 'wxt/utils/define-background';
import { behind } from '@/lib/api/handlers/behind';
import { isRequest } from '@/lib/api/message';
import { chooseLanguage } from '@/lib/i18n/languages';
import { setDayAlarm } from '@/lib/platform/alarms';
import { offerLookUp, onLookUp } from '@/lib/platform/context-menu';
import { onLifecycle } from '@/lib/platform/lifecycle';
import { listen, tell, tellShownTabs } from '@/lib/platform/messaging';
import { browserLanguages, extensionIdentity, openPage } from '@/lib/platform/pages';
import { reconcileSites, replaceInOpenTabs } from '@/lib/platform/scripts';
import { onSidePanelClosed, openSidePanel } from '@/lib/platform/side-panel';
import { publishLanguage } from '@/lib/platform/sites';
import { onStored, repeatWakes } from '@/lib/platform/wake';
import { openDatabase } from '@/lib/store/database';
import { AFTER_START, watchAnswers } from './answers';
import { watchDay } from './day';
import { hideOrShow } from './overlay-state';
import { watchReminders } from './reminders';
import { route } from './router';
import { tellBeside } from './side-panel';
import { drawTabs } from './tab-badge';
import { forgetTab } from './tab-records';
import { tellTaught } from './taught';

/** So long after the last change in the store it is looked whether recipes are among what changed, in ms. */
const TAUGHT_MS = 1000;

// One classic script, no module: Chromium keeps its compiled code between starts of the worker, as it does not for modules. What
// stands behind an `import()` is in the same script, and is evaluated when it is first asked for: every start pays for the rest.
export default defineBackground({
  main() {
    const database = openDatabase();
    setTimeout(async () => (await import('./tidy')).tidy(await database), AFTER_START);
    const extension = extensionIdentity();
    let telling: ReturnType<typeof setTimeout> | undefined;
    listen((message, sender) => (isRequest(message) ? route(message, sender, extension, database) : null));
    // Chips speak of the store: what is done in the panel or the workspace shows in the pages that are looked at.
    repeatWakes();
    watchAnswers(database);
    watchReminders(database);
    watchDay(database);
    onLookUp((asked) => {
      // Within the click: the browser opens it for nothing else.
      const isShown = openSidePanel(asked.windowId).then(
        () => true,
        () => false,
      );
      void import('./asked').then(async ({ answerLookUp }) => answerLookUp(await database, asked, isShown));
    });
    onSidePanelClosed((windowId) => void tellBeside(windowId, false));
    onStored(() => {
      void tellShownTabs({ overlay: 'refresh' });
      // Undone, restored or forgotten in a page of ours, recipes change without being asked for here.
      // Later: who looks at a mail that changed something waits for the panel, and reading it all would come in between.
      clearTimeout(telling);
      telling = setTimeout(() => void database.then(tellTaught).catch(() => undefined), TAUGHT_MS);
    });
    onLifecycle({
      installed(reason) {
        void reconcileSites();
        void offerLookUp();
        void setDayAlarm();
        void publishLanguage(chooseLanguage(null, browserLanguages()));
        if (reason === 'install') void openPage('welcome');
        else if (import.meta.env.FIREFOX) void replaceInOpenTabs();
      },
      started() {
        void reconcileSites();
        void setDayAlarm();
      },
      permissionsChanged: () => void reconcileSites().then(drawTabs),
      tabClosed: (tabId) => void forgetTab(tabId),
      command(name, tabId, windowId) {
        if (name === 'toggle-panel' && tabId !== null) void tell(tabId, { overlay: 'toggle' });
        if (name === 'side-panel' && windowId !== null) void openSidePanel(windowId).catch(() => undefined);
        if (name === 'hide-hour') void hideOrShow(Date.now());
      },
    });
    // Whoever woke the worker asks about a tab, most often: how such a message is read is evaluated while the database opens.
    void behind('tab.report');
  },
});
