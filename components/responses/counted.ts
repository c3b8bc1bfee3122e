import type { Cell } from '@/components/insights/table';
import type { QuestionResult } from '@/lib/api/survey-views';
import type { AnswerFilter, AnswerKind } from '@/lib/crm/answer-filter';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { inboxHref } from './inbox-address';

/** Which answers a page rests on. */
export interface CountedScope {
  surveyId: string;
  aside?: boolean | undefined;
  tagId?: string | undefined;
  segmentId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  lang?: string | undefined;
}

/** The address of those answers of a page that a number on it counts. */
export type ToAnswers = (counts: AnswerFilter, which?: AnswerKind) => string;

/** Leads from the numbers of a page to the answers that they count, inside of what the page rests on. */
export function toAnswers({ aside, ...scope }: CountedScope): ToAnswers {
  return ({ from, to, ...counts }, which) =>
    inboxHref(
      {
        ...scope,
        ...(aside ? {} : { counted: true }),
        from: later(scope.from, from),
        to: earlier(scope.to, to),
        ...counts,
      },
      which,
    );
}

const later = (a?: string, b?: string) => (a && b && a > b ? a : (b ?? a));
const earlier = (a?: string, b?: string) => (a && b && a < b ? a : (b ?? a));

/** The answers to a question, on the scale that a figure is counted on. */
export function toQuestion({
  question,
  versions,
}: Pick<QuestionResult, 'question'> & { versions?: readonly number[] | null | undefined }): AnswerFilter {
  return { question: question.id, ...(versions ? { version: versions.at(-1) } : {}) };
}

/**
 * The contacts whom a figure counts.
 * @param cell its name, as the filter of the table takes it
 * @param of the group that it counts, which is a filter of the table too
 */
export function toPeople(
  cell: string,
  { tagId, segmentId }: Pick<CountedScope, 'tagId' | 'segmentId'> = {},
): string {
  const group = { ...(tagId ? { tag: tagId } : {}), ...(segmentId ? { segment: segmentId } : {}) };
  return `#/contacts?${new URLSearchParams({ cell, ...group })}`;
}

/** A number of a table that leads to the contacts that it counts. @param who they are, in words */
export function peopleCell(n: number, href: string, who: string): Cell {
  const plain = { text: number(n), value: n };
  return n > 0 ? { ...plain, href, about: t('results.show_people', { count: n, who }) } : plain;
}

/** What a link behind a number says: how many, of what, and that they are shown. */
export function showWords(count: number, what: string): string {
  return t('results.show_counted', { count, what });
}

/** A number of a table that leads to what it counts; nothing leads from none. @param what it counts, in words */
export function countCell(n: number, href: string | undefined, what: string): Cell {
  const plain = { text: number(n), value: n };
  return n > 0 && href ? { ...plain, href, about: showWords(n, what) } : plain;
}
