import { faultsOf } from '../check';
import type { AuthorForm, Block, Choice, Computed, Ending, Jump, Page, Question, Rule, Texts } from '../form';

/** Something of the file that has no counterpart here: what, in the file's own words, and why. */
export interface Lost {
  what: string;
  why: LostWhy;
}

/** `type`: no such question here; `option`: the question is there, without this; `rule`: a condition that cannot be said here. */
export type LostWhy = 'type' | 'option' | 'rule' | 'empty' | 'code' | 'flow' | 'long';

export interface Brought {
  form: AuthorForm;
  lost: Lost[];
}

const LONGEST = 5000;
const MOST_QUESTIONS = 200;
const MOST_PAGES = 100;
const MOST_CHOICES = 300;
const LONGEST_SCALE = 9;
/** So much that is lost is named; of the rest it is said that there is more. */
const MOST_LOST = 200;
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** A form that is being made of a file: gives questions and choices ids of their own, and notes what was lost. */
export class Making {
  readonly lost: Lost[] = [];
  readonly langs = new Set<string>();
  private readonly ids = new Map<string, string>();
  private readonly pages: Page<Texts>[] = [];
  private asked = 0;
  private readonly computed: Computed[] = [];
  private readonly expected = new Set<string>();
  private readonly blocks: { of: string[]; shows: number | null; what: string }[] = [];

  /** Of texts that name none. */
  readonly lang: string;

  constructor(lang: string) {
    this.lang = LANGUAGE.test(lang) ? lang : 'en';
    this.langs.add(this.lang);
  }

  lose(what: string, why: LostWhy): void {
    if (this.lost.length < MOST_LOST) this.lost.push({ what: what.slice(0, 200), why });
    else if (this.lost.length === MOST_LOST) this.lost.push({ what: '…', why: 'long' });
  }

  /** The id here of what the file calls so; the same one each time. */
  idOf(name: string): string {
    const known = this.ids.get(name);
    if (known) return known;
    const id = `q${this.ids.size + 1}`;
    this.ids.set(name, id);
    return id;
  }

  /** The id of a question that was made; null where the file names one that it has not, or that was lost. */
  knownId(name: string): string | null {
    const id = this.ids.get(name);
    return id && this.pages.some(({ questions }) => questions.some((one) => one.id === id)) ? id : null;
  }

  question(id: string): Question<Texts> | undefined {
    return this.pages.flatMap(({ questions }) => questions).find((one) => one.id === id);
  }

  /** Texts by language; too long ones are cut, and said. */
  texts(by: Readonly<Record<string, string>>): Texts {
    const found: Texts = {};
    for (const [lang, text] of Object.entries(by)) {
      if (!LANGUAGE.test(lang) || text === '') continue;
      if (text.length > LONGEST) this.lose(text.slice(0, 60), 'long');
      found[lang] = text.slice(0, LONGEST);
      this.langs.add(lang);
    }
    return found;
  }

  choices(
    each: readonly { name: string; texts: Texts; score?: number | undefined }[],
    of: string,
  ): Choice<Texts>[] {
    if (each.length > MOST_CHOICES) this.lose(of, 'long');
    return each.slice(0, MOST_CHOICES).map(({ texts, score }, at) => ({
      id: `c${at + 1}`,
      text: texts,
      ...(score === undefined ? {} : { score }),
    }));
  }

  page(): void {
    if (this.pages.at(-1)?.questions.length === 0 || this.pages.length >= MOST_PAGES) return;
    this.pages.push({ id: `p${this.pages.length + 1}`, questions: [] });
  }

  add(question: Question<Texts>): void {
    if (this.pages.length === 0) this.page();
    if (this.asked >= MOST_QUESTIONS) {
      this.lose(Object.values(question.title)[0] ?? '', 'long');
      return;
    }
    this.asked += 1;
    this.pages.at(-1)!.questions.push(question);
  }

  /** Ids of the pages so far, and of the questions on the last of them. */
  get pageIds(): string[] {
    return this.pages.filter(({ questions }) => questions.length > 0).map(({ id }) => id);
  }

