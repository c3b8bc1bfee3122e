import type { TopicsView } from '@/lib/api/analysis-views';
import type { Survey } from '@/lib/crm/surveys';
import { topicsOf } from '@/lib/insight/topics';
import { type Analysed, readAnalysis } from '../analysis-read';
import { commentOf } from '../answer-text';
import type { Database } from '../database';
import { fold } from '../fold';
import { rootFinder } from '../lookups';
import type { PackedAnswer } from '../packed-answers';
import type { Scope } from '../results-scope';
import { formOf } from '../survey-reads';
import { differenceOf, newestOfEach, withCorrected } from './analysis-compare';
import { readWords } from './answer-words';

/** Read at most so many: of more the newest, which say the same. */
const MOST_COMMENTS = 2000;
const FEWEST_COMMENTS = 10;
const QUOTES = 3;
const MOST_QUOTED = 400;

/**
 * The answers whose comment speaks of a topic. Of one that is no topic of these answers (any more) those that hold its words.
 * @param term as `topicsOf` writes it
 */
export async function speakingOf(db: Database, read: Analysed, term: string): Promise<PackedAnswer[]> {
  const comments = await commentsOf(db, read);
  const found = topicsOf(comments.map(({ text }) => text)).find((topic) => topic.term === term);
  if (found) return found.comments.map((at) => comments[at]!.answer);
  return comments.filter(({ text }) => fold(text).includes(fold(term))).map(({ answer }) => answer);
}

/** A comment: all that one answer wrote. */
interface Comment {
  answer: PackedAnswer;
  text: string;
}

/** What the comments of a survey speak of, with quotes, and how the scores of those who speak of it lie to the others'. */
export function topicsView(db: Database, scope: Scope, zone: string): Promise<TopicsView> {
  return readAnalysis(db, scope, zone, async (read): Promise<TopicsView> => {
    const comments = await commentsOf(db, read);
    if (comments.length < FEWEST_COMMENTS)
      return { missing: { what: 'comments', needs: FEWEST_COMMENTS, has: comments.length } };
    const { measured, scores } = read;
    // Of each person the newest that has a score: who writes each month is no more people for it.
    const scored = comments.filter(({ answer }) => scores.has(answer));
    const newest = new Set(
      newestOfEach(
        scored.map(({ answer }) => answer),
        await rootFinder(db),
      ),
    );
    const among = scored.filter(({ answer }) => newest.has(answer));
    const topics = topicsOf(comments.map(({ text }) => text)).map(({ term, comments: places }) => {
      const own = new Set(places.map((at) => comments[at]!));
      const scoresOf = (has: boolean) =>
        among.filter((one) => own.has(one) === has).map(({ answer }) => scores.get(answer)!);
      return {
        term,
        n: own.size,
        others: measured ? differenceOf(scoresOf(true), scoresOf(false), measured) : null,
        quotes: [...own].slice(0, QUOTES).map(({ answer, text }) => ({
          responseId: answer.id,
          text: text.slice(0, MOST_QUOTED),
          score: scores.get(answer) ?? null,
        })),
      };
    });
    return {
      missing: null,
      comments: comments.length,
      unread: withComment(read.survey, read.counted).left.length,
      topics: withCorrected(topics),
      measure: measured?.type ?? null,
    };
  });
}

/** Which of these answers hold a comment: those that are read, and the older ones that are left out. @param counted newest first */
export function withComment(
  survey: Survey,
  counted: PackedAnswer[],
): { read: PackedAnswer[]; left: PackedAnswer[] } {
  const all = counted.filter(({ version, values }) => commentOf(formOf(survey, version), values) !== '');
  return { read: all.slice(0, MOST_COMMENTS), left: all.slice(MOST_COMMENTS) };
}

/** What each answer wrote as a comment, the newest answers first. */
export async function commentsOf(db: Database, { survey, counted, all }: Analysed): Promise<Comment[]> {
  const answers = withComment(survey, counted).read;
  const { bodies } = await readWords(db, survey.id, { answers, all });
  return answers.flatMap((answer) => {
    const text = commentOf(formOf(survey, answer.version), bodies.get(answer.id)?.values ?? {});
    return text ? [{ answer, text }] : [];
  });
}
