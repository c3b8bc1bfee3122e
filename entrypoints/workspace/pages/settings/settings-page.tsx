import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { BackupSettings } from '@/components/backup/backup-settings';
import { PlanSettings } from '@/components/care-plans/plan-settings';
import { YourData } from '@/components/export/your-data';
import { FieldSettings } from '@/components/fields/field-settings';
import { FigureSettings } from '@/components/figures/figure-settings';
import { ChangeList } from '@/components/history/change-list';
import { ImportList } from '@/components/imports/import-list';
import type { NotificationGate } from '@/components/reminders/gate';
import { ReminderSettings } from '@/components/reminders/reminder-settings';
import { CurrencySettings } from '@/components/settings/currency-settings';
import { LookSettings } from '@/components/settings/look-settings';
import { PracticeSetting, type PracticeStore } from '@/components/settings/practice-setting';
import type { SiteGate } from '@/components/settings/site-gate';
import { SiteList } from '@/components/settings/site-list';
import { CountrySetting, NeverLog, OwnAddresses, PurposeSetting } from '@/components/settings/store-settings';
import { SurveySettings } from '@/components/surveys/survey-settings';
import { TaughtSites } from '@/components/teach/taught-sites';
import { Row, Section, Sheet } from '@/components/ui/sheet';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import { href } from '../../router';
import { About } from './about';
import './settings-page.css';

interface SettingsPageProps {
  /** The part asked for by the address: `#/settings/backup`. */
  part: string | null;
  gate: SiteGate;
  /** None for practice people: nobody is reminded of them. */
  notifications: NotificationGate | null;
  practice: PracticeStore;
  version: string;
  onImport(): void;
}

/** Everything that can be set, on one sheet. */
export function SettingsPage({ part, gate, notifications, practice, version, onImport }: SettingsPageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!part) return;
    const heading = sheet.current?.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"]`);
    if (!heading) return;
    heading.focus({ preventScroll: true });
    return hold(heading, sheet.current!);
  }, [part]);

  return (
    <>
      <PageHeading title={t('common.settings')} />
      <div ref={sheet}>
        <Sheet class="settings-sheet">
          <Part name="sites" title={t('workspace.sites')} about={t('workspace.sites_about')}>
            <SiteList gate={gate} />
            <p class="settings-more">
              <a class="link" href={href('settings', 'reading')}>
                {t('teach.readings')}
              </a>
            </p>
            <TaughtSites />
          </Part>
          <Part name="own" title={t('workspace.own')}>
            <OwnAddresses />
          </Part>
          <Part name="purpose" title={t('workspace.purpose')}>
            <PurposeSetting />
          </Part>
          <Part name="look" title={t('workspace.look')}>
            <LookSettings />
          </Part>
          <Part name="country" title={t('workspace.country')} about={t('workspace.country_about')}>
            <CountrySetting />
          </Part>
          <Part name="currency" title={t('workspace.currency')} about={t('workspace.currency_about')}>
            <CurrencySettings />
          </Part>
          <Part name="reminders" title={t('care.reminders')} about={t('care.reminders_about')}>
            {notifications ? (
              <ReminderSettings gate={notifications} />
            ) : (
              <p class="quiet-text">{t('care.reminders_practice')}</p>
            )}
          </Part>
          <Part name="plans" title={t('care.plans')} about={t('care.plans_about')}>
            <PlanSettings />
          </Part>
          <Part name="logging" title={t('workspace.never')} about={t('workspace.never_about')}>
            <NeverLog />
          </Part>
          <Part name="fields" title={t('health.fields')} about={t('health.fields_about')}>
            <FieldSettings />
          </Part>
          <Part name="figures" title={t('figures.settings')} about={t('figures.settings_about')}>
            <FigureSettings />
          </Part>
          <Part name="surveys" title={t('surveys.surveys')} about={t('surveys.settings_about')}>
            <SurveySettings gate={gate} />
          </Part>
          <Part name="imports" title={t('importing.imports')}>
            <ImportList onImport={onImport} />
          </Part>
          <Part name="backup" title={t('workspace.backup')}>
            <BackupSettings />
          </Part>
          <Part name="data" title={t('data.your_data')} about={t('data.your_data_about')}>
            <YourData />
          </Part>
          <Part name="practice" title={t('workspace.practice')}>
            <PracticeSetting store={practice} />
          </Part>
          <Part name="about" title={t('workspace.about')}>
            <About version={version} />
          </Part>
          <Part name="history" title={t('common.history')}>
            <ChangeList step={20} />
          </Part>
        </Sheet>
      </div>
    </>
  );
}

/** What a person moves a page with. */
const MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Keeps a heading at the top of the window until somebody moves the page: what stands above it is drawn when the store has answered, and
 * would push it out of sight. Ends when the answered function is called.
 */
function hold(heading: HTMLElement, sheet: HTMLElement): () => void {
  const held = new AbortController();
  const { signal } = held;
  const grown = new ResizeObserver(() => heading.scrollIntoView?.({ block: 'start' }));
  grown.observe(sheet);
  signal.addEventListener('abort', () => grown.disconnect());
  for (const move of MOVES) window.addEventListener(move, () => held.abort(), { signal, passive: true });
  return () => held.abort();
}

interface PartProps {
  name: string;
  title: string;
  about?: string;
  children: ComponentChildren;
}

function Part({ name, title, about, children }: PartProps) {
  return (
    <Section label={title} class="settings-part">
      <Row
        gutter={
          <h2 tabIndex={-1} data-part={name} class="settings-title">
            {title}
          </h2>
        }
      >
        {about && <p class="settings-about quiet-text">{about}</p>}
        {children}
      </Row>
    </Section>
  );
}
