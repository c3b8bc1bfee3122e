import { useEffect, useMemo } from 'preact/hooks';
import { Brand } from '@/components/brand/brand';
import { type Desk, DeskContext, useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { FindContact } from '@/components/contacts/find-contact';
import { useQuery } from '@/components/query/use-query';
import type { SiteGate } from '@/components/settings/site-list';
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
  /** Closes the popup: what was asked for opens in a tab. */
  onLeave(): void;
}

/** Behind the toolbar's button: who is on this page, this site on or off, find, and the way to the workspace. */
export function Popup({ client, gate, onLeave }: PopupProps) {
  const desk = useMemo<Desk>(
    () => ({
      client,
      refresh: async () => {},
      openWorkspace: (hash) =>
        void client.call('workspace.open', { hash }).then(onLeave, (failure) => {
          toast(failureWords(failure), { failed: true });
        }),
    }),
    [client, onLeave],
  );
  useEffect(() => {
    document.title = t('common.product');
  }, []);
  return (
    <DeskContext.Provider value={desk}>
      <PopupSheet gate={gate} />
      <Toasts />
    </DeskContext.Provider>
  );
}

function PopupSheet({ gate }: { gate: SiteGate }) {
  const { openWorkspace } = useDesk();
  const counts = useQuery('contacts.counts', {});
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
      <FindContact onFound={(hit) => openWorkspace(`#/contacts/${hit.id}`)} />
      <PageHere gate={gate} />
      <footer class="popup-foot">
        {counts.value && (
          <Button kind="bare" onClick={() => openWorkspace('#/today')}>
            {counts.value.today > 0
              ? t('popup.today', { count: counts.value.today })
              : t('popup.today_nothing')}
          </Button>
        )}
        <span class="note quiet-text">{t('common.saved_here')}</span>
      </footer>
    </main>
  );
}
