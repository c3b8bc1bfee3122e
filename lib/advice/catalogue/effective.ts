import type { PlaySetting } from '@/lib/crm/plays';
import { CATALOGUE } from './index';
import type { Play } from './play';

/** A play as it holds for this user. */
export interface EffectivePlay extends Play {
  off: boolean;
  /** Wanted more often, as it is, or less: 2 to .5. */
  lever: number;
  /** Words of the user's own in place of the product's. */
  title: string | null;
  reason: string | null;
  text: string | null;
  isOwn: boolean;
  /** Asked of whom is a condition of the user's own. */
  isAsked: boolean;
}

/** The catalogue as the user changed it, then the plays of their own. What a newer version kept and this one cannot ask is left out. */
export function playsOf(settings: Readonly<Record<string, PlaySetting>> = {}): EffectivePlay[] {
  const known = new Set(CATALOGUE.map(({ id }) => id));
  return [
    ...CATALOGUE.map((play) => changed(play, settings[play.id] ?? {})),
    ...Object.entries(settings).flatMap(([id, setting]) => (known.has(id) ? [] : ownPlay(id, setting))),
  ];
}

function changed(play: Play, setting: PlaySetting): EffectivePlay {
  const { off, lever, title, text, condition, minutes, coolingDays } = setting;
  return {
    ...play,
    off: off ?? false,
    lever: lever ?? 1,
    title: title ?? null,
    reason: null,
    text: text ?? null,
    condition: condition ?? play.condition,
    minutes: minutes ?? play.minutes,
    coolingDays: coolingDays ?? play.coolingDays,
    isOwn: false,
    isAsked: condition !== undefined,
  };
}

const OWN = { minutes: 10, coolingDays: 30 };

function ownPlay(id: string, setting: PlaySetting): EffectivePlay[] {
  const { own, condition } = setting;
  if (!own || !condition) return [];
  return [
    {
      id,
      condition,
      kind: own.kind,
      channel: own.channel,
      minutes: setting.minutes ?? OWN.minutes,
      coolingDays: setting.coolingDays ?? OWN.coolingDays,
      prior: { base: 0, weights: {} },
      timing: null,
      says: [],
      off: setting.off ?? false,
      lever: setting.lever ?? 1,
      title: setting.title ?? own.title,
      reason: own.reason || null,
      text: setting.text ?? null,
      isOwn: true,
      isAsked: true,
    },
  ];
}
