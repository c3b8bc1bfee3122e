import { ArrowDown, ArrowUp, Plus, X } from 'lucide';
import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { Button, IconButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { StageView } from '@/lib/api/deal-views';
import { t } from '@/lib/i18n';
import { stageWords } from './words';
import './deals.css';

interface Draft {
  id: string;
  name: string;
  /** As typed: whole percent. */
  chance: string;
  days: string;
}

interface PipelineEditorProps {
  stages: readonly StageView[];
  onClose(): void;
}

/** The stages of the board: name, chance, order, and after how many days a deal is marked. */
export function PipelineEditor({ stages, onClose }: PipelineEditorProps) {
  const [drafts, setDrafts] = useState<Draft[]>(() => stages.map(draftOf));
  const [moves, setMoves] = useState<Record<string, string>>({});
  const { run, busy, error, setError } = useCommand();
  const gone = stages.filter((stage) => stage.deals > 0 && !drafts.some((one) => one.id === stage.id));
  const [first] = drafts;

  const change = (at: number, changed: Partial<Draft>) => {
    setError(null);
    setDrafts(drafts.map((one, index) => (index === at ? { ...one, ...changed } : one)));
  };
  const shift = (at: number, by: -1 | 1) => {
    const next = [...drafts];
    const [one] = next.splice(at, 1);
    if (one) next.splice(at + by, 0, one);
    setDrafts(next);
  };

  async function save(event: Event) {
    event.preventDefault();
    const read = drafts.map((draft) => stageOf(draft, stages));
    if (read.some((stage) => stage === null)) return setError(t('deals.stage_wrong'));
    const into = Object.fromEntries(gone.map((stage) => [stage.id, moves[stage.id] ?? first?.id ?? '']));
    const input = { stages: read.filter((stage) => stage !== null), moves: into };
    if (await run('pipeline.set', input, t('deals.pipeline_saved'))) onClose();
  }

  return (
    <Dialog title={t('deals.pipeline')} onClose={onClose} class="pipeline-dialog">
      <form noValidate onSubmit={(event) => void save(event)}>
        <div class="pipeline-head small quiet-text" aria-hidden="true">
          <span>{t('deals.stage')}</span>
          <span>{t('deals.chance')} %</span>
          <span>{t('deals.stage_days_short')}</span>
        </div>
        <ol class="pipeline">
          {drafts.map((draft, at) => (
            <li key={draft.id}>
              <StageFields draft={draft} n={at + 1} onChange={(changed) => change(at, changed)} />
              <IconButton
                icon={ArrowUp}
                label={t('deals.stage_up', { stage: draft.name })}
                aria-disabled={at === 0}
                onClick={() => at > 0 && shift(at, -1)}
              />
              <IconButton
                icon={ArrowDown}
                label={t('deals.stage_down', { stage: draft.name })}
                aria-disabled={at === drafts.length - 1}
                onClick={() => at < drafts.length - 1 && shift(at, 1)}
              />
              <IconButton
                icon={X}
                label={t('deals.stage_remove', { stage: draft.name })}
                onClick={() =>
                  drafts.length > 1
                    ? setDrafts(drafts.filter((one) => one !== draft))
                    : setError(t('deals.stage_last'))
                }
              />
            </li>
          ))}
        </ol>
        {drafts.length < 12 && (
          <Button kind="bare" icon={Plus} onClick={() => setDrafts([...drafts, newDraft()])}>
            {t('deals.stage_add')}
          </Button>
        )}
        {gone.map((stage) => (
          <Select
            key={stage.id}
            label={t('deals.stage_into', { stage: stageWords(stage) })}
            value={moves[stage.id] ?? first?.id ?? ''}
            choices={drafts.map(({ id, name }) => ({ value: id, label: name }))}
            onChoose={(id) => setMoves({ ...moves, [stage.id]: id })}
          />
        ))}
        {error && (
          <p class="small late" role="alert">
            {error}
          </p>
        )}
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

function StageFields({
  draft,
  n,
  onChange,
}: {
  draft: Draft;
  n: number;
  onChange(changed: Partial<Draft>): void;
}) {
  const digits = (text: string) => text.replace(/\D/g, '');
  return (
    <>
      <Field
        label={t('deals.stage_name', { n })}
        labelUnseen
        value={draft.name}
        maxLength={60}
        onInput={(name) => onChange({ name })}
      />
      <Field
        label={t('deals.stage_chance', { stage: draft.name })}
        labelUnseen
        inputMode="numeric"
        maxLength={3}
        value={draft.chance}
        onInput={(chance) => onChange({ chance: digits(chance) })}
      />
      <Field
        label={t('deals.stage_days', { stage: draft.name })}
        labelUnseen
        inputMode="numeric"
        maxLength={4}
        value={draft.days}
        onInput={(days) => onChange({ days: digits(days) })}
      />
    </>
  );
}

function draftOf(stage: StageView): Draft {
  return {
    id: stage.id,
    name: stageWords(stage),
    chance: String(Math.round(stage.chance * 100)),
    days: stage.staleDays === null ? '' : String(stage.staleDays),
  };
}

function newDraft(): Draft {
  return { id: crypto.randomUUID(), name: t('deals.stage_new'), chance: '50', days: '' };
}

/** The stage that is stored; null when it has no name or no chance. The product's own word is not stored as a name. */
function stageOf({ id, name, chance, days }: Draft, stages: readonly StageView[]) {
  const share = Number(chance);
  const text = name.trim();
  if (text === '' || chance === '' || share > 100) return null;
  const before = stages.find((stage) => stage.id === id);
  const isOwn = before?.name !== '' || text !== stageWords(before);
  return {
    id,
    name: isOwn ? text : '',
    chance: share / 100,
    ...(Number(days) > 0 ? { staleDays: Math.min(3650, Number(days)) } : {}),
  };
}
