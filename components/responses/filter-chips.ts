import { useQuery } from '@/components/query/use-query';
import { languageName } from '@/components/surveys/draft/languages';
import type { AnswerAsks } from '@/lib/api/survey-views';
import type { AnswerFilter } from '@/lib/crm/answer-filter';
import { t } from '@/lib/i18n';
import { fullDate, list, number } from '@/lib/i18n/format';
import { dimensionName } from './analysis/named';
import { askedWords, questionIn, useAsks, waveName } from './filter-survey';
import { own } from './results/question-words';
import { partWords, saidWords } from './said-words';
import { viaWords } from './words';

/** A filter in force, in words. */
export interface AnswerChip {
  words: string;
  /** What goes when it is taken away. */
  fields: (keyof AnswerFilter)[];
}

/** Each filter in force, in words. Names of tags, segments and questions come from the store. */
export function useAnswerChips(filter: AnswerFilter): AnswerChip[] {
  const [groupBy, groupId] = filter.group?.split(':') ?? [];
  const needsTags = filter.tagId || groupBy === 'tag';
  const needsSegments = filter.segmentId || groupBy === 'segment';
  const tags = useQuery('tags.tree', needsTags ? {} : null, { keep: true });
  const segments = useQuery('segments.names', needsSegments ? {} : null, { keep: true });
  const needsAsks = filter.question || filter.wave;
  const asked = useAsks(needsAsks ? filter.surveyId : undefined);
  const asks = asked.value ?? (asked.error == null ? null : NOTHING);
  const tag = (id?: string) => nameIn(tags.value, (one) => one.id === id && one.path.join(' / '));
  const segment = (id?: string) => nameIn(segments.value, (one) => one.id === id && one.name);
  const { from, to, tagId, segmentId, lang, known, whole, via, page, basis, dimension, topic, wave, care } =
    filter;
  const chips: (AnswerChip | false | '' | undefined)[] = [
    (from || to) && { words: periodWords(from, to), fields: ['from', 'to'] },
    tagId && { words: named(t('results.tag'), tag(tagId)), fields: ['tagId'] },
    segmentId && { words: named(t('segments.segment'), segment(segmentId)), fields: ['segmentId'] },
    filter.group && {
      words:
        groupBy === 'tag'
          ? named(t('results.tag'), tag(groupId))
          : named(t('segments.segment'), segment(groupId)),
      fields: ['group'],
    },
    filter.question && {
      words: questionWords(filter, asks),
      fields: ['question', 'version', 'value', 'part', 'least', 'most', 'says', 'place', 'shown'],
    },
    dimension && { words: dimensionName(dimension), fields: ['dimension'] },
    topic && { words: t('responses.filter_topic_of', { topic }), fields: ['topic'] },
    wave && {
      words: waveName(asks, wave),
      fields: ['wave'],
    },
    basis && { words: t(`responses.basis_${basis}`), fields: ['basis', 'left'] },
    filter.left && {
      words: t(basis === 'comments' ? 'responses.left_comments' : 'responses.left'),
      fields: ['left'],
    },
    care && { words: t(`responses.care_${care}`), fields: ['care'] },
    known !== undefined && {
      words: t(known ? 'responses.filter_known' : 'responses.filter_stranger'),
      fields: ['known'],
    },
    whole !== undefined && {
      words: t(whole ? 'responses.filter_whole' : 'responses.filter_partial'),
      fields: ['whole'],
    },
    via && { words: named(t('responses.via'), viaWords(via)), fields: ['via'] },
    page && { words: named(t('responses.page'), page), fields: ['page'] },
    lang && { words: languageName(lang), fields: ['lang'] },
    filter.case && { words: t(`responses.filter_case_${filter.case}`), fields: ['case'] },
    filter.counted && { words: t('responses.filter_counted'), fields: ['counted'] },
  ];
  return chips.filter((chip): chip is AnswerChip => typeof chip === 'object');
}

/** Of a survey that was deleted nothing can be named. */
const NOTHING: AnswerAsks = { questions: [], schedules: [], langs: [] };

/** The name of what a filter asks for; of what was deleted that it is. Nothing before it was read. */
function nameIn<T>(all: readonly T[] | null, nameOf: (one: T) => string | false): string {
  if (!all) return '';
  return all.map(nameOf).find((name) => name !== false) || t('responses.filter_gone');
}

/** "Tag: VIP", with the colon of the language. */
const named = (what: string, which: string): string => t('responses.filter_of', { what, which });

/** "1 Mar 2026 to 31 Mar 2026"; open at an end where it is. */
function periodWords(from?: string, to?: string): string {
  const day = (text: string) => fullDate(new Date(`${text}T12:00`));
  if (from && to) return from === to ? day(from) : t('results.span', { first: day(from), last: day(to) });
  return from
    ? t('responses.filter_since', { day: day(from) })
    : t('responses.filter_until', { day: day(to ?? '') });
}

/** The question in short, and what was said to it. @param asks null until it was read */
function questionWords(filter: AnswerFilter, asks: AnswerAsks | null): string {
  const asked = asks ? questionIn(asks, filter) : undefined;
  if (!asked) return named(t('responses.filter_question'), asks ? t('responses.filter_gone') : '…');
  const { question } = asked;
  const title = askedWords(asked);
  const { value, part, least, most, says, place, shown } = filter;
  const said: string[] = [];
  if (value !== undefined) {
    const [row, choice] = value.split('|');
    const rowText = question.type === 'matrix' && question.rows?.find(({ id }) => id === row)?.text;
    const words = saidWords(question, choice ?? value);
    said.push(rowText ? named(own(rowText), words) : words);
  }
  if (part) said.push(partWords(part, question));
  if (least !== undefined || most !== undefined)
    said.push(
      least !== undefined && most !== undefined
        ? t('results.span', { first: number(least), last: number(most) })
        : least !== undefined
          ? t('responses.filter_least', { least: number(least) })
          : t('responses.filter_most', { most: number(most ?? 0) }),
    );
  if (says) said.push(t('workspace.filter_quoted', { text: says }));
  if (place !== undefined) said.push(`${t('logic.place')} ${number(place)}`);
  if (place !== undefined && shown) said.push(t('logic.place_shown'));
  return said.length > 0 ? named(title, list(said)) : t('responses.filter_answered', { question: title });
}
