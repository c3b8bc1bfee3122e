import type { TopicsView } from '@/lib/api/analysis-views';
import { topicsOf } from '@/lib/insight/topics';
import { type Analysed, readAnalysis } from '../analysis-read';
import type { Database } from '../database';
import { fold } from '../fold';
import { rootFinder } from '../lookups';
import type { PackedAnswer } from '../packed-answers';
import type { Scope } from '../results-scope';
import { differenceOf, newestOfEach, withCorrected } from './analysis-compare';
import { readWords } from './answer-words';
import { withTexts } from './question-result';

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
      topics: withCorrected(topics),
      measure: measured?.type ?? null,
    };
  });
}

/**
 * Everything that was written in one answer, the newest answers first. A short text is a comment where nothing longer is asked: beside
 * a field for comments it asks for a name, a place, a number of an order.
 */
export async function commentsOf(
  db: Database,
  { survey, questions, counted, all }: Analysed,
): Promise<Comment[]> {
  const type = questions.some(({ question }) => question.type === 'longtext') ? 'longtext' : 'text';
  const written = questions
    .filter(({ question }) => question.type === type || question.other)
    .filter(({ question }) => question.dimension !== 'name' && question.id !== 'name')
    .map((asked) => withTexts(asked, counted));
  const keys = [...new Set(written.map(({ key }) => key))];
  const some = new Set(written.flatMap((one) => one.answers));
  const answers = counted.filter((answer) => some.has(answer)).slice(0, MOST_COMMENTS);
  const { bodies } = await readWords(db, survey.id, { answers, all });
  return answers.flatMap((answer) => {
    const values = bodies.get(answer.id)?.values ?? {};
    const texts = keys.flatMap((key) => {
      const text = Object.hasOwn(values, key) ? values[key] : '';
      return typeof text === 'string' && text.trim() !== '' ? [text.trim()] : [];
    });
    return texts.length > 0 ? [{ answer, text: texts.join('\n') }] : [];
  });
}
