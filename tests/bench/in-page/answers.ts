import { fillAnswers } from '@/lib/store/answer-pages';
import { listedOf, writeListed } from '@/lib/store/columns';
import { openDatabase } from '@/lib/store/database';
import { foundRows } from '@/lib/store/views/found-answers';
import { resultsView } from '@/lib/store/views/results-view';
import { listSurveys } from '@/lib/store/views/survey-views';
import { rowOf } from '@/lib/store/work';
import { company, contact, tags } from './people';
import { answer, survey } from './surveys';

const PART = 2000;

/** Milliseconds of each call, over one survey with so many answers of half as many contacts. */
export interface AnswersTimes {
  results: number[];
  list: number[];
  /** First rows of the inbox; those behind a number; a search that reads every body and finds nothing. */
  inbox: number[];
  behind: number[];
  words: number[];
}

/** Fills an empty database and reads the results of its survey. */
async function answers(count: number, turns: number): Promise<AnswersTimes> {
  const db = await openDatabase();
  const now = Date.now();
  const asked = survey(now);
  await db.surveys.put(rowOf('surveys', asked));
  const tagRows = tags();
  await db.tags.bulkPut(tagRows.map((tag) => rowOf('tags', tag)));
  const tagIds = tagRows.map((tag) => tag.id);
  const employer = company(0, now);
  const people = Array.from({ length: Math.ceil(count / 2) }, (_, n) => contact(n, employer, tagIds, now));
  for (let from = 0; from < people.length; from += PART)
    await db.contacts.bulkAdd(people.slice(from, from + PART).map((body) => rowOf('contacts', body)));
  const listed = people.map((body) => [body.id, { ...listedOf(body), last: 0, next: 0, open: 0 }] as const);
  await writeListed(db, new Map(listed));
  for (let from = 0; from < count; from += PART) {
    const numbers = Array.from({ length: Math.min(PART, count - from) }, (_, at) => from + at);
    const bodies = numbers.map((n) => answer(n, asked, people[n % people.length]!.id, now));
    await db.responses.bulkAdd(bodies.map((body) => rowOf('responses', body)));
  }
  await fillAnswers(db);
  const scope = { surveyId: asked.id, aside: false };
  const when = { now, zone: 'Europe/Berlin' };
  const timed = async (run: () => Promise<unknown>) => {
    const times: number[] = [];
    for (let turn = 0; turn < turns; turn++) {
      const start = performance.now();
      await run();
      times.push(performance.now() - start);
    }
    return times;
  };
  return {
    results: await timed(() => resultsView(db, scope, when)),
    list: await timed(() => listSurveys(db)),
    inbox: await timed(() => foundRows(db, { which: 'open', limit: 50 }, when)),
    behind: await timed(() =>
      foundRows(
        db,
        {
          which: 'all',
          limit: 50,
          surveyId: asked.id,
          counted: true,
          question: 'q1',
          part: 'detractors',
          basis: 'person',
          from: '2020-01-01',
        },
        when,
      ),
    ),
    words: await timed(() => foundRows(db, { which: 'all', limit: 50, text: 'nowhere' }, when)),
  };
}

(globalThis as unknown as { answers: typeof answers }).answers = answers;
export type Answers = typeof answers;
