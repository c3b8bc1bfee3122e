import { Search } from 'lucide';
import { Brand } from '@/components/brand/brand';
import { useLook } from '@/components/duplicates/use-look';
import { useQuery } from '@/components/query/use-query';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import type { Results } from '@/lib/api/results';
import { t } from '@/lib/i18n';
import { daysBetween, number, time } from '@/lib/i18n/format';
import { go, href, type PageName, route } from './router';
import './navigation.css';

type Counts = Results['contacts.counts'];

/** From so many contacts on there is something to see of all of them together. */
const MANY = 10;

interface Entry {
  page: PageName;
  label: string;
  count: number | null;
  /** It stands in the navigation: a page of records from its first record on, one that looks at all contacts when there are some. */
  shown: boolean;
}

/** Every page, in the order of the navigation. */
function entries(
  counts: Counts | null,
  {
    today,
    surveys,
    answers,
    cases,
    insights = false,
    deals = { all: 0, open: 0 },
    duplicates = null,
    segments = 0,
    templates = 0,
    tiers = 0,
  }: {
    duplicates?: Results['duplicates.count'] | null;
    segments?: number;
    templates?: number;
    tiers?: number;
    insights?: boolean;
    today: number | null;
    surveys: number;
    answers: Results['responses.counts'] | null;
    cases: Results['cases.count'];
    deals?: Results['deals.count'];
  },
  here: PageName | null,
): Entry[] {
  const areMany = (counts?.contacts ?? 0) >= MANY;
  return [
    { page: 'today', label: t('common.today'), count: today || null, shown: true },
    { page: 'contacts', label: t('common.contacts'), count: counts?.contacts || null, shown: true },
    {
      page: 'companies',
      label: t('common.companies'),
      count: counts?.companies || null,
      shown: !!counts?.companies || here === 'companies',
    },
    {
      page: 'tags',
      label: t('common.tags'),
      count: counts?.tags || null,
      shown: !!counts?.tags || here === 'tags',
    },
    {
      page: 'segments',
      label: t('segments.segments'),
      count: segments || null,
      shown: segments > 0 || areMany || here === 'segments',
    },
    {
      page: 'tiers',
      label: t('tiers.tiers'),
      count: tiers || null,
      shown: tiers > 0 || here === 'tiers',
    },
    {
      page: 'duplicates',
      label: t('duplicates.duplicates'),
      count: duplicates?.certain || null,
      shown: (duplicates && duplicates.certain + duplicates.perhaps > 0) || here === 'duplicates',
    },
    {
      page: 'health',
      label: t('health.health'),
      count: null,
      shown: areMany || here === 'health',
    },
    {
      page: 'insights',
      label: t('insights.insights'),
      count: null,
      shown: insights || here === 'insights',
    },
    {
      page: 'plays',
      label: t('advising.plays'),
      count: null,
      shown: areMany || here === 'plays',
    },
    {
      page: 'templates',
      label: t('templates.templates'),
      count: null,
      shown: templates > 0 || here === 'templates',
    },
    {
      page: 'surveys',
      label: t('surveys.surveys'),
      count: surveys || null,
      shown: surveys > 0 || here === 'surveys',
    },
    {
      page: 'responses',
      label: t('responses.answers'),
      count: answers?.unread || null,
      shown: answers?.any || here === 'responses',
    },
    {
      page: 'cases',
      label: t('cases.cases'),
      count: cases.open || null,
      shown: cases.all > 0 || here === 'cases',
    },
    {
      page: 'calendar',
      label: t('care.calendar'),
      count: null,
      shown: !!counts?.contacts || here === 'calendar',
    },
    {
      page: 'deals',
      label: t('deals.deals'),
      count: deals.open || null,
      shown: deals.all > 0 || here === 'deals',
    },
    { page: 'settings', label: t('common.settings'), count: null, shown: true },
  ];
}

interface NavigationProps {
  onFind(): void;
}

/** The way between pages, what can be found or run, and where the data is. */
export function Navigation({ onFind }: NavigationProps) {
  useLook();
  const counts = useQuery('contacts.counts', {});
  // It goes through all that is due, and stands beside a name.
  const today = useQuery('today.count', {}, { later: true });
  const surveys = useQuery('surveys.count', {});
  const answers = useQuery('responses.counts', {});
  const cases = useQuery('cases.count', {});
  const deals = useQuery('deals.count', {});
  const duplicates = useQuery('duplicates.count', {});
  const segments = useQuery('segments.names', {});
  const templates = useQuery('templates.count', {});
  const insights = useQuery('insights.ready', {});
  const settings = useQuery('settings.get', {});
  const here = route.value.page;
  const pages = entries(
    counts.value,
    {
      today: today.value,
      surveys: surveys.value?.all ?? 0,
      answers: answers.value,
      cases: cases.value ?? { all: 0, open: 0 },
      deals: deals.value ?? { all: 0, open: 0 },
      duplicates: duplicates.value,
      insights: insights.value?.ready ?? false,
      segments: segments.value?.length ?? 0,
      templates: templates.value?.all ?? 0,
      tiers: settings.value?.settings.tiers?.length ?? 0,
    },
    here,
  );
  // Before all is answered nearly every page would stand behind the menu, and leave it under the pointer.
  const asked = [counts, surveys, answers, cases, deals, duplicates, segments, templates, insights, settings];
  const others = asked.some(({ waiting }) => waiting) ? [] : pages.filter(({ shown }) => !shown);
  return (
    <nav class="navigation" aria-label={t('workspace.pages')}>
      <Brand />
      <button
        type="button"
        class="field-box navigation-find"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={onFind}
      >
        <Icon node={Search} size={14} />
        <span class="navigation-find-words">{t('common.find_or_run')}</span>
        <span class="keys" data-keys="Ctrl K" />
      </button>
      <ul>
        {pages
          .filter(({ shown }) => shown)
          .map(({ page, label, count }) => (
            <li key={page}>
              <a href={href(page)} aria-current={page === here ? 'page' : undefined}>
                {label}
              </a>
              {count !== null && <span class="navigation-count num">{number(count)}</span>}
            </li>
          ))}
      </ul>
      {others.length > 0 && (
        // What holds nothing yet is begun on its page, so there is a way to it that needs no command known by name.
        <Menu
          label={t('workspace.more_pages')}
          items={others.map(({ page, label }) => ({ id: page, label, run: () => go(href(page)) }))}
        />
      )}
      <a class="navigation-end" href={href('settings', 'backup')}>
        {t('common.saved_here')}
        <br />
        {settings.value && lastBackup(settings.value.device.lastBackupAt, Date.now())}
      </a>
    </nav>
  );
}

function lastBackup(at: number | null, now: number): string {
  if (at === null) return t('workspace.backup_none');
  const days = daysBetween(at, now);
  return days === 0
    ? t('workspace.backup_today', { time: time(at) })
    : t('workspace.backup_ago', { count: days });
}
