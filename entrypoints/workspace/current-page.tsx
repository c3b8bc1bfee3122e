import type { NotificationGate } from '@/components/reminders/gate';
import type { PracticeStore } from '@/components/settings/practice-setting';
import type { SiteGate } from '@/components/settings/site-gate';
import { CalendarRoute } from './pages/calendar/calendar-route';
import { CasePage } from './pages/cases/case-page';
import { CasesPage } from './pages/cases/cases-page';
import { CompaniesPage } from './pages/companies/companies-page';
import { CompanyPage } from './pages/companies/company-page';
import { ContactPage } from './pages/contacts/contact-page';
import { ContactsPage } from './pages/contacts/contacts-page';
import { DealsRoute } from './pages/deals/deals-route';
import { DuplicatesPage } from './pages/duplicates/duplicates-page';
import { HealthPage } from './pages/health/health-page';
import { InsightsRoute } from './pages/insights/insights-route';
import { PlaysRoute } from './pages/plays/plays-route';
import { ResponsesPage } from './pages/responses/responses-page';
import { SegmentsRoute } from './pages/segments/segments-route';
import { SettingsPage } from './pages/settings/settings-page';
import { SurveysRoute } from './pages/surveys/surveys-route';
import { TagsPage } from './pages/tags/tags-page';
import { TodayPage } from './pages/today/today-page';
import { route } from './router';

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
  if (page === 'segments') return <SegmentsRoute rest={rest} />;
  if (page === 'duplicates') return <DuplicatesPage />;
  if (page === 'health') return <HealthPage part={rest} />;
  if (page === 'insights') return <InsightsRoute />;
  if (page === 'plays') return <PlaysRoute />;
  if (page === 'surveys') return <SurveysRoute rest={rest} />;
  if (page === 'responses') return <ResponsesPage id={rest} />;
  if (page === 'cases')
    return rest && rest !== 'new' ? <CasePage id={rest} /> : <CasesPage key={rest} isNew={rest === 'new'} />;
  if (page === 'calendar') return <CalendarRoute />;
  if (page === 'deals') return <DealsRoute rest={rest} />;
  if (page === 'settings') return <SettingsPage part={rest} onImport={onImport} {...settings} />;
  return <TodayPage onAdd={onAdd} />;
}
