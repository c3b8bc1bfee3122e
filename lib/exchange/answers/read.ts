import type { AuthorForm, Question, Texts, Values } from '@/lib/surveys/form';
import { clean } from '@/lib/surveys/validate';
import { cleanLine } from '../clean';
import type { HeldBack } from '../file-error';
import { momentOf, readMoment } from '../moment';
import { Tally } from '../tally';
import { AnswerKeys } from './answer-keys';
import { type CellOptions, cellValue, columnValue, isBlank, isCoded, isTicked, numberIn } from './cells';
import { answersFormatOf, isMachine } from './headings';
import type { AnswerColumn, AnswersFormat, FileAnswer, MomentColumn } from './meaning';
import { type AnswersTable, valuesIn } from './propose';
import { tookOf } from './took';
import { isYes } from './yes-no';

const LONGEST = { email: 320, name: 200, phone: 60, lang: 20, page: 2000, aside: 500, hidden: 500 } as const;
/** Fields of a visitor that an answer may have. */
const MOST_HIDDEN = 20;
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

export interface ReadAnswers {
  answers: FileAnswer[];
  heldBack: HeldBack[];
  /** Columns that are left out, with how often they had a value. */
  left: { property: string; count: number }[];
}

interface Options {
  /** IANA name, for moments without an offset. */
  zone: string;
  /** Epoch ms, of answers in a table without a moment: the day of the file. */
  at: number;
}

/**
 * Reads the rows of a table as answers to a form. Nothing is left out without a line that says so; a value that the question does
 * not take is held back, and the rest of its row is read.
 */
export function readAnswers(
  table: AnswersTable,
  form: Pick<AuthorForm, 'pages'>,
  columns: readonly (AnswerColumn | null)[],
  options: Options,
): ReadAnswers {
  const reader = new AnswerReader(table, form, columns, options);
  const answers = table.rows.flatMap((row) => reader.read(row) ?? []);
  return { answers, heldBack: reader.heldBack, left: reader.left.list() };
}

class AnswerReader {
  readonly heldBack: HeldBack[] = [];
  readonly left = new Tally();
  private readonly format: AnswersFormat;
  private readonly language: 'en' | 'zh-Hans';
  private readonly questions: Map<string, Question<Texts>>;
  private readonly cellOptions: CellOptions[];
  private readonly keys: AnswerKeys;

  constructor(
    private readonly table: AnswersTable,
    private readonly form: Pick<AuthorForm, 'pages'>,
    private readonly columns: readonly (AnswerColumn | null)[],
    private readonly options: Options,
  ) {
    this.format = answersFormatOf(table.header);
    this.keys = new AnswerKeys(this.format);
    this.language = table.header.some((cell) => /\p{sc=Han}/u.test(cell)) ? 'zh-Hans' : 'en';
    this.questions = new Map(form.pages.flatMap((page) => page.questions).map((one) => [one.id, one]));
    this.cellOptions = columns.map((column, at) => {
      const question = column && 'q' in column ? this.questions.get(column.q) : undefined;
      const coded = question ? isCoded(question, valuesIn(table, at, this.format)) : false;
      return { coded, language: this.language };
    });
  }

  /** Null where the row is no answer. */
  read({ number, cells }: AnswersTable['rows'][number]): FileAnswer | null {
    const where = String(number);
    const at = this.momentIn(cells, 'at');
    const started = this.momentIn(cells, 'started');
    if (at === 'held') return this.hold(where, 'imports.held_date', this.textOf(cells, 'at'));
    const values = this.valuesOf(cells, where);
    if (Object.keys(values).length === 0) return this.hold(where, 'imports.held_answer', this.toldOf(cells));
    const begun = started === 'held' ? null : started;
    const given = at ?? begun ?? this.options.at;
    const answer: FileAnswer = {
      where,
      key: this.keys.of({
        id: this.textOf(cells, 'id').slice(0, 200),
        // A part and its whole were begun at one moment.
        at: begun ?? at,
        cells: this.ownOf(cells),
      }),
      at: given,
      took: this.tookOf(cells, given, started),
      done: this.isDone(cells),
      lang: this.langOf(cells),
      who: this.whoOf(cells),
      page: this.textOf(cells, 'page').slice(0, LONGEST.page) || null,
      hidden: this.hiddenOf(cells),
      aside: this.textOf(cells, 'aside').slice(0, LONGEST.aside) || null,
      values,
    };
    if (this.keys.isOther(answer)) return this.hold(where, 'imports.held_twice', this.toldOf(cells));
    this.countLeft(cells);
    return answer;
  }

  private hold(where: string, reason: HeldBack['reason'], text: string): null {
    const told = isMachine(text) ? '' : cleanLine(text).slice(0, 200);
    this.heldBack.push({ where, reason, text: told });
    return null;
  }

  /** What may be kept of a row. */
  private ownOf(cells: readonly string[]): string[] {
    return cells.filter((_, at) => this.columns[at]?.is !== 'private');
  }

  /** The row for the report, which is kept with the import: without addresses of machines, whichever column they stand in. */
  private toldOf(cells: readonly string[]): string {
    return this.ownOf(cells)
      .filter((cell) => !isMachine(cell))
      .join(' ');
  }

  private textOf(cells: readonly string[], is: AnswerColumn['is']): string {
    const at = this.columns.findIndex((column) => column?.is === is);
    return cleanLine(cells[at] ?? '');
  }

