import { ArrowDown, ArrowUp, X } from 'lucide';
import { NumberField } from '@/components/surveys/number-field';
import { IconButton } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { TierFault } from '@/lib/api/tier-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import type { TierDraft } from './draft';

interface TierLineProps {
  draft: TierDraft;
  /** Its place, from 1, of so many. */
  n: number;
  of: number;
  segments: readonly { id: string; name: string }[];
  /** What is missing is to be marked. */
  wanting: boolean;
  /** Who stands there; undefined while it is not known. */
  count: number | undefined;
  fault: TierFault | undefined;
  onChange(changed: Partial<TierDraft>): void;
  onShift(by: -1 | 1): void;
  onRemove(): void;
}

/** One level: its name, who belongs to it, what they get, and its place. */
export function TierLine(props: TierLineProps) {
  const { draft, n, of, segments, wanting, count, fault, onChange, onShift, onRemove } = props;
  const isGone = draft.segmentId !== '' && !segments.some(({ id }) => id === draft.segmentId);
  return (
    <li>
      <div class="tier-line">
        <span class="num quiet-text" aria-hidden="true">
          {number(n)}
        </span>
        <Field
          label={t('tiers.name_of', { n })}
          labelUnseen
          maxLength={60}
          value={draft.name}
          error={wanting && draft.name.trim() === '' ? t('tiers.name_missing') : null}
          onInput={(name) => onChange({ name })}
        />
        <Select
          label={t('tiers.segment_of', { n })}
          labelUnseen
          value={draft.segmentId}
          choices={[
            ...(draft.segmentId === '' ? [{ value: '', label: t('tiers.choose') }] : []),
            ...(isGone ? [{ value: draft.segmentId, label: t('segments.gone') }] : []),
            ...segments.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={wanting && draft.segmentId === '' ? t('tiers.segment_missing') : null}
          onChoose={(segmentId) => onChange({ segmentId })}
        />
        <NumberField
          label={t('tiers.cadence_of', { n })}
          labelUnseen
          value={draft.cadenceDays}
          least={1}
          most={3650}
          onNumber={(cadenceDays) => onChange({ cadenceDays })}
        />
        <NumberField
          label={t('tiers.minutes_of', { n })}
          labelUnseen
          value={draft.minutes}
          least={1}
          most={6000}
          onNumber={(minutes) => onChange({ minutes })}
        />
        <span class="tier-count num">{count === undefined ? '' : number(count)}</span>
        <IconButton
          icon={ArrowUp}
          label={t('tiers.up', { n })}
          aria-disabled={n === 1}
          onClick={() => n > 1 && onShift(-1)}
        />
        <IconButton
          icon={ArrowDown}
          label={t('tiers.down', { n })}
          aria-disabled={n === of}
          onClick={() => n < of && onShift(1)}
        />
        <IconButton icon={X} label={t('tiers.remove', { n })} onClick={onRemove} />
      </div>
      {fault && (
        <p class="late small" role="alert">
          {t(`tiers.fault_${fault}`, { n })}
        </p>
      )}
    </li>
  );
}
