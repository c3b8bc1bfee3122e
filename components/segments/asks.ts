import { FACTS_TO_ADD, factWord, POINTS_TO_ADD } from '@/components/contacts/field-words';
import { pointWord } from '@/components/contacts/point-words';
import type { OwnField } from '@/components/fields/own-fields';
import type { ActivityType } from '@/lib/crm/activities';
import { ACTIVITY_TYPES } from '@/lib/crm/activity-types';
import { CHOICE_MEASURES, type MeasureName, NUMBER_MEASURES } from '@/lib/crm/measure-names';
import type { Clause } from '@/lib/crm/segments';
import { type Key, t } from '@/lib/i18n';
import { UNCHOSEN } from './group';

/** Something that can be asked, as the picker offers it. */
export interface Ask {
  id: string;
  label: string;
  /** Under what it stands. */
  hint: string;
  /** The clause as it begins. */
  make(): Clause;
}

export type GroupName = 'who' | 'reach' | 'happened' | 'figures' | 'others';

const DATES = ['birthday', 'anniversary', 'contract', 'renewal', 'warranty', 'other'] as const;
export const CHOICES = Object.keys(CHOICE_MEASURES) as (keyof typeof CHOICE_MEASURES)[];
/** Everything that can be asked, in the order of the picker. */
export function asks(own: readonly OwnField[]): Ask[] {
  const ask = (group: GroupName, label: string, make: () => Clause): Ask => ({
    id: askId(make()),
    label,
    hint: t(`segments.group_${group}`),
    make,
  });
  const fields = [...own.map(({ key }) => key), ...FACTS_TO_ADD, 'sex'];
  return [
    ask('who', t('segments.ask_tag'), () => ({ ask: 'tag', tagId: UNCHOSEN, has: true })),
    ask('who', t('segments.ask_tier'), () => ({ ask: 'tier', tierId: null, has: true })),
    ask('who', t('segments.ask_company'), () => ({ ask: 'company', companyId: UNCHOSEN, has: true })),
    ...[...new Set(fields)]
      .filter((field) => field !== 'company')
      .map((field) => ask('who', factWord(field), () => ({ ask: 'fact', field, has: 'is', value: '' }))),
    ask('who', t('segments.ask_kind'), () => ({ ask: 'kind', is: 'work' })),
    ask('who', t('segments.ask_added'), () => ({ ask: 'added', within: { lastDays: 30 } })),
    ...DATES.map((kind) =>
      ask('who', dateWords(kind), () => ({ ask: 'date', kind, within: { nextDays: 30 } })),
    ),
    ask('who', t('segments.ask_need'), () => ({ ask: 'need', status: 'open' })),
    ask('happened', t('segments.count_exchange'), () => ({
      ask: 'count',
      types: [],
      exchange: true,
      within: { lastDays: 60 },
      times: { max: 0 },
    })),
    ...ACTIVITY_TYPES.map((type) =>
      ask('happened', t(`segments.count_${type}`), () => ({
        ask: 'count',
        types: [type],
        within: { lastDays: 90 },
        times: { min: 1 },
      })),
    ),
    ask('happened', t('segments.ask_spend'), () => ({
      ask: 'spend',
      within: { lastDays: 365 },
      amount: { min: 1 },
    })),
    ask('happened', t('segments.ask_answer'), () => ({ ask: 'answer', surveyId: null, has: true })),
    ask('happened', t('segments.ask_case'), () => ({ ask: 'case', open: true })),
    ask('happened', t('segments.ask_deal'), () => ({ ask: 'deal', state: 'open' })),
    ...CHOICES.map((name) =>
      ask('figures', measureWords(name), () => ({ ask: 'choice', name, in: [CHOICE_MEASURES[name][0]] })),
    ),
    ...NUMBER_MEASURES.map((name) =>
      ask('figures', measureWords(name), () => ({ ask: 'measure', name, range: {} })),
    ),
    ask('reach', t('segments.ask_consent'), () => ({ ask: 'consent', channel: 'mail', state: 'given' })),
    ask('reach', t('segments.ask_doNotContact'), () => ({ ask: 'doNotContact', is: false })),
    ask('reach', t('segments.ask_cadence'), () => ({ ask: 'cadence', is: true })),
    ...POINTS_TO_ADD.map((kind) =>
      ask('reach', pointWord(kind), () => ({ ask: 'point', kind, has: 'filled' })),
    ),
    ask('others', t('segments.ask_segment'), () => ({ ask: 'segment', segmentId: UNCHOSEN, has: true })),
  ];
}

/** Tells clauses apart by what they ask, not by the answer that they want. */
export function askId(clause: Clause): string {
  switch (clause.ask) {
    case 'fact':
      return `fact:${clause.field}`;
    case 'point':
    case 'date':
      return `${clause.ask}:${clause.kind}`;
    case 'measure':
    case 'choice':
      return `${clause.ask}:${clause.name}`;
    case 'count':
      return `count:${clause.exchange ? 'exchange' : clause.types.join()}`;
    default:
      return clause.ask;
  }
}

/** What a clause asks, in a word or two. */
export function askWords(clause: Clause): string {
  switch (clause.ask) {
    case 'fact':
      return factWord(clause.field);
    case 'point':
      return pointWord(clause.kind);
    case 'date':
      return dateWords(clause.kind);
    case 'measure':
    case 'choice':
      return measureWords(clause.name);
    case 'count':
      return countWords(clause.types, clause.exchange);
    default:
      return t(`segments.ask_${clause.ask}`);
  }
}

export function countWords(types: readonly ActivityType[], exchange = false): string {
  if (exchange) return t('segments.count_exchange');
  const only = ACTIVITY_TYPES.find((type) => types.length === 1 && type === types[0]);
  if (types.length === 0) return t('segments.count_any');
  return only ? t(`segments.count_${only}`) : t('segments.count_several');
}

export function dateWords(kind: (typeof DATES)[number]): string {
  return kind === 'other' ? t('segments.date_else') : t(`segments.date_${kind}`);
}

export function measureWords(name: MeasureName): string {
  return t(`segments.m_${name}`);
}

const STAGES: Record<string, Key> = {
  exploration: 'common.stage_exploring',
  growth: 'common.stage_growing',
  maturity: 'common.stage_mature',
  decline: 'common.stage_declining',
  exit: 'common.stage_left',
};

/** One of the words that a figure may be. */
export function choiceWords(name: (typeof CHOICES)[number], word: string): string {
  if (name === 'stage') {
    const key = STAGES[word];
    return key ? t(key as 'common.stage_left') : word;
  }
  const known = (CHOICE_MEASURES[name] as readonly string[]).includes(word);
  if (!known) return word;
  if (word === 'other') return t('segments.rfm_rest');
  return t(`segments.${name === 'rfm' ? 'rfm' : 'grade'}_${word}` as 'segments.rfm_lost');
}