  /** Null where no column tells it, or nothing stands in it. */
  private momentIn(cells: readonly string[], is: 'at' | 'started'): number | 'held' | null {
    const column = this.columns.find((one) => one?.is === is) as MomentColumn | undefined;
    const text = this.textOf(cells, is);
    if (!column || text === '') return null;
    const read = readMoment(text, this.language, column.order);
    if ('problem' in read) return 'held';
    const { moment } = read;
    const isBare = /T[\d:]+$/.test(moment);
    return momentOf(isBare ? `${moment}${column.offset ?? ''}` : moment, this.options.zone)?.at ?? 'held';
  }

  /** What the table says, or the time since it was begun. */
  private tookOf(cells: readonly string[], at: number, started: number | 'held' | null): number | null {
    const said = tookOf(this.textOf(cells, 'took'));
    return said ?? (typeof started === 'number' && at > started ? at - started : null);
  }

  private isDone(cells: readonly string[]): boolean {
    const text = this.textOf(cells, 'done').toLowerCase();
    if (text === '') {
      // Of a Typeform answer that was not sent the moment of sending is empty.
      const isUnsent = this.format === 'typeform' && this.textOf(cells, 'at') === '';
      return !(isUnsent && this.columns.some((column) => column?.is === 'at'));
    }
    return !/^(?:partial|started|incomplete|in progress|未完成|部分)/.test(text) && isYes(text) !== false;
  }

  private langOf(cells: readonly string[]): string | null {
    const text = this.textOf(cells, 'lang');
    return LANGUAGE.test(text) && text.length <= LONGEST.lang ? text : null;
  }

  private whoOf(cells: readonly string[]): FileAnswer['who'] {
    const who: FileAnswer['who'] = {};
    for (const part of ['email', 'name', 'phone'] as const) {
      const text = this.textOf(cells, part).slice(0, LONGEST[part]);
      if (text) who[part] = text;
    }
    return who;
  }

  private hiddenOf(cells: readonly string[]): Record<string, string> {
    const found = this.columns.flatMap((column, at): [string, string][] => {
      const text = column?.is === 'hidden' ? cleanLine(cells[at] ?? '') : '';
      return text && !isMachine(text)
        ? [[(column as { name: string }).name, text.slice(0, LONGEST.hidden)]]
        : [];
    });
    return Object.fromEntries(found.slice(0, MOST_HIDDEN));
  }

  private countLeft(cells: readonly string[]): void {
    for (const [at, heading] of this.table.header.entries()) {
      if (!this.columns[at] && !isBlank(cells[at] ?? '', this.format === 'wjx'))
        this.left.add(heading || '?', 1);
    }
  }

  private valuesOf(cells: readonly string[], where: string): Values {
    const found = new Map<string, Values[string]>();
    for (const [at, column] of this.columns.entries()) {
      const cell = cells[at] ?? '';
      if (!column || !('q' in column) || isBlank(cell, this.format === 'wjx')) continue;
      const question = this.questions.get(column.q);
      if (!question || !this.put(found, column, question, cell, this.cellOptions[at]!))
        this.hold(`${where} ${this.table.header[at] ?? ''}`.trim(), 'imports.held_value', cell);
    }
    for (const [q, value] of found) if (Array.isArray(value) && value.length === 0) found.delete(q);
    return this.checked(Object.fromEntries(found), where);
  }

  /** False where the cell is no answer to the question. */
  private put(
    found: Map<string, Values[string]>,
    column: Extract<AnswerColumn, { q: string }>,
    question: Question<Texts>,
    cell: string,
    options: CellOptions,
  ): boolean {
    const { q } = column;
    switch (column.is) {
      case 'other':
        found.set(`${q}.other`, cell.trim());
        return true;
      case 'tick': {
        const list = (found.get(q) as string[] | undefined) ?? [];
        const choice = question.choices?.find(({ id }) => id === column.choice);
        const isPicked = Object.values(choice?.text ?? {}).some((said) => isTicked(cell, said));
        found.set(q, isPicked ? inOrder([...list, column.choice], question) : list);
        return isPicked || isYes(cell) === false || numberIn(cell) === 0;
      }
      case 'row': {
        const id = columnValue(cell, question, options.coded);
        if (id) found.set(q, { ...(found.get(q) as Record<string, string> | undefined), [column.row]: id });
        return id !== null;
      }
      default: {
        const read = cellValue(cell, question, options);
        if (!read) return false;
        found.set(q, read.value);
        if (read.other) found.set(`${q}.other`, read.other);
        return true;
      }
    }
  }

  /** What the form would have taken; the rest is held back, each with its question. A text that is too long is cut, as everywhere. */
  private checked(values: Values, where: string): Values {
    const taken = clean(this.form, values);
    for (const [key, value] of Object.entries(values)) {
      const title = this.questions.get(key.replace(/\.other$/, ''))?.title ?? {};
      if (!Object.hasOwn(taken, key))
        this.hold(`${where} ${Object.values(title)[0] ?? ''}`, 'imports.held_value', textOf(value));
    }
    return taken;
  }
}

function inOrder(ids: string[], { choices = [] }: Question<Texts>): string[] {
  return choices.map(({ id }) => id).filter((id) => ids.includes(id));
}

const textOf = (value: Values[string]): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);
