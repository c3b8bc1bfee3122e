import type { Making } from '@/lib/surveys/elsewhere/making';
import type { Question, Texts } from '@/lib/surveys/form';
import { numberIn } from './cells';
import { plainTitle, plainWords } from './titles';

/** How programs write one row of a matrix behind its question: `Q [row]`, `Q: row`, `Q - row`; what stands last counts. */
const WAYS = [
  /^(.{1,300}?)\s*[[【(（]\s*([^[\]【】()（）]{1,100})\s*[\]】)）]$/s,
  /^(.{1,300})[:：—]\s*([^:：—]{1,100})$/s,
  /^(.{1,300})\s[-–/]\s+(.{1,100})$/s,
];

/** A question with one of its rows, as a heading names both; null where it names no two. */
export function rowOf(heading: string): { question: string; row: string } | null {
  for (const way of WAYS) {
    const [, question = '', row = ''] = way.exec(heading.trim()) ?? [];
    if (plainTitle(question) && row.trim()) return { question: question.trim(), row: row.trim() };
  }
  return null;
}

/** So many columns a scale in words has at most, and so long is one of them. */
const MOST_COLUMNS = 11;
const LONGEST_COLUMN = 60;
const BARE = /^\d{1,2}$/;
const MOST_POINTS = 10;

const isPoint = (cell: string): boolean => BARE.test(cell.trim()) && Number(cell) <= MOST_POINTS;

/** Whether columns answer on one scale: points, or words of which each column uses some that another uses too. */
function isOneScale(columns: readonly (readonly string[])[]): boolean {
  const all = columns.flat();
  const sets = columns.map((cells) => new Set(cells.map(plainWords)));
  const words = new Set(sets.flatMap((set) => [...set]));
  if (words.size < 2) return false;
  if (all.every(isPoint)) return true;
  if (all.length < 2 * words.size) return false;
  if (
    words.size > MOST_COLUMNS ||
    all.some((cell) => cell.length > LONGEST_COLUMN || numberIn(cell) !== null)
  )
    return false;
  return sets.every((set, at) =>
    sets.some((other, place) => place !== at && [...set].some((one) => other.has(one))),
  );
}

/**
 * Columns side by side that are rows of one question, by the question: their headings share it, and they answer on one scale. What only
 * ticks choices is none.
 * @param isFree whether nothing else is known of a column
 */
export function matrixGroups(
  header: readonly string[],
  values: readonly (readonly string[])[],
  { isFree, isTick }: { isFree(at: number): boolean; isTick(at: number): boolean },
): (string | undefined)[] {
  const questions = header.map((heading, at) =>
    isFree(at) && values[at]!.length > 0 ? rowOf(heading)?.question : undefined,
  );
  const groups: (string | undefined)[] = header.map(() => undefined);
  for (let at = 0; at < header.length; ) {
    let end = at + 1;
    while (questions[at] !== undefined && questions[end] === questions[at]) end += 1;
    const places = Array.from({ length: end - at }, (_, step) => at + step);
    if (places.length > 1 && !places.every(isTick) && isOneScale(places.map((place) => values[place]!)))
      for (const place of places) groups[place] = questions[at];
    at = end;
  }
  return groups;
}

/** Rows and columns of a matrix that a file answers; points have their scores, words none, for nothing says which is the best. */
export function matrixOf(
  making: Making,
  {
    headings,
    cells,
    say,
  }: { headings: readonly string[]; cells: readonly string[]; say(text: string): Texts },
): Pick<Question<Texts>, 'rows' | 'choices'> {
  const rows = headings.map((heading, at) => ({
    id: `r${at + 1}`,
    text: say(rowOf(heading)?.row ?? heading),
  }));
  const choices = cells.every(isPoint)
    ? pointsOf(cells.map(Number)).map((score) => ({ name: String(score), texts: say(String(score)), score }))
    : [...new Map(cells.map((cell) => [plainWords(cell), cell.trim()])).values()].map((text) => ({
        name: text,
        texts: say(text),
      }));
  return { rows, choices: making.choices(choices, headings[0] ?? '') };
}

/** 5, 7 or 10 are the usual ends. */
function pointsOf(points: readonly number[]): number[] {
  const low = Math.min(1, ...points);
  const high = [5, 7, MOST_POINTS].find((end) => Math.max(...points) <= end) ?? MOST_POINTS;
  return Array.from({ length: high - low + 1 }, (_, step) => low + step);
}
