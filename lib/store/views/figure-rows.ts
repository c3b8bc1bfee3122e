import type { FigureView } from '@/lib/api/figure-views';
import { LOYALTY_PARTS } from '@/lib/crm/figure-choices';
import { FEWEST_BUYERS, FEWEST_REPEAT, horizonIn } from '@/lib/insight/measures/common';
import { basisOf, replyHours, returnsOf, strengthAt } from '@/lib/insight/measures/figures';
import { gapsOf, pastOf, QUARTER } from '@/lib/insight/measures/past';
import { latenessOf, rhythmFrom } from '@/lib/insight/rhythm/gaps';
import { rfmGroup } from '@/lib/insight/value/rfm';
import { type About, days, evidenceOf, moneyOf, percent, words } from './figure-words';

/** Figures in the order in which they are shown; what makes no sense for this contact is left out. */
export function figuresOf(about: About): FigureView[] {
  const past = about.measures.past(0);
  return [
    ...(past.talk.n > 0 ? [rhythm(about), strength(about)] : []),
    ...(about.trade ? trading(about) : []),
    ...(past.received > 0 ? [reply(about)] : []),
    ...promises(about),
  ];
}

/** What they buy and how they stay, as a shop asks it. */
function trading(about: About): FigureView[] {
  const past = about.measures.past(0);
  if (past.talk.n === 0 && past.buy.n === 0) return [];
  return [returns(about), ...(past.buy.n > 0 ? [worth(about), rfm(about)] : []), loyalty(about)];
}

function rhythm(about: About): FigureView {
  const { measures } = about;
  const own = gapsOf(measures.past(0).talk);
  const cadence = measures.param(0, 'cadence') > 0;
  const late = measures.number('overdue', 0) ?? 0;
  const silence = measures.number('silence', 0) ?? 0;
  const gap = days(measures.number('gap', 0) ?? 0);
  return {
    name: 'overdue',
    value: words('value_percent', { percent: percent(late) }),
    meaning: words(`rhythm_${latenessOf(late)}`, { silence, gap }),
    n: words('n_gaps', { count: own.n }),
    method: cadence
      ? words('method_cadence')
      : words('method_rhythm', { gap: days(measures.common.talk.gap), n: measures.common.talk.gaps }),
    parts: [],
    evidence: evidenceOf(about.talk, 'ev_talk'),
  };
}

function strength(about: About): FigureView {
  const { measures } = about;
  const { exchanges, received, sent } = measures.past(0);
  return {
    name: 'strength',
    value: words('value_points', { points: Math.round(measures.number('strength', 0) ?? 0) }),
    meaning: words('strength_means', { received, sent }),
    n: words('n_exchanges', { count: exchanges }),
    method: words('method_strength'),
    parts: [],
    evidence: evidenceOf(about.talk, 'ev_talk'),
  };
}

function returns(about: About): FigureView {
  const { measures } = about;
  const past = measures.past(0);
  const { common, moment } = measures;
  const basis = basisOf(past, common);
  const chance = returnsOf(past, common, moment.day);
  const model = basis === 'buy' ? common.buying : common.talking;
  const shared = { name: 'returns' as const, parts: [] };
  if (!basis || !model || chance === null) {
    const lacks =
      past.buy.n > 0 || past.both.n > 0
        ? words('few_repeat', { needs: FEWEST_REPEAT })
        : words('few_two_way');
    return { ...shared, value: null, meaning: lacks, n: null, method: words('method_returns'), evidence: [] };
  }
  return {
    ...shared,
    value: words('value_percent', { percent: percent(chance) }),
    meaning: words(`returns_${basis}`, { days: Math.round(horizonIn(common, basis)) }),
    n: words(`n_returns_${basis}`, { count: past[basis].n, n: model.n, repeat: model.repeat }),
    method: words('method_returns'),
    evidence: basis === 'buy' ? evidenceOf(about.purchase, 'ev_purchase') : evidenceOf(about.talk, 'ev_talk'),
  };
}

function worth(about: About): FigureView {
  const { measures } = about;
  const past = measures.past(0);
  const found = measures.worth(0);
  const spent = words('part_spent', { amount: moneyOf(past.spent, about), count: past.purchases });
  const { margin, monthlyDiscount } = measures.common.choices;
  const method = words(margin === 1 ? 'method_worth' : 'method_worth_margin', {
    discount: percentOf(monthlyDiscount),
    margin: percentOf(margin),
  });
  const shared = { name: 'worth' as const, method, evidence: evidenceOf(about.purchase, 'ev_purchase') };
  if (!found) {
    const meaning = words('few_repeat', { needs: FEWEST_REPEAT });
    return { ...shared, value: null, meaning, n: null, parts: [spent] };
  }
  const [low, high] = found.range;
  return {
    ...shared,
    value: words('value_money', { amount: moneyOf(found.expected, about) }),
    meaning: words('worth_means', { low: moneyOf(low, about), high: moneyOf(high, about) }),
    n: words('n_worth', { count: past.buy.n, n: measures.common.spending?.n ?? 0 }),
    parts: [
      spent,
      words('part_expected', {
        purchases: Math.round(10 * found.purchases) / 10,
        spend: moneyOf(found.spend, about),
      }),
    ],
  };
}

