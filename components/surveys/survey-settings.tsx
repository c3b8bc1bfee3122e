import { useQuery } from '@/components/query/use-query';
import { t } from '@/lib/i18n';
import { HubConnection } from './publish/hub-connection';
import './publish/publish.css';

/** The hub, and the way to the first survey: it is in no other place before there is one. */
export function SurveySettings() {
  const hub = useQuery('hub.get', {}, { keep: true });
  return (
    <>
      <div class="setting-actions survey-begin">
        <a class="button quiet" href="#/surveys/new">
          {t('surveys.new')}
        </a>
      </div>
      <HubConnection hub={hub.value} onChange={hub.again} />
    </>
  );
}
