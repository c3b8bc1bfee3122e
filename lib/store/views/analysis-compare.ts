import type { ComparedBy, CompareView, GroupRow } from '@/lib/api/analysis-views';
import { corrected } from '@/lib/insight/comparing/chance';
import {
  type Difference,
  meanDifference,
  npsDifference,
  shareDifference,
} from '@/lib/insight/comparing/differences';
import { isTop } from '@/lib/insight/satisfaction';
import { countedAs } from '@/lib/surveys/counted';
import { scaleOf } from '@/lib/surveys/scale';
import { type Analysed, readAnalysis } from '../analysis-read';
import type { Database } from '../database';
import { rootFinder } from '../lookups';
import type { PackedAnswer } from '../packed-answers';
import { hasAnswered, type Scope } from '../results-scope';
import { findMembers, idsIn } from '../segment-find';
import { queryOf, type When } from '../segment-frame';
import { liveSegments } from '../segment-names';
import type { Measured } from '../survey-measure';

/** Below so many on either side nothing is compared, and the group is left out. */
export const FEWEST = 10;

/** Answers that belong together, before they are counted. */
interface Group extends Pick<GroupRow, 'key' | 'name' | 'title'> {
  has(answer: PackedAnswer): boolean;
}

/** How the score of some lies to that of all others: by tag, by segment, or by what was chosen at another question. */
export async function compareView(
  db: Database,
  { by, ...scope }: Scope & { by: ComparedBy },
  when: When,
): Promise<CompareView> {
  const segments = by === 'segment' ? await segmentMembers(db, when) : [];
  return readAnalysis(db, scope, when.zone, async (read): Promise<CompareView> => {
    const { measured } = read;
    if (!measured) return { missing: { what: 'score', needs: 1, has: 0 } };
    const rootOf = await rootFinder(db);
    const { groups, among: given } = await groupsOf(db, read, by, { segments, rootOf });
    const among = newestOfEach(given, rootOf);
    const rows = groups.flatMap((group) => rowOf(group, among, read, measured));
    if (rows.length === 0) return { missing: { what: 'groups', needs: FEWEST, has: 0 } };
    const repeated = given.length - among.length;
    return { missing: null, measure: measured.type, n: among.length, repeated, rows: settled(rows) };
  });
}

type RootOf = (contactId: string) => string;

/**
 * Of each person the newest answer: the comparisons are of people, and who is asked each month is no more people for it. Whose answer
 * nobody knows stands for one.
 * @param answers newest first
 */
export function newestOfEach<A extends Pick<PackedAnswer, 'contactId'>>(
  answers: readonly A[],
  rootOf: RootOf,
): A[] {
  const seen = new Set<string>();
  return answers.filter(({ contactId }) => {
    if (contactId === null) return true;
    const root = rootOf(contactId);
    if (seen.has(root)) return false;
    seen.add(root);
    return true;
  });
}

async function groupsOf(
  db: Database,
  { questions, scores, people }: Analysed,
  by: ComparedBy,
  { segments, rootOf }: { segments: Members[]; rootOf: RootOf },
): Promise<{ groups: Group[]; among: PackedAnswer[] }> {
  const scored = [...scores.keys()];
  if (typeof by === 'object') {
    const asked = questions.find((one) => one.question.id === by.question);
    const question = asked?.ever;
    const among = asked ? scored.filter((answer) => hasAnswered(asked, answer)) : [];
    const choices =
      question?.type === 'yesno'
        ? ['yes', 'no'].map((id) => ({ id, text: null }))
        : [...(question?.choices ?? []), ...(question?.other ? [{ id: 'other', text: question.other }] : [])];
    return {
      among,
      groups: choices.map(({ id, text }) => ({
        key: id,
        name: null,
        title: text,
        has: ({ values }) => countedAs(question!, values[by.question]!).includes(id),
      })),
    };
  }
  const among = scored.filter(({ contactId }) => people.has(contactId ?? ''));
  if (by === 'segment') return { among, groups: onRoots(segments, rootOf) };
  const ids = new Set(among.flatMap(({ contactId }) => people.get(contactId ?? '') ?? []));
  const tags = (await db.tags.bulkGet([...ids])).filter((row) => row?.body.deletedAt === null);
  return {
    among,
    groups: tags.map((row) => ({
      key: row!.id,
      name: row!.body.name,
      title: null,
      has: ({ contactId }) => people.get(contactId ?? '')?.includes(row!.id) === true,
    })),
  };
}

/** Who went into another contact counts as that one. */
function onRoots(segments: Members[], rootOf: RootOf): Group[] {
  return segments.map(({ members, ...group }) => ({
    ...group,
    has: ({ contactId }) => contactId !== null && members.has(rootOf(contactId)),
  }));
}

interface Members extends Omit<Group, 'has'> {
  members: ReadonlySet<string>;
}

async function segmentMembers(db: Database, when: When): Promise<Members[]> {
  const groups: Members[] = [];
  for (const segment of await liveSegments(db)) {
    const query = queryOf(segment);
    if (!query) continue;
    const members = new Set(idsIn(await findMembers(db, query, when)));
    groups.push({ key: segment.id, name: segment.name, title: null, members });
  }
  return groups;
}

function rowOf(
  { has, ...group }: Group,
  among: PackedAnswer[],
  { scores }: Analysed,
  measured: Measured,
): GroupRow[] {
  const own = among.filter(has).map((answer) => scores.get(answer)!);
  const others = among.filter((answer) => !has(answer)).map((answer) => scores.get(answer)!);
  const figure = measured.figure(own);
  if (!figure) return [];
  const difference = differenceOf(own, others, measured);
  if (!difference) return [];
  const { value, low, high, n } = figure;
  return [{ ...group, figure: { value, low, high, n }, others: difference }];
}

/** How two groups' scores lie to one another, by the test that suits the measure; null where either are too few. */
export function differenceOf(
  own: readonly number[],
  others: readonly number[],
  { type, asked }: Measured,
): Difference | null {
  if (own.length < FEWEST || others.length < FEWEST) return null;
  if (type === 'nps') return npsDifference(own, others);
  if (type === 'ces') return meanDifference(own, others);
  const scale = scaleOf(asked.question) ?? [1, 5];
  const top = (scores: readonly number[]) => scores.filter((score) => isTop(score, scale)).length;
  return shareDifference([top(own), own.length], [top(others), others.length]);
}

/** The surest first; the chances corrected for all the looks that were taken. */
function settled(rows: GroupRow[]): GroupRow[] {
  const sorted = rows.sort(
    (a, b) => a.others.chance - b.others.chance || b.figure.n - a.figure.n || (a.key < b.key ? -1 : 1),
  );
  return withCorrected(sorted);
}

/** Corrects the chances of all rows that were compared. */
export function withCorrected<R extends { others: Difference | null }>(rows: R[]): R[] {
  const looked = rows.filter((row) => row.others !== null);
  const chances = corrected(looked.map((row) => row.others!.chance));
  return rows.map((row) =>
    row.others ? { ...row, others: { ...row.others, chance: chances[looked.indexOf(row)]! } } : row,
  );
}
