import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { InPerson } from '@/components/surveys/in-person/in-person';
import { EmptyState } from '@/components/ui/empty-state';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import { route } from '../../router';
import { SurveyHead } from './survey-head';
import './surveys.css';

/** The widget's own drawing of a form; fetched when somebody is asked. */
const fill = async () => (await import('@/widget/app/render')).fill;

/** A survey asked by the user: in person, by telephone, on paper. `?contact=ID` says whom. */
export function InPersonPage({ id }: { id: string }) {
  const survey = useQuery('surveys.view', { id });
  const contact = route.value.params.get('contact');
  const found = useQuery('contacts.rows', { ids: contact ? [contact] : [] });
  const { value } = survey;

  if (!value || !(found.value || found.error)) {
    if (survey.error == null) return <PageHeading title={t('common.loading')} />;
    return (
      <>
        <PageHeading title={t('surveys.surveys')} />
        <div class="surveys-empty">
          <EmptyState title={failureWords(survey.error)}>{t('surveys.gone')}</EmptyState>
        </div>
      </>
    );
  }
  const [person] = found.value ?? [];
  return (
    <div class="in-person-page">
      <SurveyHead survey={value} part="publish" />
      {value.published ? (
        <InPerson
          key={`${value.version} ${contact}`}
          survey={value}
          form={value.published}
          first={person ? { id: person.id, name: person.name } : null}
          fill={fill}
        />
      ) : (
        <div class="surveys-empty">
          <EmptyState title={t('surveys.in_person_unpublished')}>{t('surveys.in_person_needs')}</EmptyState>
        </div>
      )}
    </div>
  );
}
