import { PanelRight } from 'lucide';
import { useEffect, useMemo } from 'preact/hooks';
import { Brand } from '@/components/brand/brand';
import { type Desk, DeskContext, useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { QuickFind } from '@/components/search/quick-find';
import type { SiteGate } from '@/components/settings/site-gate';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { Toasts } from '@/components/ui/toasts';
import type { Client } from '@/lib/api/client';
import { t } from '@/lib/i18n';
import { PageHere } from './page-here';
import './popup.css';

interface PopupProps {
  client: Client;
  gate: SiteGate;
  /** Opens the panel in the browser's own side bar, within a click. */
  openSideBar(): Promise<void>;
  /** Closes the popup: what was asked for opens in a tab. */
  onLeave(): void;
}

/** Behind the toolbar's button: who is on this page, this site on or off, find, and the way to the workspace. */
export function Popup({ client, gate, openSideBar, onLeave }: PopupProps) {
  const desk = useMemo<Desk>(
    () => ({
      client,
      refresh: async () => {},
      openWorkspace: (hash) => void client.call('workspace.open', { hash }).then(onLeave, sayFailure),
    }),
    [client, onLeave],
  );
  useEffect(() => {
    document.title = t('common.product');
  }, []);
  const toSideBar = () => {
    // Within the click: the browser opens it for nothing else. What is no web page has nothing to remember.
    const opened = openSideBar();
    const kept = client.call('tab.aside', {}).catch(() => undefined);
    void opened.then(() => kept).then(onLeave, sayFailure);
  };
  return (
    <DeskContext.Provider value={desk}>
      <PopupSheet gate={gate} onLeave={onLeave} onSideBar={toSideBar} />
      <Toasts inFlow />
    </DeskContext.Provider>
  );
}

function sayFailure(failure: unknown): void {
  toast(failureWords(failure), { failed: true });
}

function PopupSheet({ gate, onLeave, onSideBar }: { gate: SiteGate; onLeave(): void; onSideBar(): void }) {
  const { openWorkspace } = useDesk();
  const today = useQuery('today.count', {});
  return (
    <main class="popup">
      <header class="popup-head">
        <h1>
          <Brand />
        </h1>
        <Button kind="bare" onClick={() => openWorkspace('#/today')}>
          {t('popup.open_workspace')}
        </Button>
      </header>
      <QuickFind onGo={openWorkspace} />
      <PageHere gate={gate} onLeave={onLeave} />
      <div class="popup-more">
        <Button kind="bare" icon={PanelRight} onClick={onSideBar}>
          {t('popup.open_side_bar')}
        </Button>
      </div>
      <footer class="popup-foot">
        {today.value !== null && (
          <Button kind="bare" onClick={() => openWorkspace('#/today')}>
            {today.value > 0 ? t('popup.today', { count: today.value }) : t('popup.today_nothing')}
          </Button>
        )}
        <span class="note quiet-text">{t('common.saved_here')}</span>
      </footer>
    </main>
  );
}