  /** Goes on there from a page, when the rule holds. @returns whether it leads forward: only then it is made */
  jump(pageId: string, { when, to }: Jump): boolean {
    const page = this.pages.find(({ id }) => id === pageId);
    const isPage = this.pages.some(({ id }) => id === to);
    const places = this.pageIds;
    if (!page || (isPage && places.indexOf(to) <= places.indexOf(pageId))) return false;
    page.next = [...(page.next ?? []), { when, to }];
    return true;
  }

  get lastQuestions(): string[] {
    return this.pages.at(-1)?.questions.map(({ id }) => id) ?? [];
  }

  /** These pages or questions come in a drawn order. @param what as the file says it, for what is lost */
  draw(of: string[], what: string, shows: number | null = null): void {
    this.blocks.push({ of, shows, what });
  }

  /** A rule may rest on this name: it is to be computed further on in the file. */
  expect(name: string): void {
    this.expected.add(name);
  }

  compute(computed: Computed): void {
    this.computed.push(computed);
  }

  /** What is computed and drawn, as far as it can be so here; the rest is told. */
  private logicOf(form: AuthorForm): Pick<AuthorForm, 'computed' | 'blocks'> {
    const computed: Computed[] = [];
    for (const one of this.computed) {
      const faults = faultsOf({ ...form, computed: [...computed, one] });
      if (faults.some(({ part }) => part === 'computed')) this.lose(`@${one.name}`, 'code');
      else computed.push(one);
    }
    const blocks: Block[] = [];
    for (const { of, shows, what } of this.blocks) {
      const isSome = shows !== null && shows >= 1 && shows < of.length;
      const block: Block = { id: `b${blocks.length + 1}`, of, ...(isSome ? { shows } : {}) };
      const faults = faultsOf({ ...form, computed, blocks: [...blocks, block] });
      if (faults.some(({ part }) => part === 'blocks')) this.lose(what, 'flow');
      else blocks.push(block);
    }
    return { ...(computed.length > 0 ? { computed } : {}), ...(blocks.length > 0 ? { blocks } : {}) };
  }

  /** How many were made, statements among them. */
  get count(): number {
    return this.asked;
  }

  done(title: Texts, { intro, endings }: { intro?: Texts; endings: Ending<Texts>[] }): Brought {
    const pages = this.pages.filter(({ questions }) => questions.length > 0);
    const form: AuthorForm = {
      v: 1,
      id: '',
      version: 0,
      kind: 'survey',
      title: Object.keys(title).length > 0 ? title : { [this.lang]: '…' },
      ...(intro && Object.keys(intro).length > 0 ? { intro } : {}),
      lang: this.lang,
      langs: [...this.langs],
      pages: pages.length > 0 ? pages : [{ id: 'p1', questions: [] }],
      endings: endings.length > 0 ? endings : [{ id: 'e1', title: { [this.lang]: '✓' } }],
      show: { place: 'popover', on: { after: 3000 } },
    };
    const logic = this.logicOf(form);
    for (const { name } of logic.computed ?? []) this.expected.delete(name);
    for (const question of pages.flatMap((page) => page.questions)) this.unruled(question);
    return { lost: this.lost, form: { ...form, ...logic } };
  }

  /** What cannot be computed here decides nothing: the question is then asked of everybody. */
  private unruled(question: Question<Texts>): void {
    const { when } = question;
    const name = [...this.expected].find((one) => when && restsOn(when, `@${one}`));
    if (!name) return;
    delete question.when;
    this.lose(`${Object.values(question.title)[0] ?? ''}: {${name}}`, 'rule');
  }
}

function restsOn(rule: Rule, q: string): boolean {
  const parts = 'all' in rule ? rule.all : 'any' in rule ? rule.any : null;
  return parts ? parts.some((part) => restsOn(part, q)) : (rule as { q: string }).q === q;
}

/** The type and range of a rating from its ends. What it measures its author knows: a plain rating is no NPS and no effort. */
export function ratingOf(low: number, high: number): Pick<Question<Texts>, 'type' | 'range'> {
  const isShort =
    Number.isInteger(low) && Number.isInteger(high) && high > low && high - low <= LONGEST_SCALE;
  if (isShort) return { type: 'csat', range: [low, high] };
  return { type: 'slider', range: [low, high > low ? high : low + 1] };
}
