import { useEffect, useMemo, useState } from 'preact/hooks';
import { Brand } from '@/components/brand/brand';
import { type Desk, DeskContext } from '@/components/contacts/desk';
import { Importer } from '@/components/imports/importer';
import { useQuery } from '@/components/query/use-query';
import type { SiteGate } from '@/components/settings/site-gate';
import { Row, Sheet } from '@/components/ui/sheet';
import { Toasts } from '@/components/ui/toasts';
import type { Client } from '@/lib/api/client';
import { t } from '@/lib/i18n';
import { FirstContact } from './first-contact';
import { Privacy } from './privacy';
import { Purpose } from './purpose';
import { Start } from './start';
import { Where } from './where';
import './welcome.css';

/** What the first run wants of the browser. */
export interface WelcomePlatform {
  gate: SiteGate;
  /** Whether a tab of a permitted site is open. */
  hasTab(site: string): Promise<boolean>;
  /** Shows the open tab of a site, or opens one. */
  showSite(site: string): Promise<void>;
  practiceUrl: string;
  /** Address of a page of the workspace, by its hash. */
  workspaceUrl(hash: string): string;
}

/** Two questions, and the first contact. */
export function Welcome({ client, platform }: { client: Client; platform: WelcomePlatform }) {
  const desk = useMemo<Desk>(
    () => ({
      client,
      refresh: async () => {},
      openWorkspace: (hash) => window.open(platform.workspaceUrl(hash), '_self'),
    }),
    [client, platform],
  );
  useEffect(() => {
    document.title = t('common.product');
  }, []);

  return (
    <DeskContext.Provider value={desk}>
      <div class="welcome">
        <main>
          <Questions platform={platform} />
        </main>
        <Privacy />
      </div>
      <Importer />
      <Toasts />
    </DeskContext.Provider>
  );
}

function Questions({ platform }: { platform: WelcomePlatform }) {
  const sites = useQuery('sites.list', {}, { keep: true });
  const [last, setLast] = useState<string | null>(null);
  const [elsewhere, setElsewhere] = useState(false);
  // The one to open: what was switched on last, and for who comes back what is on already.
  const on = sites.value?.filter((site) => site.on).map(({ origin }) => origin) ?? [];
  const isNew = last !== null && on.includes(last);
  const site = isNew ? last : (on.at(-1) ?? null);
  return (
    <Sheet class="welcome-sheet">
      <Row gutter={<Brand />}>
        <h1 class="welcome-sentence">{t('welcome.sentence')}</h1>
      </Row>
      <Row class="welcome-question" gutter="1 / 2">
        <Purpose />
      </Row>
      <Row class="welcome-question" gutter="2 / 2">
        <Where
          platform={platform}
          sites={sites}
          elsewhere={elsewhere}
          onSite={setLast}
          onElsewhere={() => setElsewhere(!elsewhere)}
        />
        {elsewhere && <FirstContact />}
      </Row>
      <Row class="welcome-start">
        <Start site={site} isNew={isNew} platform={platform} />
      </Row>
    </Sheet>
  );
}
