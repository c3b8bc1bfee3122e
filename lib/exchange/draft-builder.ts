import type { ImportDraft } from '@/lib/api/views';
import type { PointKind } from '@/lib/crm/contacts';
import { cleanLine } from './clean';
import { parseDateText } from './date-text';
import type { HeldBack, HeldReason } from './file-error';
import { normalizePoint } from './points';

type DateKind = ImportDraft['dates'][number]['kind'];
type NamePart = 'prefix' | 'given' | 'middle' | 'family' | 'suffix';

/** What a field may hold, as the contract takes it. */
const LONGEST = { name: 300, point: 500, label: 80, field: 60, fact: 4000, tag: 300, note: 100_000 };
const MOST = { points: 100, facts: 200, dates: 50, tags: 100 };
const CJK = /[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u;

/** Collects what a card or a row says of one person. What cannot be taken is held back with its reason. */
export class DraftBuilder {
  readonly heldBack: HeldBack[] = [];
  private readonly draft: ImportDraft = { name: '', points: [], facts: [], dates: [], tags: [] };
  private readonly parts: Partial<Record<NamePart, string>> = {};
  private readonly keys = new Set<string>();
  private readonly notes: string[] = [];

  /** @param where line or row of the file, from 1 */
  constructor(
    readonly where: string,
    private readonly language: 'en' | 'zh-Hans',
  ) {}

  /** The whole name as the file gives it: it wins over the parts. */
  name(text: string): void {
    this.draft.name ||= cleanLine(text);
  }

  namePart(part: NamePart, text: string): void {
    this.parts[part] ||= cleanLine(text);
  }

  /** A way to reach the person. The same one twice is kept once. */
  point(kind: PointKind, value: string, label = ''): void {
    const text = cleanLine(value);
    if (!text) return;
    if (text.length > LONGEST.point) {
      this.hold('imports.held_long', kind, text);
      return;
    }
    const normal = normalizePoint(kind, text);
    const key = 'error' in normal ? `${kind}|${text}` : normal.key;
    if (this.keys.has(key) || this.draft.points.length >= MOST.points) return;
    this.keys.add(key);
    const cut = cleanLine(label).slice(0, LONGEST.label);
    this.draft.points.push({ kind, value: text, ...(cut ? { label: cut } : {}) });
  }

  /** A page on the web: a profile where the site is known, else an address. */
  page(value: string, label = ''): void {
    this.point('error' in normalizePoint('handle', value) ? 'url' : 'handle', value, label);
  }

  fact(field: string, value: string): void {
    const text = value.trim();
    if (!text) return;
    if (text.length > LONGEST.fact) {
      this.hold('imports.held_long', field, text);
      return;
    }
    const known = this.draft.facts.some((one) => one.field === field && one.value === text);
    if (known || this.draft.facts.length >= MOST.facts) return;
    this.draft.facts.push({ field: cleanLine(field).slice(0, LONGEST.field), value: text });
  }

  /** A yearly date as text. One that may be read in two ways is not guessed. */
  date(kind: DateKind, text: string, label = ''): void {
    const plain = cleanLine(text);
    if (!plain) return;
    const read = parseDateText(plain, this.language);
    if (!read) {
      this.hold('imports.held_date', kind, plain);
      return;
    }
    if (read.ambiguous.length > 0) {
      this.hold('imports.held_date_order', kind, plain);
      return;
    }
    if (this.draft.dates.length >= MOST.dates) return;
    const cut = cleanLine(label).slice(0, LONGEST.label);
    this.draft.dates.push({ kind, date: read.date, ...(cut ? { label: cut } : {}) });
  }

  tag(path: string): void {
    const text = cleanLine(path).slice(0, LONGEST.tag);
    if (text && !this.draft.tags.includes(text) && this.draft.tags.length < MOST.tags)
      this.draft.tags.push(text);
  }

  /** Several tags with commas between. */
  tags(list: string): void {
    for (const tag of list.split(/[,;，；、]/)) this.tag(tag);
  }

  note(text: string): void {
    const plain = text.replace(/\r\n?/g, '\n').trim();
    if (plain) this.notes.push(plain);
  }

  /** Leaves a value out, and says so. */
  hold(reason: HeldReason, what: string, text: string): void {
    this.heldBack.push({
      where: what ? `${this.where} ${what}` : this.where,
      reason,
      text: text.slice(0, 200),
    });
  }

  /** The draft; null when there is neither a name, a company nor an address. */
  build(): ImportDraft | null {
    const { draft } = this;
    const company = draft.facts.find((one) => one.field === 'company')?.value;
    const name = draft.name || this.joined() || company || draft.points[0]?.value || '';
    const note = this.notes.join('\n\n');
    if (!name) return null;
    if (note.length > LONGEST.note) this.hold('imports.held_long', 'note', note);
    return {
      ...draft,
      name: name.slice(0, LONGEST.name),
      ...(note && note.length <= LONGEST.note ? { note } : {}),
    };
  }

  /** Chinese, Japanese and Korean names stand family name first and without a space. */
  private joined(): string {
    const { prefix = '', given = '', middle = '', family = '', suffix = '' } = this.parts;
    if (CJK.test(family + given)) return `${family}${middle}${given}`;
    return [prefix, given, middle, family, suffix].filter((part) => part !== '').join(' ');
  }
}
