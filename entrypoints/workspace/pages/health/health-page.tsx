import { failureWords } from '@/components/contacts/failure';
import { ConfirmQueue } from '@/components/health/confirm-queue';
import { HealthGroups } from '@/components/health/health-groups';
import type { Ways } from '@/components/health/health-kind-row';
import { HealthList } from '@/components/health/health-list';
import { useHealth } from '@/components/health/use-health';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorNote } from '@/components/ui/error-note';
import { Progress } from '@/components/ui/progress';
import type { HealthReport } from '@/lib/api/health-views';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import { href } from '../../router';

const PAGES = { contact: 'contacts', company: 'companies', case: 'cases', tag: 'tags' } as const;

const ways: Ways = {
  all(kind) {
    if (kind === 'contradiction' || kind === 'stale') return href('health', 'confirm');
    if (kind === 'task') return null;
    if (kind === 'case' || kind === 'tag' || kind === 'company') return href(PAGES[kind]);
    return href('contacts', null, { health: kind });
  },
  one({ noun, id }) {
    if (noun === 'task' || noun === 'tag') return null;
    return href(PAGES[noun], id);
  },
  country: href('settings', 'country'),
};

/** In what order the data is; at `#/health/confirm` the values in question, one at a time. */
export function HealthPage({ part }: { part: string | null }) {
  return part === 'confirm' ? <ConfirmPage /> : <OverviewPage />;
}

function ConfirmPage() {
  return (
    <>
      <PageHeading
        title={t('health.queue')}
        actions={
          <a class="button quiet" href={href('health')}>
            {t('health.back')}
          </a>
        }
      />
      <div class="health-page">
        <ConfirmQueue page={(id) => href('contacts', id)} />
      </div>
    </>
  );
}

function OverviewPage() {
  const { report, progress, error } = useHealth();
  return (
    <>
      <PageHeading
        title={t('health.health')}
        actions={
          report &&
          report.contacts > 0 && (
            <>
              <a class="button quiet" href={href('duplicates')}>
                {t('duplicates.duplicates')}
              </a>
              <a class="button quiet" href={href('health', 'confirm')}>
                {t('health.confirm_start')}
              </a>
            </>
          )
        }
      />
      <div class="health-page">
        {progress && (
          <Progress label={t('health.looking')} value={progress.done} max={Math.max(1, progress.total)} />
        )}
        {error != null && <ErrorNote what={t('health.failed')} todo={failureWords(error)} />}
        {report && <Report report={report} />}
      </div>
    </>
  );
}

function Report({ report }: { report: HealthReport }) {
  const isWell = report.kinds.every(({ count }) => count === 0);
  const owners = report.owners.map((owner) => ({
    ...owner,
    key: owner.id ?? '',
    name: owner.name ?? t('health.no_owner'),
    href: owner.id ? href('contacts', owner.id) : null,
  }));
  const tags = report.tags.map((tag) => ({
    ...tag,
    key: tag.id,
    href: href('contacts', null, { tag: tag.id }),
  }));
  return (
    <>
      {report.contacts > 0 && (
        <p class="health-whole">
          {t('health.complete', { percent: report.percent })}
          {report.days !== null &&
            ` · ${report.days === 0 ? t('health.confirmed_today') : t('health.confirmed_days', { count: report.days })}`}
        </p>
      )}
      {isWell && <Nothing hasContacts={report.contacts > 0} />}
      <HealthList report={report} ways={ways} />
      {tags.length > 0 && <HealthGroups title={t('health.by_tag')} groups={tags} />}
      {owners.some(({ id }) => id !== null) && <HealthGroups title={t('health.by_owner')} groups={owners} />}
      {report.contacts > 0 && <p class="health-note small quiet-text">{t('health.weights')}</p>}
    </>
  );
}

/** Nothing is out of order: of nobody that says nothing. */
function Nothing({ hasContacts }: { hasContacts: boolean }) {
  const how = t('health.all_well_how');
  if (hasContacts) return <EmptyState title={t('health.all_well')}>{how}</EmptyState>;
  const toContacts = (
    <a class="button ink" href={href('contacts')}>
      {t('common.contacts')}
    </a>
  );
  return (
    <EmptyState title={t('workspace.contacts_empty')} action={toContacts}>
      {how}
    </EmptyState>
  );
}
