import { SiteReadingList } from '@/components/teach/site-readings';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import './settings-page.css';

/** How sites are read, and whether they still are. */
export function ReadingPage() {
  return (
    <>
      <PageHeading title={t('teach.readings')} />
      <p class="reading-about quiet-text">{t('teach.readings_about')}</p>
      <SiteReadingList />
    </>
  );
}
