import { useState } from 'preact/hooks';
import { momentOfDay, sentence } from '@/components/advice/words';
import { useCommand } from '@/components/contacts/command';
import { SmallForm } from '@/components/contacts/small-form';
import { stageName } from '@/components/contacts/stage-name';
import { ExitReasonField, exitReasonWords } from '@/components/deals/exit-reason';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Moon } from '@/components/ui/moon';
import { Select } from '@/components/ui/select';
import type { FigureStage, StageView } from '@/lib/api/figure-views';
import type { ExitReason } from '@/lib/crm/exit-reasons';
import { SHOWN_STAGE } from '@/lib/crm/stage-names';
import { t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';

const STAGES = Object.keys(SHOWN_STAGE) as FigureStage[];

/** Where a contact stands, which rule says so and what would move it; the user may say otherwise. */
export function StageBlock({ contactId, stage }: { contactId: string; stage: StageView }) {
  const [setting, setSetting] = useState(false);
  const { run, busy } = useCommand();
  const now = Date.now();
  const name = stageName(stage.stage);
  const since = stage.since && shortDate(momentOfDay(stage.since), now);
  return (
    <div class="figure-stage">
      <p class="figure-value">
        <Moon phase={SHOWN_STAGE[stage.stage]} />{' '}
        {since && !stage.set ? t('figures.stage_since', { stage: name, date: since }) : name}
      </p>
      {stage.set && (
        <p class="small">
          {t('figures.stage_by_you', { date: shortDate(stage.set.at, now) })}
          {stage.set.code && <>: {exitReasonWords(stage.set.code)}</>}
          {stage.set.reason && <>: {stage.set.reason}</>}
        </p>
      )}
      {stage.set?.counted && (
        <p class="small quiet-text">{t('figures.stage_counted', { stage: stageName(stage.set.counted) })}</p>
      )}
      <p class={stage.set ? 'small quiet-text' : 'small'}>{sentence(stage.reason)}</p>
      {stage.moves && <p class="small quiet-text">{sentence(stage.moves)}</p>}
      {setting ? (
        <StageForm contactId={contactId} stage={stage} onDone={() => setSetting(false)} />
      ) : (
        <p class="figure-acts">
          <Button kind="bare" onClick={() => setSetting(true)}>
            {t('figures.stage_change')}
          </Button>
          {stage.set && (
            <Button
              kind="bare"
              disabled={busy}
              onClick={() => void run('contacts.setStage', { id: contactId, stage: null })}
            >
              {t('figures.stage_count_again')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

function StageForm({ contactId, stage, onDone }: { contactId: string; stage: StageView; onDone(): void }) {
  const [chosen, setChosen] = useState<FigureStage>(stage.stage);
  const [reason, setReason] = useState(stage.set?.reason ?? '');
  const [code, setCode] = useState<ExitReason | ''>(stage.set?.code ?? '');
  const { run, busy, error } = useCommand();
  async function save() {
    const why = chosen === 'exit' && code !== '' ? { code } : {};
    const set = { stage: chosen, reason: reason.trim(), ...why };
    if (await run('contacts.setStage', { id: contactId, stage: set })) onDone();
  }
  return (
    <SmallForm label={t('figures.stage_change')} busy={busy} onSave={() => void save()} onCancel={onDone}>
      <Select<FigureStage>
        label={t('figures.stage_choose')}
        value={chosen}
        choices={STAGES.map((value) => ({ value, label: stageName(value) }))}
        onChoose={setChosen}
      />
      {chosen === 'exit' && <ExitReasonField value={code} onChoose={setCode} />}
      <Field
        label={t('figures.stage_reason')}
        maxLength={500}
        value={reason}
        error={error}
        onInput={setReason}
      />
    </SmallForm>
  );
}
