import { useQuery } from '@/components/query/use-query';
import type { SiteGate } from '@/components/settings/site-gate';
import { t } from '@/lib/i18n';
import { AnswerSites } from './answer-sites';
import { HubConnection } from './publish/hub-connection';
import { SigningSecret } from './signing-secret';
import './publish/publish.css';

/** By which ways answers come in, and the way to the first survey: it is in no other place before there is one. */
export function SurveySettings({ gate }: { gate: SiteGate }) {
  const hub = useQuery('hub.get', {}, { keep: true });
  return (
    <>
      <div class="setting-actions survey-begin">
        <a class="button quiet" href="#/surveys/new">
          {t('surveys.new')}
        </a>
      </div>
      <HubConnection hub={hub.value} onChange={hub.again} />
      <AnswerSites gate={gate} />
      <SigningSecret />
    </>
  );
}
