import type { NotificationGate } from '@/components/reminders/gate';
import type { PracticeStore } from '@/components/settings/practice-setting';
import type { SiteGate } from '@/components/settings/site-gate';
import { lazyPage } from './lazy-page';
import { NoPage } from './no-page';
import { CasePage } from './pages/cases/case-page';
import { CasesPage } from './pages/cases/cases-page';
import { CompaniesPage } from './pages/companies/companies-page';
import { CompanyPage } from './pages/companies/company-page';
import { ContactPage } from './pages/contacts/contact-page';
import { ContactsPage } from './pages/contacts/contacts-page';
import { DuplicatesPage } from './pages/duplicates/duplicates-page';
import { HealthPage } from './pages/health/health-page';
import { ResponsesPage } from './pages/responses/responses-page';
import { SettingsPage } from './pages/settings/settings-page';
import { TagsPage } from './pages/tags/tags-page';
import { TodayPage } from './pages/today/today-page';
import { route } from './router';

// What is opened seldom, or weighs much, comes when it is first opened.
const Calendar = lazyPage(() => import('./pages/calendar/calendar-page').then((page) => page.CalendarPage));
const Deals = lazyPage(() => import('./pages/deals/deals-pages').then((page) => page.DealsPages));
const Help = lazyPage(() => import('./pages/help/help-page').then((page) => page.HelpPage));
const Insights = lazyPage(() => import('./pages/insights/insights-page').then((page) => page.InsightsPage));
const Plays = lazyPage(() => import('./pages/plays/plays-page').then((page) => page.PlaysPage));
const Reading = lazyPage(() => import('./pages/settings/reading-page').then((page) => page.ReadingPage));
const Segments = lazyPage(() => import('./pages/segments/segment-pages').then((page) => page.SegmentPages));
const Templates = lazyPage(() =>
  import('./pages/templates/templates-pages').then((page) => page.TemplatesPages),
);
const Surveys = lazyPage(() => import('./pages/surveys/survey-pages').then((page) => page.SurveyPages));
const Tiers = lazyPage(() => import('./pages/tiers/tiers-page').then((page) => page.TiersPage));

interface CurrentPageProps {
  onAdd(): void;
  onImport(): void;
  gate: SiteGate;
  notifications: NotificationGate | null;
  practice: PracticeStore;
  version: string;
}

/** The page that the address names. */
export function CurrentPage({ onAdd, onImport, ...settings }: CurrentPageProps) {
  const { page, rest } = route.value;
  if (page === 'contacts')
    return rest ? <ContactPage id={rest} /> : <ContactsPage onAdd={onAdd} onImport={onImport} />;
  if (page === 'companies') return rest ? <CompanyPage id={rest} /> : <CompaniesPage />;
  if (page === 'tags') return <TagsPage />;
  if (page === 'segments') return <Segments rest={rest} />;
  if (page === 'tiers') return <Tiers />;
  if (page === 'duplicates') return <DuplicatesPage />;
  if (page === 'health') return <HealthPage part={rest} />;
  if (page === 'insights') return <Insights />;
  if (page === 'plays') return <Plays />;
  if (page === 'templates') return <Templates rest={rest} />;
  if (page === 'surveys') return <Surveys rest={rest} />;
  if (page === 'responses') return <ResponsesPage id={rest} />;
  if (page === 'cases')
    return rest && rest !== 'new' ? <CasePage id={rest} /> : <CasesPage key={rest} isNew={rest === 'new'} />;
  if (page === 'calendar') return <Calendar />;
  if (page === 'deals') return <Deals rest={rest} />;
  if (page === 'settings' && rest === 'reading') return <Reading />;
  if (page === 'settings') return <SettingsPage part={rest} onImport={onImport} {...settings} />;
  if (page === 'help') return <Help rest={rest} />;
  if (page === 'today') return <TodayPage onAdd={onAdd} />;
  return <NoPage />;
}
