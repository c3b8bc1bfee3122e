import { sentence } from '@/components/advice/words';
import { type Group, isIncomplete, queryOfGroup, rootGroup } from '@/components/segments/group';
import type { PlayRow } from '@/lib/api/advice-views';
import type { Channel } from '@/lib/crm/contacts';
import type { PlayKind, PlaySetting } from '@/lib/crm/plays';
import type { Query } from '@/lib/crm/segments';
import { t } from '@/lib/i18n';
import { trimmed } from './play-setting';

/** Stands in the place of a segment's id for conditions of its own. */
export const OWN = 'own';

/** A play as it stands in the fields of its dialog. */
export interface PlayForm {
  title: string;
  reason: string;
  kind: PlayKind;
  channel: Channel | 'none';
  /** '' for a play of the product as it ships, `OWN` for conditions of its own, else the id of a segment. */
  segmentId: string;
  /** The conditions where they are its own. */
  group: Group;
  text: string;
  minutes: string;
  coolingDays: string;
  lever: string;
}

/** The fields of a play; null: of a new one. */
export function formOf(play: PlayRow | null): PlayForm {
  const asked = play?.condition;
  const isSegment = asked !== undefined && 'ask' in asked && asked.ask === 'segment';
  return {
    title: play ? sentence(play.title) : '',
    reason: play?.reason && play.setting?.own?.reason ? sentence(play.reason) : '',
    kind: play?.kind ?? 'write',
    channel: play ? (play.channel ?? 'none') : 'mail',
    segmentId: isSegment ? asked.segmentId : isOwnCondition(play) ? OWN : '',
    group: asked && !isSegment ? rootGroup(asked) : { join: 'all', parts: [] },
    text: play?.draft ? sentence(play.draft) : '',
    minutes: String(play?.minutes ?? 10),
    coolingDays: String(play?.coolingDays ?? 30),
    lever: String(play?.lever ?? 1),
  };
}

/** Whether whom it is for was said by the user, and not by the product. */
function isOwnCondition(play: PlayRow | null): boolean {
  return !play || play.isOwn || play.setting?.condition !== undefined;
}

/** For whom the play is, by the fields; null: they do not say yet, or a play of the product goes back to what it ships. */
export function conditionOf({ segmentId, group }: PlayForm, play: PlayRow | null): Query | null {
  if (segmentId === OWN) {
    const query = queryOfGroup(group);
    return isIncomplete(query) ? null : query;
  }
  if (segmentId) return { ask: 'segment', segmentId, has: true };
  return play && !isOwnCondition(play) ? play.condition : null;
}

/** What is wrong with one of the fields, in words. */
export interface PlayFault {
  field: 'title' | 'segmentId' | 'minutes' | 'coolingDays';
  words: string;
}

/** The first that is wrong with the fields; null: nothing. */
export function faultOf(
  { title, minutes, coolingDays, segmentId }: PlayForm,
  play: PlayRow | null,
  condition: Query | null,
): PlayFault | null {
  if (title.trim() === '') return { field: 'title', words: t('advising.title_missing') };
  if (!condition && (segmentId === OWN || play === null || play.isOwn))
    return { field: 'segmentId', words: t('advising.for_unfinished') };
  if (!isWhole(minutes) || Number(minutes) === 0)
    return { field: 'minutes', words: t('advising.number_wrong') };
  return isWhole(coolingDays) ? null : { field: 'coolingDays', words: t('advising.number_wrong') };
}

const isWhole = (text: string): boolean => /^\d+$/.test(text);

/** What is kept: of a play of the product only what differs from what stood in the form. */
export function settingFrom(
  form: PlayForm,
  play: PlayRow | null,
  condition: Query | null,
): PlaySetting | null {
  const before = formOf(play);
  const changed = (name: keyof PlayForm) => JSON.stringify(form[name]) !== JSON.stringify(before[name]);
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
    else if ((changed('segmentId') || (form.segmentId === OWN && changed('group'))) && condition) {
      setting.condition = condition;
    }
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
