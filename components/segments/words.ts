import { factWord } from '@/components/contacts/field-words';
import { pointWord } from '@/components/contacts/point-words';
import type { Names } from '@/lib/api/segment-views';
import type { Clause, Query, Range, Within } from '@/lib/crm/segments';
import { language, t } from '@/lib/i18n';
import { number, shortDate } from '@/lib/i18n/format';
import { choiceWords, countWords, dateWords, measureWords } from './asks';
import { baseMoney, baseMoneyRange, figureWords, isAmount } from './currency';
import { UNCHOSEN } from './group';

/** A query as one sentence: "Work contacts with tag Customer and no exchanges in the last 60 days". */
export function queryWords(query: Query, names: Names): string {
  const { kind, rest } = withoutKind(query);
  const who = t(
    kind === 'personal' ? 'segments.s_personal' : kind === 'both' ? 'segments.s_contacts' : 'segments.s_work',
  );
  const what = rest && partWords(rest, names);
  return capital(
    what ? t('segments.s_whole', { who, what }) : t('segments.s_everybody', { who: lower(who) }),
  );
}

/** A kind that is asked for at the top is said by the subject. */
function withoutKind(query: Query): { kind: 'work' | 'personal' | 'both'; rest: Query | null } {
  if ('ask' in query) {
    return query.ask === 'kind' ? { kind: query.is, rest: null } : { kind: 'work', rest: query };
  }
  if ('all' in query) {
    const kind = query.all.find(
      (part): part is Extract<Clause, { ask: 'kind' }> => 'ask' in part && part.ask === 'kind',
    );
    const rest = query.all.filter((part) => part !== kind);
    return {
      kind: kind?.is ?? (asksKind(query) ? 'both' : 'work'),
      rest: rest.length > 0 ? { all: rest } : null,
    };
  }
  if ('any' in query && query.any.length === 0) return { kind: 'work', rest: null };
  return { kind: asksKind(query) ? 'both' : 'work', rest: query };
}

function asksKind(query: Query): boolean {
  if ('all' in query) return query.all.some(asksKind);
  if ('any' in query) return query.any.some(asksKind);
  if ('not' in query) return asksKind(query.not);
  return query.ask === 'kind';
}

/** A part of a query, as it stands behind "with". */
export function partWords(query: Query, names: Names, inside = false): string {
  if ('not' in query) return t('segments.s_not', { what: partWords(query.not, names) });
  if ('all' in query || 'any' in query) {
    const [parts, join] =
      'all' in query ? [query.all, t('segments.s_all_join')] : [query.any, t('segments.s_any_join')];
    const what = parts.map((part) => partWords(part, names, parts.length > 1)).join(join);
    return inside && parts.length > 1 ? t('segments.s_group', { what }) : what;
  }
  return clauseWords(query, names);
}

/** What one clause wants, as it stands behind "with". */
export function clauseWords(clause: Clause, names: Names): string {
  const named = (id: string) => names[id] ?? (id === UNCHOSEN ? '…' : t('segments.gone'));
  switch (clause.ask) {
    case 'kind':
      return clause.is === 'work' ? t('segments.kind_work') : t('segments.kind_personal');
    case 'fact':
      return valueWords(lower(factWord(clause.field)), clause);
    case 'point':
      return valueWords(lower(pointWord(clause.kind)), clause);
    case 'tag':
      return t(clause.has ? 'segments.s_tag' : 'segments.s_no_tag', { name: named(clause.tagId) });
    case 'tier':
      if (clause.tierId === null) return t(clause.has ? 'tiers.any' : 'tiers.none');
      return t(clause.has ? 'segments.s_tier' : 'segments.s_no_tier', { name: named(clause.tierId) });
    case 'company':
      return t(clause.has ? 'segments.s_company' : 'segments.s_no_company', {
        name: named(clause.companyId),
      });
    case 'segment':
      return t(clause.has ? 'segments.s_segment' : 'segments.s_no_segment', {
        name: named(clause.segmentId),
      });
    case 'consent': {
      const channel = lower(t(`unfolded.consent_${clause.channel}`));
      return t('segments.s_consent', { channel, state: t(`segments.consent_${clause.state}`) });
    }
    case 'doNotContact':
      return t(clause.is ? 'segments.s_dnc' : 'segments.s_no_dnc');
    case 'cadence':
      return t(clause.is ? 'segments.s_cadence' : 'segments.s_no_cadence');
    case 'date':
      return t('segments.s_date', { date: lower(dateWords(clause.kind)), when: whenWords(clause.within) });
    case 'added':
      return t('segments.s_added', { when: whenWords(clause.within) });
    case 'measure':
      return t('segments.s_measure', {
        field: lower(measureWords(clause.name)),
        range: isAmount(clause.name)
          ? rangeWords(clause.range, baseMoney, baseMoneyRange)
          : rangeWords(clause.range, (value) => figureWords(clause.name, value, 2)),
      });
    case 'choice': {
      const value = clause.in.map((word) => choiceWords(clause.name, word)).join(t('segments.s_any_join'));
      return t('segments.s_is', { field: lower(measureWords(clause.name)), value });
    }
    case 'count':
      return countedWords(clause);
    case 'spend':
      return t('segments.s_spend', {
        range: rangeWords(clause.amount, baseMoney, baseMoneyRange),
        when: whenWords(clause.within),
      });
    case 'answer': {
      const score = clause.score
        ? piece(t('segments.s_answer_score', { range: timesWords(clause.score) }))
        : '';
      const survey = clause.surveyId === null ? t('segments.survey_any') : quoted(named(clause.surveyId));
      return t(clause.has ? 'segments.s_answer' : 'segments.s_no_answer', {
        survey,
        score,
        when: whenWords(clause.within),
      });
    }
    case 'need':
      return needWords(clause);
    case 'deal':
      return t(`segments.s_deal_${clause.state}`, { when: whenWords(clause.within) });
    case 'case':
      return t(clause.open ? 'segments.s_case' : 'segments.s_no_case');
    default:
      return t('segments.s_unknown');
  }
}

