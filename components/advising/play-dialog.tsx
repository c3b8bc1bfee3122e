import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { sentence } from '@/components/advice/words';
import { useCommand } from '@/components/contacts/command';
import { useQuery } from '@/components/query/use-query';
import { useBaseCurrency } from '@/components/segments/currency';
import { GroupEditor } from '@/components/segments/group-editor';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import type { PlayRow } from '@/lib/api/advice-views';
import type { Channel } from '@/lib/crm/contacts';
import type { PlayKind } from '@/lib/crm/plays';
import { type Key, t } from '@/lib/i18n';
import { conditionOf, faultOf, formOf, OWN, type PlayFault, type PlayForm, settingFrom } from './play-form';
import { Trial } from './trial';
import '@/components/segments/segments.css';
import './advising.css';

const KINDS = {
  write: 'advising.kind_write',
  call: 'advising.kind_call',
  offer: 'advising.kind_offer',
  ask: 'advising.kind_ask',
  thank: 'advising.kind_thank',
  look: 'advising.kind_look',
} as const satisfies Record<PlayKind, Key>;

const CHANNELS = {
  none: 'advising.channel_none',
  mail: 'advising.channel_mail',
  phone: 'advising.channel_phone',
  message: 'advising.channel_message',
  visit: 'advising.channel_visit',
  survey: 'advising.channel_survey',
} as const satisfies Record<Channel | 'none', Key>;

const LEVERS = [
  ['2', 'advising.lever_more'],
  ['1', 'advising.lever_same'],
  ['0.5', 'advising.lever_less'],
] as const satisfies readonly (readonly [string, Key])[];

interface PlayDialogProps {
  /** Null: a new one. */
  play: PlayRow | null;
  onClose(): void;
}

/** A play as the user wants it; who would get it today stands below. */
export function PlayDialog({ play, onClose }: PlayDialogProps) {
  const { run, busy, error } = useCommand();
  const segments = useQuery('segments.names', {});
  const [form, setForm] = useState(() => formOf(play));
  /** How often it was tried to save what is not finished. */
  const [tries, setTries] = useState(0);
  const fields = useRef<HTMLDivElement>(null);
  useBaseCurrency();
  const put = (given: Partial<PlayForm>) => setForm((before) => ({ ...before, ...given }));
  const condition = conditionOf(form, play);
  const isOwn = play === null || play.isOwn;
  // Once it was tried to save, what is still wrong stands under its field until it is right.
  const fault = faultOf(form, play, condition);
  const said = (field: PlayFault['field']) => (tries > 0 && fault?.field === field ? fault.words : null);

  useLayoutEffect(() => {
    if (tries > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);

  async function save() {
    if (fault) {
      setTries(tries + 1);
      return;
    }
    const id = play?.id ?? crypto.randomUUID();
    if (await run('plays.set', { id, setting: settingFrom(form, play, condition) })) onClose();
  }

  async function reset() {
    if (play && (await run('plays.set', { id: play.id, setting: null }))) onClose();
  }

  return (
    <Dialog
      class="play-dialog"
      title={play ? sentence(play.title) : t('advising.add_play')}
      onClose={onClose}
      actions={
        <>
          {play?.setting && (
            <Button onClick={() => void reset()}>
              {play.isOwn ? t('advising.delete_play') : t('advising.as_shipped')}
            </Button>
          )}
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="ink" loading={busy} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div class="play-form" ref={fields}>
        <Field
          label={t('advising.field_title')}
          value={form.title}
          error={said('title')}
          onInput={(title) => put({ title })}
        />
        {isOwn && (
          <>
            <Field
              label={t('advising.field_reason')}
              value={form.reason}
              onInput={(reason) => put({ reason })}
            />
            <div class="play-form-pair">
              <Select
                label={t('advising.field_kind')}
                value={form.kind}
                choices={Object.entries(KINDS).map(([value, key]) => ({
                  value: value as PlayKind,
                  label: t(key),
                }))}
                onChoose={(kind) => put({ kind })}
              />
              <Select
                label={t('advising.field_channel')}
                value={form.channel}
                choices={Object.entries(CHANNELS).map(([value, key]) => ({
                  value: value as Channel | 'none',
                  label: t(key),
                }))}
                onChoose={(channel) => put({ channel })}
              />
            </div>
          </>
        )}
        <Select
          label={t('advising.field_for')}
          value={form.segmentId}
          error={said('segmentId')}
          choices={[
            ...(isOwn ? [] : [{ value: '', label: t('advising.for_shipped') }]),
            { value: OWN, label: t('advising.for_own') },
            ...(segments.value ?? []).map(({ id, name }) => ({
              value: id,
              label: t('advising.for_segment', { name }),
            })),
          ]}
          onChoose={(segmentId) => put({ segmentId })}
        />
        {form.segmentId === OWN && (
          <div class="segment-editor">
            <GroupEditor
              group={form.group}
              wanting={said('segmentId') !== null}
              onChange={(group) => put({ group })}
            />
          </div>
        )}
        <TextArea
          label={t('advising.field_draft')}
          hint={t('advising.draft_hint', { name: '{name}' })}
          value={form.text}
          onInput={(text) => put({ text })}
        />
        <div class="play-form-pair">
          <Field
            label={t('advising.field_minutes')}
            inputMode="numeric"
            value={form.minutes}
            error={said('minutes')}
            onInput={(minutes) => put({ minutes })}
          />
          <Field
            label={t('advising.field_pause')}
            inputMode="numeric"
            value={form.coolingDays}
            error={said('coolingDays')}
            onInput={(coolingDays) => put({ coolingDays })}
          />
          <Select
            label={t('advising.field_lever')}
            value={form.lever}
            choices={LEVERS.map(([value, key]) => ({ value, label: t(key) }))}
            onChoose={(lever) => put({ lever })}
          />
        </div>
        {error && (
          <p class="late" role="alert">
            {error}
          </p>
        )}
        {condition && <Trial id={play?.id ?? null} condition={condition} />}
      </div>
    </Dialog>
  );
}
