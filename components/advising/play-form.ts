import { sentence } from '@/components/advice/words';
import type { PlayRow } from '@/lib/api/advice-views';
import type { Channel } from '@/lib/crm/contacts';
import type { PlayKind, PlaySetting } from '@/lib/crm/plays';
import type { Query } from '@/lib/crm/segments';
import { t } from '@/lib/i18n';
import { trimmed } from './play-setting';

/** A play as it stands in the fields of its dialog. */
export interface PlayForm {
  title: string;
  reason: string;
  kind: PlayKind;
  channel: Channel | 'none';
  /** '' for no segment: of a play of the product the condition as it ships, or another that no field can show. */
  segmentId: string;
  text: string;
  minutes: string;
  coolingDays: string;
  lever: string;
}

/** The fields of a play; null: of a new one. */
export function formOf(play: PlayRow | null): PlayForm {
  const asked = play?.condition;
  return {
    title: play ? sentence(play.title) : '',
    reason: play?.reason && play.setting?.own?.reason ? sentence(play.reason) : '',
    kind: play?.kind ?? 'write',
    channel: play ? (play.channel ?? 'none') : 'mail',
    segmentId: asked && 'ask' in asked && asked.ask === 'segment' ? asked.segmentId : '',
    text: play?.draft ? sentence(play.draft) : '',
    minutes: String(play?.minutes ?? 10),
    coolingDays: String(play?.coolingDays ?? 30),
    lever: String(play?.lever ?? 1),
  };
}

/** For whom the play is, by the fields; null: they do not say, or a play of the product goes back to what it ships. */
export function conditionOf({ segmentId }: PlayForm, play: PlayRow | null): Query | null {
  if (segmentId) return { ask: 'segment', segmentId, has: true };
  const asked = play?.condition;
  return asked && !('ask' in asked && asked.ask === 'segment') ? asked : null;
}

/** What is wrong with the fields, in words; null: nothing. */
export function faultOf(
  { title, minutes, coolingDays }: PlayForm,
  play: PlayRow | null,
  condition: Query | null,
): string | null {
  if (title.trim() === '') return t('advising.title_missing');
  if (!condition && (play === null || play.isOwn)) return t('advising.for_none');
  return [minutes, coolingDays].every((text) => /^\d+$/.test(text)) && Number(minutes) > 0
    ? null
    : t('advising.number_wrong');
}

/** What is kept: of a play of the product only what differs from what stood in the form. */
export function settingFrom(
  form: PlayForm,
  play: PlayRow | null,
  condition: Query | null,
): PlaySetting | null {
  const before = formOf(play);
  const changed = (name: keyof PlayForm) => form[name] !== before[name];
  const setting: PlaySetting = {
    ...play?.setting,
    ...(changed('text') ? { text: form.text } : {}),
    ...(changed('minutes') ? { minutes: Number(form.minutes) } : {}),
    ...(changed('coolingDays') ? { coolingDays: Number(form.coolingDays) } : {}),
    ...(changed('lever') ? { lever: Number(form.lever) } : {}),
  };
  if (play && !play.isOwn) {
    if (changed('title')) setting.title = form.title.trim();
    if (changed('segmentId') && form.segmentId === '') delete setting.condition;
    else if (changed('segmentId') && condition) setting.condition = condition;
    return trimmed(setting);
  }
  const { title, reason, kind, channel } = form;
  delete setting.title;
  return {
    ...setting,
    ...(condition ? { condition } : {}),
    own: {
      title: title.trim(),
      reason: reason.trim(),
      kind,
      channel: channel === 'none' ? null : channel,
    },
  };
}