function needWords({ status, kind, about, unconfirmedDays }: Extract<Clause, { ask: 'need' }>): string {
  const how = [
    status && t(`segments.need_${status}`),
    kind && t(`segments.need_${kind}`),
    about && quoted(about),
    unconfirmedDays !== undefined && t('segments.need_unconfirmed', { count: unconfirmedDays }),
  ].filter((word) => !!word);
  return how.length > 0 ? t('segments.s_need', { how: how.join(', ') }) : t('segments.s_need_any');
}

function valueWords(
  field: string,
  { has, value = '', range = {} }: { has: string; value?: string | undefined; range?: Range | undefined },
): string {
  if (has === 'empty' || has === 'filled') return t(`segments.s_${has}`, { field });
  if (has === 'range') return t('segments.s_measure', { field, range: rangeWords(range) });
  return t(`segments.s_${has}` as 'segments.s_is', { field, value: quoted(value || '…') });
}

function countedWords({
  types,
  exchange,
  direction,
  within,
  times,
}: Extract<Clause, { ask: 'count' }>): string {
  const words = {
    what: lower(countWords(types, exchange)),
    direction: direction ? piece(t(`segments.s_direction_${direction}`)) : '',
    when: whenWords(within),
  };
  if (times.max === 0) return t('segments.s_count_none', words);
  if (times.min === 1 && times.max === undefined) return t('segments.s_count_some', words);
  return t('segments.s_count', { ...words, range: timesWords(times) });
}

function timesWords({ min, max }: Range): string {
  if (min !== undefined && min === max) return t('segments.s_times_exact', { min });
  if (min !== undefined && max !== undefined) return t('segments.s_times_between', { min, max });
  if (min !== undefined) return t('segments.s_times_min', { min });
  return max === undefined ? t('segments.any') : t('segments.s_times_max', { max });
}

const plainNumber = (value: number) => number(value, { maximumFractionDigits: 2 });

function rangeWords(
  { min, max }: Range,
  write = plainNumber,
  span = (low: number, high: number) => t('segments.s_times_between', { min: write(low), max: write(high) }),
): string {
  if (min !== undefined && min === max) return t('segments.s_range_exact', { min: write(min) });
  if (min !== undefined && max !== undefined) return t('segments.s_range_between', { span: span(min, max) });
  if (min !== undefined) return t('segments.s_range_min', { min: write(min) });
  return max === undefined ? t('segments.s_range_any') : t('segments.s_range_max', { max: write(max) });
}

function whenWords(within: Within | undefined): string {
  if (!within) return '';
  if ('lastDays' in within) return piece(t('segments.s_when_last', { count: within.lastDays }));
  if ('nextDays' in within) return piece(t('segments.s_when_next', { count: within.nextDays }));
  const { from, to } = within;
  const day = (text: string) => shortDate(new Date(`${text}T12:00:00`), Date.now());
  if (from && to) return piece(t('segments.s_when_between', { from: day(from), to: day(to) }));
  if (from) return piece(t('segments.s_when_from', { from: day(from) }));
  return to ? piece(t('segments.s_when_to', { to: day(to) })) : '';
}

const quoted = (text: string) => t('segments.s_quoted', { text });

/** A part that another sentence takes in: English parts it by a space. */
const piece = (text: string) => (language.value === 'en' ? ` ${text}` : text);

/** A label in the middle of a sentence; one in capitals (NPS) stays. */
function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The key of a word that says whether something holds. */
export function holdsKey(holds: boolean | null) {
  if (holds === null) return 'segments.holds_unknown' as const;
  return holds ? ('segments.holds' as const) : ('segments.holds_not' as const);
}
