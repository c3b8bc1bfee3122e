import type { SurveyView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import type { AuthorForm } from '@/lib/surveys/form';
import type { DraftKeeper } from '../keep-draft';
import { FirstAnswer } from './first-answer';
import { HubConnection } from './hub-connection';
import { InPersonWay } from './in-person-way';
import { LinkWay } from './link-way';
import { MailWay } from './mail-way';
import { Release } from './release';
import { WebsiteWay } from './website-way';
import './publish.css';

interface PublishProps {
  survey: SurveyView;
  form: AuthorForm;
  keeper: DraftKeeper;
  /** Goes to the question, page or ending with a fault. */
  onFault(where: string): void;
}

/** What is out, where answers come in, and the ways to ask, side by side. */
export function Publish({ survey, form, keeper, onFault }: PublishProps) {
  return (
    <div class="publish">
      <div class="publish-top">
        <Release survey={survey} form={form} keeper={keeper} onFault={onFault} />
        <section aria-label={t('surveys.hub')}>
          <h2>{t('surveys.hub')}</h2>
          <HubConnection hub={survey.hub} onChange={() => void keeper.load()} />
        </section>
      </div>
      {survey.published && (
        <>
          {survey.state === 'open' && <FirstAnswer survey={survey} />}
          <div class="ways">
            <WebsiteWay survey={survey} form={survey.published} />
            <LinkWay survey={survey} />
            <MailWay survey={survey} form={survey.published} />
          </div>
          {survey.state === 'open' && <InPersonWay survey={survey} />}
        </>
      )}
    </div>
  );
}
