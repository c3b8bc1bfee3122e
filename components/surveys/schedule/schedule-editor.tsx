import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import type { ScheduleRow } from '@/lib/api/schedule-views';
import type { Rhythm, Schedule } from '@/lib/crm/schedules';
import { t } from '@/lib/i18n';
import { DayField } from '../day-field';
import { NumberField } from '../number-field';
import { GroupField } from './group-field';
import { QuotaFields } from './quota-fields';
import { groupWords, nobodyWords } from './words';
import '../editor.css';

interface ScheduleEditorProps {
  surveyId: string;
  id: string;
  schedule: Schedule;
  names: ScheduleRow['names'];
  onClose(): void;
}

type RhythmKind = 'every' | 'purchase' | 'case' | 'once';

const USUAL = { every: 90, after: 7 };

const kindOf = (rhythm: Rhythm): RhythmKind => (rhythm.kind === 'after' ? rhythm.event : rhythm.kind);

function rhythmOf(kind: RhythmKind): Rhythm {
  if (kind === 'once') return { kind };
  if (kind === 'every') return { kind, days: USUAL.every };
  return { kind: 'after', event: kind, days: USUAL.after };
}

/** Whom a survey asks, when and how; what it would come to today stands at the foot while it is written. */
export function ScheduleEditor({ surveyId, id, schedule, names: known, onClose }: ScheduleEditorProps) {
  const [draft, setDraft] = useState(schedule);
  const [names, setNames] = useState(known);
  const [isGroup, setIsGroup] = useState(schedule.audience.by !== 'agreed');
  const { run, busy, error, setError } = useCommand();
  const set = (part: Partial<Schedule>) => setDraft({ ...draft, ...part });
  const { audience, rhythm } = draft;
  const lacksGroup = isGroup && audience.by === 'agreed';
  const isBackwards = draft.until !== null && draft.until < draft.from;
  const preview = useQuery(
    'schedules.preview',
    lacksGroup || isBackwards ? null : { surveyId, id, schedule: draft },
    { keep: true },
  );
  const save = async (event: Event) => {
    event.preventDefault();
    if (lacksGroup) return setError(t('schedules.audience_needed'));
    if (isBackwards) return setError(t('schedules.day_wrong'));
    if (await run('schedules.put', { surveyId, id, schedule: draft }, t('schedules.saved'))) onClose();
  };
  return (
    <Dialog title={t('schedules.schedule')} onClose={onClose}>
      <form class="editor-fields schedule-editor" onSubmit={save}>
        <RadioGroup
          label={t('schedules.audience')}
          inline
          value={isGroup ? 'group' : 'agreed'}
          choices={[
            { value: 'agreed', label: t('schedules.kind_agreed') },
            { value: 'group', label: t('schedules.kind_group') },
          ]}
          onChoose={(kind) => {
            setIsGroup(kind === 'group');
            if (kind === 'agreed') set({ audience: { by: 'agreed' }, agreedOnly: true });
          }}
        />
        {isGroup && (
          <>
            <GroupField
              label={t('schedules.audience_choose')}
              name={audience.by === 'agreed' ? null : groupWords(audience, names)}
              onGroup={(group, name) => {
                setError(null);
                if (group) setNames({ ...names, [group.id]: name });
                set({ audience: group ?? { by: 'agreed' } });
              }}
            />
            <Checkbox
              label={t('schedules.agreed_only')}
              checked={draft.agreedOnly}
              onToggle={(agreedOnly) => set({ agreedOnly })}
            />
            <p class="quiet-text small">{t('schedules.agreed_only_how')}</p>
          </>
        )}
        <div class="editor-pair">
          <Select
            label={t('schedules.rhythm')}
            value={kindOf(rhythm)}
            choices={[
              { value: 'every', label: t('schedules.rhythm_every') },
              { value: 'purchase', label: t('schedules.rhythm_after_purchase') },
              { value: 'case', label: t('schedules.rhythm_after_case') },
              { value: 'once', label: t('schedules.rhythm_once') },
            ]}
            onChoose={(kind) => set({ rhythm: rhythmOf(kind) })}
          />
          {rhythm.kind !== 'once' && (
            <NumberField
              key={rhythm.kind}
              label={t(rhythm.kind === 'every' ? 'schedules.every_days' : 'schedules.after_days')}
              value={rhythm.days}
              least={rhythm.kind === 'every' ? 14 : 0}
              most={rhythm.kind === 'every' ? 1100 : 365}
              onNumber={(days = USUAL[rhythm.kind]) => set({ rhythm: { ...rhythm, days } })}
            />
          )}
        </div>
        <div class="editor-pair">
          <DayField label={t('schedules.from')} value={draft.from} onDay={(from) => from && set({ from })} />
          <DayField
            label={t('schedules.until')}
            value={draft.until ?? ''}
            onDay={(until) => set({ until: until || null })}
          />
        </div>
        <div class="editor-pair">
          <NumberField
            label={t('schedules.per_day')}
            value={draft.perDay}
            least={1}
            most={500}
            onNumber={(perDay = schedule.perDay) => set({ perDay })}
          />
          <NumberField
            label={t('schedules.holdout')}
            value={draft.holdout}
            least={0}
            most={50}
            onNumber={(holdout = 0) => set({ holdout })}
          />
        </div>
        <p class="quiet-text small">{t('schedules.holdout_how')}</p>
        <Select
          label={t('schedules.channel')}
          value={draft.channel}
          choices={[
            { value: 'mail', label: t('schedules.channel_mail') },
            { value: 'phone', label: t('schedules.channel_phone') },
          ]}
          onChoose={(channel) => set({ channel })}
        />
        <QuotaFields
          quotas={draft.quotas}
          names={names}
          onQuotas={(quotas) => set({ quotas })}
          onName={(group, name) => setNames({ ...names, [group]: name })}
        />
        {preview.value && !lacksGroup && !isBackwards && (
          <p role="status">
            {preview.value.count === 0
              ? nobodyWords(draft.audience)
              : t('schedules.would', { count: preview.value.ask.length, all: preview.value.count })}
          </p>
        )}
        {error && <p class="late small">{error}</p>}
        <footer class="dialog-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" kind="ink" loading={busy}>
            {t('common.save')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