/** A share as it was typed: tenths at most. */
const percentOf = (share: number) => Math.round(1000 * share) / 10;

function rfm({ measures, purchase }: About): FigureView {
  const scores = measures.rfm(0);
  const evidence = evidenceOf(purchase, 'ev_purchase');
  const shared = { name: 'rfm' as const, method: words('method_rfm'), parts: [], evidence };
  if (!scores) {
    return { ...shared, value: null, meaning: words('few_buyers', { needs: FEWEST_BUYERS }), n: null };
  }
  const { recency, frequency, monetary } = scores;
  return {
    ...shared,
    value: words(`rfm_${rfmGroup(scores)}`),
    meaning: words('rfm_means', { recency, frequency, monetary }),
    n: words('n_buyers', { count: measures.common.buyers }),
  };
}

function loyalty({ measures }: About): FigureView {
  const found = measures.loyalty(0);
  const shared = {
    name: 'loyalty' as const,
    method: words('method_loyalty', measures.common.choices.loyalty),
    evidence: [],
  };
  if (!found) {
    return { ...shared, value: null, meaning: words('few_loyalty'), n: null, parts: [] };
  }
  const missing = LOYALTY_PARTS.filter((part) => found.parts[part] === null);
  const kinds = (['behaviour', 'attitude', 'emotion'] as const).map((kind) => {
    const points = found.kinds[kind];
    return points === null ? words(`${kind}_unknown`) : words(kind, { points: Math.round(points) });
  });
  return {
    ...shared,
    value: words('value_points', { points: Math.round(found.score) }),
    meaning: words('loyalty_means'),
    n: words('n_parts', { count: 6 - missing.length }),
    parts: [...kinds, ...missing.map((part) => words(`lacks_${part}`))],
  };
}

function reply({ measures }: About): FigureView {
  const found = replyHours(measures.events, 0, measures.moment.minutes);
  const shared = { name: 'replyHours' as const, method: words('method_reply'), parts: [], evidence: [] };
  if (!found) return { ...shared, value: null, meaning: words('few_replies'), n: null };
  return {
    ...shared,
    value:
      found.hours < 48
        ? words('value_hours', { count: Math.max(1, Math.round(found.hours)) })
        : words('value_days', { count: Math.round(found.hours / 24) }),
    meaning: words('reply_means'),
    n: words('n_replies', { count: found.n }),
  };
}

function promises({ measures }: About): FigureView[] {
  const { kept, late, open } = measures.kept(0);
  const all = measures.promises(0).length;
  if (all === 0) return [];
  return [
    {
      name: 'promisesKept',
      value: words('value_of', { part: kept, all }),
      meaning: words('promises_means', { kept, late, open }),
      n: words('n_promises', { count: all }),
      method: words('method_promises'),
      parts: [],
      evidence: [],
    },
  ];
}

/** At most so many are told by themselves. */
const MOST_UNUSUAL = 2;
/** Below so many own gaps a late contact is no news: it is everybody's gap that is told. */
const OWN_GAPS = 2;
/** Strength has fallen when it lost so much of what was worth telling. */
const FALLEN = { to: 0.6, from: 30 };

/** Figures that are out of their usual range, each with the reason as its meaning. */
export function unusualOf(about: About): FigureView[] {
  const { measures } = about;
  const past = measures.past(0);
  if (past.talk.n === 0 && past.buy.n === 0) return [];
  const found: FigureView[] = [];
  const own = gapsOf(past.talk).n >= OWN_GAPS || measures.param(0, 'cadence') > 0;
  if (own && (measures.number('overdue', 0) ?? 0) >= 0.8) found.push(rhythm(about));
  const chance = about.trade ? returns(about) : null;
  const verdict = measures.stage(0)?.verdict;
  if (chance?.value && verdict && (verdict.rule === 'gone' || verdict.rule === 'unlikely'))
    found.push(chance);
  const before = strengthBefore(about);
  const strong = strength(about);
  const now = measures.number('strength', 0) ?? 0;
  if (before >= FALLEN.from && now < FALLEN.to * before) {
    const fell = { before: Math.round(before), now: Math.round(now) };
    found.push({ ...strong, meaning: words('strength_fell', fell) });
  }
  const valued = about.trade ? worth(about) : null;
  if (valued?.value && measures.choice('valueGrade', 0) === 'high') {
    found.push({ ...valued, meaning: words('worth_high') });
  }
  return found.slice(0, MOST_UNUSUAL);
}

function strengthBefore({ measures }: About): number {
  const day = measures.moment.day - QUARTER;
  const past = pastOf(measures.events, 0, day);
  if (past.talk.n === 0) return 0;
  return strengthAt(measures.events, 0, past, rhythmFrom(gapsOf(past.talk), measures.common.talk), day);
}
