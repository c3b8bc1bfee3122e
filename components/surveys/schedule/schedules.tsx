import { useState } from 'preact/hooks';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorNote } from '@/components/ui/error-note';
import type { SurveyView } from '@/lib/api/survey-views';
import type { Schedule } from '@/lib/crm/schedules';
import { t } from '@/lib/i18n';
import { ScheduleEditor } from './schedule-editor';
import { ScheduleSheet } from './schedule-sheet';
import './schedule.css';

/** The schedules of a survey; the first is made here. */
export function Schedules({ survey }: { survey: SurveyView }) {
  const rows = useQuery('schedules.list', { surveyId: survey.id }, { keep: true });
  const [adding, setAdding] = useState<string | null>(null);
  const add = (kind?: 'ink') => (
    <Button kind={kind} onClick={() => setAdding(crypto.randomUUID())}>
      {t('schedules.add')}
    </Button>
  );
  return (
    <div class="schedules">
      {rows.error != null && !rows.value && (
        <ErrorNote what={t('schedules.failed')} todo={failureWords(rows.error)} />
      )}
      {rows.value?.length === 0 && (
        <EmptyState title={t('schedules.none')} action={add('ink')}>
          {t('schedules.none_how')}
        </EmptyState>
      )}
      {rows.value?.map((row) => (
        <ScheduleSheet key={row.id} survey={survey} row={row} />
      ))}
      {rows.value && rows.value.length > 0 && <div class="way-actions">{add()}</div>}
      {adding && (
        <ScheduleEditor
          surveyId={survey.id}
          id={adding}
          schedule={fresh()}
          names={{}}
          onClose={() => setAdding(null)}
        />
      )}
    </div>
  );
}

/** What most begin with: everybody who agreed, each quarter, a few a day. */
function fresh(): Schedule {
  return {
    on: true,
    audience: { by: 'agreed' },
    agreedOnly: true,
    rhythm: { kind: 'every', days: 90 },
    // Swedish writes a day as YYYY-MM-DD.
    from: new Date().toLocaleDateString('sv-SE'),
    until: null,
    perDay: 10,
    channel: 'mail',
    holdout: 0,
    quotas: [],
  };
}
