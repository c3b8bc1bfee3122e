import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import { BringSurvey } from './bring-survey';
import { TemplateCards } from './template-cards';
import './surveys.css';

/** What a new survey can begin with. */
export function NewSurveyPage() {
  return (
    <div class="surveys-page">
      <PageHeading title={t('surveys.new')} />
      <div class="surveys-empty">
        <p class="quiet-text">{t('surveys.new_how')}</p>
        <TemplateCards />
        <BringSurvey />
      </div>
    </div>
  );
}
