import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { Skeleton } from '@/components/ui/skeleton';
import { Switch } from '@/components/ui/switch';
import type { SchedulePreview, ScheduleRow } from '@/lib/api/schedule-views';
import type { SurveyView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { DueList } from './due-list';
import { Effect } from './effect';
import { LeftList } from './left-list';
import { OpenList } from './open-list';
import { ScheduleEditor } from './schedule-editor';
import { Weeks } from './weeks';
import { dayWords, groupWords, nobodyWords, rhythmWords } from './words';

interface ScheduleSheetProps {
  survey: SurveyView;
  row: ScheduleRow;
}

/** A schedule: what it says, who is due, who waits, who is left out and why, and the weeks to come. */
export function ScheduleSheet({ survey, row: { id, schedule, names } }: ScheduleSheetProps) {
  const act = useAction();
  const [editing, setEditing] = useState(false);
  const which = { surveyId: survey.id, id };
  const preview = useQuery('schedules.preview', which, { keep: true });
  const title = groupWords(schedule.audience, names);
  const isAsking = survey.state === 'open' && schedule.on;
  return (
    <article class="schedule" aria-label={title}>
      <header class="schedule-head">
        <div>
          <h2>{title}</h2>
          <p class="quiet-text">{scheduleWords(schedule)}</p>
        </div>
        <div class="schedule-acts">
          <Switch
            label={t('schedules.on')}
            on={schedule.on}
            onSwitch={(on) => void act('schedules.put', { ...which, schedule: { ...schedule, on } })}
          />
          <Button onClick={() => setEditing(true)}>{t('schedules.edit')}</Button>
          <Button kind="bare" onClick={() => void act('schedules.remove', which, t('schedules.removed'))}>
            {t('schedules.remove')}
          </Button>
        </div>
      </header>
      {preview.error != null && !preview.value && (
        <ErrorNote what={t('schedules.failed')} todo={failureWords(preview.error)} />
      )}
      {!preview.value && preview.error == null && <Skeleton lines={4} />}
      {preview.value && (
        <div class="schedule-parts">
          <div>
            <Standing of={preview.value} names={names} />
            {isEmpty(preview.value) && <p>{nobodyWords(schedule.audience)}</p>}
            {isAsking ? (
              <DueList key={preview.value.today} {...which} channel={schedule.channel} of={preview.value} />
            ) : (
              <p>{t(survey.state === 'open' ? 'schedules.is_off' : 'schedules.closed')}</p>
            )}
            <OpenList survey={survey} open={preview.value.open} />
          </div>
          <div>
            <LeftList left={preview.value.left} />
            {isAsking && <Weeks days={preview.value.days} />}
            <Effect {...which} share={schedule.holdout} />
          </div>
        </div>
      )}
      {editing && (
        <ScheduleEditor {...which} schedule={schedule} names={names} onClose={() => setEditing(false)} />
      )}
    </article>
  );
}

/** Nobody is in the audience: not because it was deleted, nor because lists are being made anew. */
const isEmpty = ({ count, gone, filling }: SchedulePreview): boolean => count === 0 && !gone && !filling;

/** "every 90 days after they were last asked or answered · Mail with a personal link · at most 10 a day". */
function scheduleWords(schedule: ScheduleRow['schedule']): string {
  const { rhythm, channel, perDay, holdout } = schedule;
  return [
    rhythmWords(rhythm),
    t(channel === 'mail' ? 'schedules.channel_mail' : 'schedules.channel_phone'),
    t('schedules.said_most', { count: perDay }),
    ...(holdout > 0 ? [t('schedules.said_held', { share: holdout })] : []),
  ].join(' · ');
}

/** Where the wave stands, and how full its quotas are. */
function Standing({
  of: { wave, gone, filling, quotas },
  names,
}: {
  of: SchedulePreview;
  names: ScheduleRow['names'];
}) {
  return (
    <>
      {gone && <p class="late">{t('schedules.audience_gone_how')}</p>}
      {filling && (
        <p class="late">
          {t('workspace.lists_filling', { done: number(filling.done), of: number(filling.of) })}
        </p>
      )}
      {wave && (
        <p class="quiet-text small">
          {wave.until
            ? t('schedules.wave', {
                number: wave.number,
                from: dayWords(wave.from),
                until: dayWords(wave.until),
              })
            : t('schedules.wave_open', { number: wave.number, from: dayWords(wave.from) })}
        </p>
      )}
      {quotas.length > 0 && (
        <ul class="schedule-filled small">
          {quotas.map(({ quota: { group, most }, answered }, at) => (
            <li key={at}>
              {t(answered >= most ? 'schedules.quota_full' : 'schedules.quota_line', {
                name: groupWords(group, names),
                answered,
                most,
              })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
