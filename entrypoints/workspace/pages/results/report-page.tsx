import { useState } from 'preact/hooks';
import { download } from '@/components/backup/files';
import { useAction } from '@/components/contacts/command';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { toAnswers } from '@/components/responses/counted';
import { reportMarkdown } from '@/components/responses/report/markdown';
import type { ReportGround } from '@/components/responses/report/report';
import { ReportSheet } from '@/components/responses/report/report-sheet';
import { reportOf } from '@/components/responses/report/sections';
import { Button } from '@/components/ui/button';
import { putOnClipboard } from '@/components/ui/copy-text';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { TextArea } from '@/components/ui/text-area';
import { toast } from '@/components/ui/toast';
import type { SurveyView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { fullDate } from '@/lib/i18n/format';
import { href } from '../../router';
import { SurveyHead } from '../surveys/survey-head';
import { NoSurvey, useSurvey } from './no-survey';
import '../surveys/surveys.css';

/** The report on a survey in five sections: read, printed, taken along as Markdown. */
export function ReportPage({ id }: { id: string }) {
  const scope = { surveyId: id };
  const survey = useSurvey(id);
  const results = useQuery('results.view', scope, { keep: true });
  const index = useQuery('analysis.index', scope, { keep: true });
  const drivers = useQuery('analysis.drivers', scope, { keep: true });
  const groups = useQuery('analysis.compare', { ...scope, by: 'tag' }, { keep: true });
  const topics = useQuery('analysis.topics', scope, { keep: true });
  const bias = useQuery('analysis.bias', scope, { keep: true });
  const waves = useQuery('analysis.waves', scope, { keep: true });
  const loop = useQuery('analysis.loop', scope, { keep: true });
  const [editing, setEditing] = useState(false);
  const error = [survey, results, index, drivers, groups, topics, bias, waves, loop].find(
    (one) => one.error != null,
  )?.error;

  if (!survey.value) return <NoSurvey error={survey.error} />;
  const ground =
    results.value &&
    index.value &&
    drivers.value &&
    groups.value &&
    topics.value &&
    bias.value &&
    waves.value &&
    loop.value
      ? {
          survey: survey.value,
          results: results.value,
          index: index.value,
          drivers: drivers.value,
          groups: groups.value,
          topics: topics.value,
          bias: bias.value,
          waves: waves.value,
          loop: loop.value,
          between: betweenOf(results.value.between),
          today: fullDate(Date.now()),
          links: linksOf(id),
        }
      : null;
  const parts = ground && reportOf(ground);
  const title = t('report.title', { name: survey.value.name });
  const copy = async () => {
    if (parts && (await putOnClipboard(reportMarkdown(title, parts)))) toast(t('report.markdown_done'));
  };
  const save = () => {
    if (parts)
      download(`${t('report.report')}.md`, new Blob([reportMarkdown(title, parts)]), 'text/markdown');
  };
  return (
    <div class="results-page report-page">
      <SurveyHead survey={survey.value} part="report" />
      <div class="results-bar">
        <Button onClick={() => setEditing(true)}>{t('report.edit')}</Button>
        <div class="results-take">
          <Button onClick={() => void copy()}>{t('report.markdown')}</Button>
          <Button onClick={save}>{t('report.save_markdown')}</Button>
          <Button onClick={() => print()}>{t('report.print')}</Button>
        </div>
      </div>
      {error != null && !parts && (
        <div class="results-empty">
          <EmptyState title={failureWords(error)}>{t('report.failed')}</EmptyState>
        </div>
      )}
      {error == null && !parts && <Skeleton lines={8} />}
      {parts && <ReportSheet parts={parts} />}
      {editing && <ReportWords survey={survey.value} onClose={() => setEditing(false)} />}
    </div>
  );
}

function betweenOf(between: [number, number] | null): ReportGround['between'] {
  return between && { first: fullDate(between[0]), last: fullDate(between[1]) };
}

function linksOf(id: string): ReportGround['links'] {
  return {
    answers: toAnswers({ surveyId: id }),
    answer: (answer) => href('responses', answer),
    survey: href('surveys', id),
    results: href('surveys', `${id}/results`),
    analysis: href('surveys', `${id}/analysis`),
  };
}

function ReportWords({ survey, onClose }: { survey: SurveyView; onClose(): void }) {
  const act = useAction();
  const [purpose, setPurpose] = useState(survey.report?.purpose ?? '');
  const [proposals, setProposals] = useState(survey.report?.proposals ?? '');
  const save = async (event: Event) => {
    event.preventDefault();
    if (await act('surveys.edit', { id: survey.id, report: { purpose: purpose.trim(), proposals } }))
      onClose();
  };
  return (
    <Dialog title={t('report.words')} onClose={onClose}>
      <form class="report-words" onSubmit={save}>
        <TextArea
          label={t('report.purpose')}
          hint={t('report.purpose_hint')}
          value={purpose}
          maxLength={5000}
          onInput={setPurpose}
        />
        <TextArea
          label={t('report.own_proposals')}
          hint={t('report.own_proposals_hint')}
          value={proposals}
          maxLength={5000}
          onInput={setProposals}
        />
        <footer class="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="ink">
            {t('common.save')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
