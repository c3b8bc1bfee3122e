import { useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { useQuery } from '@/components/query/use-query';
import { ReportDialog } from '@/components/report/report-dialog';
import { hostOf } from '@/components/settings/address';
import { siteName } from '@/components/settings/site-name';
import { Button } from '@/components/ui/button';
import { Row, Section, Sheet } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import type { SiteReadings as Readings, SiteSeen } from '@/lib/api/views';
import { type Key, t } from '@/lib/i18n';
import { list } from '@/lib/i18n/format';
import { dayWords, kindName, roleCount } from './site-words';
import './site-readings.css';

const STATES = {
  holds: 'teach.holds',
  changed: 'teach.changed',
  unseen: 'teach.unseen',
} as const satisfies Record<SiteSeen['state'], Key>;

/** Every site with its variants; where the user switched one on, whether it is still read. */
export function SiteReadingList() {
  const sites = useQuery('sites.readings', {}, { keep: true });
  if (!sites.value) return <Skeleton lines={6} />;
  const inUse = sites.value.filter(({ seen }) => seen.length > 0);
  const others = sites.value.filter(({ seen }) => seen.length === 0);
  return (
    <Sheet class="settings-sheet">
      {inUse.length === 0 && (
        <Row>
          <p class="quiet-text">{t('teach.none_on')}</p>
        </Row>
      )}
      {inUse.map((site) => (
        <Section key={site.id} label={nameOf(site)} class="settings-part">
          <Row gutter={<h2 class="settings-title">{nameOf(site)}</h2>}>
            {site.taught && <p class="quiet-text small">{t('teach.is_taught')}</p>}
            {site.seen.map((seen) => (
              <Seen key={seen.origin} seen={seen} />
            ))}
            <Variants site={site} />
          </Row>
        </Section>
      ))}
      <Section label={t('teach.others')} class="settings-part">
        <Row gutter={<h2 class="settings-title">{t('teach.others')}</h2>}>
          {others.map((site) => (
            <Variants key={site.id} site={site} named />
          ))}
        </Row>
      </Section>
    </Sheet>
  );
}

/** As the settings call it; a taught one, and those that only documents name, by their own name. */
function nameOf({ id, name, taught }: Readings): string {
  if (taught) return name;
  if (id === 'generic') return t('workspace.site_generic');
  // In the settings both webmails of QQ have one name.
  return id === 'qq-mail-new' ? t('teach.site_qq_new') : siteName(id);
}

function Seen({ seen }: { seen: SiteSeen }) {
  const { client } = useDesk();
  const [reporting, setReporting] = useState(false);
  const host = hostOf(seen.origin);
  return (
    <div class="site-seen">
      <p>
        {host} <strong class={seen.state === 'changed' ? 'late' : ''}>{t(STATES[seen.state])}</strong>
      </p>
      {seen.last.length > 0 && (
        <ul class="small quiet-text">
          {seen.last.map(({ kind, day, people }) => (
            <li key={kind}>
              {t('teach.last_read', {
                kind: kindName(kind),
                day: dayWords(day),
                people: list(people.map(roleCount)),
              })}
            </li>
          ))}
        </ul>
      )}
      {seen.state === 'changed' && seen.unread && (
        <p class="small">
          {t('teach.unread_since', { count: seen.unread.pages, day: dayWords(seen.unread.day) })}
        </p>
      )}
      <Button
        kind="bare"
        aria-haspopup="dialog"
        aria-label={t('teach.report_of', { host })}
        onClick={() => setReporting(true)}
      >
        {t('unfolded.report_page')}
      </Button>
      {reporting && (
        <ReportDialog
          ask={() => client.call('sites.structure', { origin: seen.origin })}
          onClose={() => setReporting(false)}
        />
      )}
    </div>
  );
}

/** The variants of a site by kind of page, with the month from which each is known. */
function Variants({ site, named = false }: { site: Readings; named?: boolean }) {
  const count = site.pages.reduce((sum, { variants }) => sum + variants.length, 0);
  return (
    <details class="site-variants">
      <summary>
        {named && nameOf(site)} <span class="quiet-text small">{t('teach.variants', { count })}</span>
      </summary>
      <p class="small quiet-text">
        {site.hosts.map((host) => (host === '*' ? t('teach.any_host') : host)).join(', ')}
      </p>
      <dl class="small">
        {site.pages.map(({ kind, variants }, at) => (
          <div key={`${kind}${at}`}>
            <dt>{kindName(kind)}</dt>
            <dd>
              {variants
                .map(({ id, since, unseen }) => `${id} (${since}${unseen ? `, ${t('teach.unsure')}` : ''})`)
                .join(', ')}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
