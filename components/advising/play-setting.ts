import type { PlayRow } from '@/lib/api/advice-views';
import type { PlaySetting } from '@/lib/crm/plays';

/** What is kept of a play as it stands: only what the user changed, of one of their own all of it. */
export function settingOf(play: PlayRow): PlaySetting {
  return play.setting ?? {};
}

/** A setting without what says nothing. */
export function trimmed(setting: PlaySetting): PlaySetting | null {
  const kept = Object.fromEntries(Object.entries(setting).filter(([, value]) => value !== undefined));
  return Object.keys(kept).length > 0 ? (kept as PlaySetting) : null;
}
