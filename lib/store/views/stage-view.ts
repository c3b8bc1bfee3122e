import type { StageView } from '@/lib/api/figure-views';
import type { Words } from '@/lib/api/views';
import { dayFromNumber } from '@/lib/crm/calendar';
import type { Contact } from '@/lib/crm/contacts';
import { horizonIn } from '@/lib/insight/measures/common';
import type { StageGround } from '@/lib/insight/measures/stage-now';
import { DECLINE, MATURE, SILENCE, type StageVerdict } from '@/lib/insight/rhythm/stage';
import { type About, days, percent, words } from './figure-words';

/** Where a contact stands, which rule says so, and what would move it. */
export function stageView(about: About, set: Contact['stage'] | null): StageView | null {
  const now = about.measures.stage(0);
  if (!now) return null;
  const { stage, since, verdict, ground } = now;
  const none = words(about.measures.common.contacts > 0 ? 'rule_none' : 'not_counted');
  const reason = verdict && ground ? ruleWords(about, verdict, ground) : none;
  return {
    stage,
    since: since === null ? null : dayFromNumber(since),
    reason,
    moves: verdict && ground ? moveWords(verdict, ground) : null,
    set: set
      ? { reason: set.reason, code: set.code ?? null, at: set.at, counted: verdict?.stage ?? null }
      : null,
  };
}

/** The sentence of the rule that holds: of purchases, or of talks. */
function ruleWords(about: About, { rule }: StageVerdict, ground: StageGround): Words {
  const { n, silence, gap, age, returns, recent, before, basis } = ground;
  const on = basis === 'buy' ? 'buy' : 'talk';
  const horizon = horizonIn(about.measures.common, basis === 'buy' ? 'buy' : 'both');
  const chance = { percent: percent(returns ?? 0), days: Math.round(horizon) };
  switch (rule) {
    case 'gone':
    case 'unlikely':
      return words(`rule_${rule}_${on}`, chance);
    case 'quiet':
    case 'silent':
      return words(`rule_${rule}_${on}`, { silence, gap: days(gap) });
    case 'falling':
      return words(`rule_falling_${on}`, { recent, before });
    case 'few':
      return basis === 'talk' ? words('rule_unanswered') : words(`rule_few_${on}`, { count: n });
    case 'steady':
      return words(`rule_steady_${on}`, { count: n, gap: days(gap) });
    case 'rising':
      return words(`rule_rising_${on}`, { count: n, age });
  }
}

/** What would lead to another stage. */
function moveWords({ rule }: StageVerdict, { n, silence, gap, basis }: StageGround): Words {
  const on = basis === 'buy' ? 'buy' : 'talk';
  const left = (gaps: number) => Math.max(1, Math.ceil(gaps * gap - silence));
  switch (rule) {
    case 'gone':
    case 'quiet':
    case 'unlikely':
    case 'silent':
      return words(`move_back_${on}`);
    case 'falling':
      return words(`move_more_${on}`);
    case 'few':
      return words(`move_few_${on}`, { count: Math.max(1, 3 - n) });
    case 'steady':
    case 'rising': {
      if (rule === 'rising' && n < MATURE.n) return words(`move_rising_${on}`, { count: MATURE.n - n });
      return words(`move_silence_${on}`, { count: left(SILENCE), percent: percent(DECLINE) });
    }
  }
}
