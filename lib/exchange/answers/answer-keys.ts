import { cleanLine } from '../clean';
import type { AnswersFormat, FileAnswer } from './meaning';

/** A number that programs count from 1 in each of their files. */
const COUNTED = /^#?\d{1,6}$/;

interface KeyedRow {
  /** What the program calls the answer; empty where it does not. */
  id: string;
  /** Moment that the row itself tells, epoch ms; never that of the file. */
  at: number | null;
  /** What stands in the row and is kept. */
  cells: readonly string[];
}

/** Keys of the answers of one file: the same for the same answer in every reading. */
export class AnswerKeys {
  /** How often each row came: of rows that are alike each is one. */
  private readonly seen = new Map<string, number>();
  private readonly given = new Map<string, FileAnswer>();

  constructor(private readonly format: AnswersFormat) {}

  /** By the number of its program. To one that is counted from 1 in each file belongs the moment, or what stands in the row. */
  of({ id, at, cells }: KeyedRow): string {
    const isCounted = this.format === 'wjx' || (this.format === 'csv' && COUNTED.test(id));
    const row = () => JSON.stringify(cells.map(cleanLine));
    if (id) return [this.format, id, ...(isCounted ? [at ?? row()] : [])].join(' ');
    const text = row();
    const times = (this.seen.get(text) ?? 0) + 1;
    this.seen.set(text, times);
    return `${times} ${text}`;
  }

  /** Whether a row before had this key and says something else: two answers under one number. A whole may follow its part. */
  isOther(answer: FileAnswer): boolean {
    const before = this.given.get(answer.key);
    if (!before || before.done !== answer.done) {
      this.given.set(answer.key, answer);
      return false;
    }
    return before.at !== answer.at || JSON.stringify(before.values) !== JSON.stringify(answer.values);
  }
}
