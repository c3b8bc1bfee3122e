import type { ImportDraft } from '@/lib/api/views';
import { sameDate } from '@/lib/crm/calendar';
import type { Channel, PointKind } from '@/lib/crm/contacts';
import { cutText } from '@/lib/crm/whole-text';
import { cleanLine } from './clean';
import { parseDateText } from './date-text';
import type { FileActivity, FileCase, FileCompany, FileDeal, FileDraft, Kept, Photo } from './file-contacts';
import type { HeldBack, HeldReason } from './file-error';
import type { DateOrder, NamePart } from './mapping';
import { dateInOrder } from './moment';
import { joinedName, nameValue } from './name-parts';
import { normalizePoint } from './points';

type DateKind = ImportDraft['dates'][number]['kind'];

/** What a field may hold, as the contract takes it. */
const LONGEST = {
  name: 300,
  point: 500,
  label: 80,
  field: 60,
  fact: 4000,
  tag: 300,
  note: 100_000,
  kept: 20_000,
  property: 200,
  group: 80,
  param: 2000,
  external: 300,
  where: 200,
};
const MOST = { points: 100, facts: 200, dates: 50, tags: 100, kept: 300, external: 20, params: 50 };

/** `1.38E+10`: the number of a telephone as a spreadsheet program writes one that is too wide for its column. */
const SHORTENED = /^[+-]?\d(?:[.,]\d+)?E\+?\d+$/i;

/** Collects what a card or a row says of one person. What cannot be taken is held back with its reason. */
export class DraftBuilder {
  readonly heldBack: HeldBack[] = [];
  private readonly draft: FileDraft;
  private readonly parts: Partial<Record<NamePart, string>> = {};
  private readonly keys = new Set<string>();
  private readonly notes: string[] = [];

  /** @param where line or row of the file, from 1 */
  constructor(
    readonly where: string,
    private readonly language: 'en' | 'zh-Hans',
  ) {
    this.draft = { where, name: '', points: [], facts: [], dates: [], tags: [] };
  }

  /** The whole name as the file gives it: it wins over the parts. */
  name(text: string): void {
    this.draft.name ||= cleanLine(text);
  }

  /** Whether the file has given the parts of the name so far, and this is none of them. */
  isApartFrom(text: string): boolean {
    const { given = '', family = '' } = this.parts;
    return given + family !== '' && !(family && text.includes(family)) && !(given && text.includes(given));
  }

  /** Whether a name or an address was given. */
  isNamed(): boolean {
    return this.draft.name !== '' || joinedName(this.parts) !== '' || this.draft.points.length > 0;
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
    if (SHORTENED.test(text)) {
      this.hold('imports.held_digits', kind, text);
      return;
    }
    const normal = normalizePoint(kind, text);
    const key = 'error' in normal ? `${kind}|${text}` : normal.key;
    if (this.keys.has(key) || this.full('points', kind, text)) return;
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
    if (known || this.full('facts', field, text)) return;
    this.draft.facts.push({ field: cleanLine(field).slice(0, LONGEST.field) || '?', value: text });
  }

  /**
   * A yearly date as text. One that may be read in two ways is not guessed, unless the order is known.
   * @returns whether the draft has it now
   */
  date(kind: DateKind, text: string, label = '', order?: DateOrder): boolean {
    const plain = cleanLine(text);
    if (!plain || NO_DATE.test(plain)) return true;
    if (kind === 'birthday' && /^\d{4}$/.test(plain)) {
      this.fact('birth year', plain);
      return true;
    }
    // A time of midnight behind the day says nothing.
    const day = dateInOrder(plain, order).replace(/[T ]0?0:00(?::00)?(?:\.0+)?Z?$/, '');
    const read = parseDateText(day, this.language);
    if (!read) this.hold('imports.held_date', kind, plain);
    else if (read.ambiguous.length > 0) this.hold('imports.held_date_order', kind, plain);
    else {
      const cut = cleanLine(label).slice(0, LONGEST.label);
      const isKnown = this.draft.dates.some(
        (one) => one.kind === kind && (one.label ?? '') === cut && sameDate(one.date, read.date),
      );
      if (isKnown) return true;
      if (this.full('dates', kind, plain)) return false;
      this.draft.dates.push({ kind, date: read.date, ...(cut ? { label: cut } : {}) });
      return true;
    }
    return false;
  }

  /** What has no field, word for word. */
  keep(kept: Kept): void {
    if (isTooLong(kept)) {
      this.hold('imports.held_long', kept.name, kept.value);
      return;
    }
    this.draft.kept ??= [];
    if (this.draft.kept.length < MOST.kept) this.draft.kept.push(kept);
    else this.hold('imports.held_many', kept.name, kept.value);
  }

  photo(photo: Photo): void {
    this.draft.photo ??= photo;
  }

  /** What another program calls this person; it is the same in each of its files. */
  external(name: string): void {
    const text = cleanLine(name);
    if (text.length > LONGEST.external) {
      this.hold('imports.held_long', '', text);
      return;
    }
    this.draft.external ??= [];
    if (!this.draft.external.includes(text) && this.draft.external.length < MOST.external)
      this.draft.external.push(text);
  }

  refuses(channel: Channel): void {
    this.draft.refuses = [...new Set([...(this.draft.refuses ?? []), channel])];
  }

  activity(activity: FileActivity): void {
    this.draft.activities ??= [];
    this.draft.activities.push(activity);
  }

  case(one: FileCase): void {
    this.draft.cases ??= [];
    this.draft.cases.push(one);
  }

  deal(one: FileDeal): void {
    this.draft.deals ??= [];
    this.draft.deals.push(one);
  }

  tag(path: string): void {
    const text = cleanLine(path).slice(0, LONGEST.tag);
    if (text && !this.draft.tags.includes(text) && !this.full('tags', 'tag', text))
      this.draft.tags.push(text);
  }

  note(text: string): void {
    const plain = text.replace(/\r\n?/g, '\n').trim();
    if (plain) this.notes.push(plain);
  }

  /** Leaves a value out, and says so. @param text what it said; '' where that tells nobody anything: then it is said whose it was */
  hold(reason: HeldReason, what: string, text: string): void {
    this.heldBack.push({
      where: cutText(what ? `${this.where} ${what}` : this.where, LONGEST.where),
      reason,
      text: cutText(text, 200),
    });
  }

  /** The draft; null when there is neither a name, a company nor an address. */
  build(): FileDraft | null {
    const { draft, parts } = this;
    const company = draft.facts.find((one) => one.field === 'company')?.value;
    const name = draft.name || joinedName(parts) || company || draft.points[0]?.value || '';
    const note = this.notes.join('\n\n');
    if (!name) return null;
    for (const one of this.heldBack) one.text ||= cutText(name, 200);
    if (note.length > LONGEST.note) this.hold('imports.held_long', 'note', note);
    if (Object.values(parts).some(Boolean) && !draft.kept?.some((one) => one.name === 'N'))
      this.keep({ name: 'N', params: {}, value: nameValue(parts) });
    return {
      ...draft,
      name: name.slice(0, LONGEST.name),
      ...(note && note.length <= LONGEST.note ? { note } : {}),
    };
  }

  /** The same as a company: dates have no place there, and are kept. */
  buildCompany(): FileCompany | null {
    const draft = this.build();
    if (!draft) return null;
    const { where, name, points, facts, tags, note, kept, external } = draft;
    const own = facts.filter((fact) => fact.field !== 'company' || fact.value !== name);
    return {
      where,
      name,
      points,
      facts: own,
      tags,
      ...(note ? { note } : {}),
      ...(kept ? { kept } : {}),
      ...(external ? { external } : {}),
    };
  }

  private full(list: 'points' | 'facts' | 'dates' | 'tags', what: string, text: string): boolean {
    if (this.draft[list].length < MOST[list]) return false;
    this.hold('imports.held_many', what, text);
    return true;
  }
}

function isTooLong({ name, group = '', params = {}, value }: Kept): boolean {
  const own = Object.entries(params);
  return (
    value.length + JSON.stringify(params).length > LONGEST.kept ||
    name.length > LONGEST.property ||
    group.length > LONGEST.group ||
    own.some(
      ([param, values]) =>
        param.length > LONGEST.label ||
        values.length > MOST.params ||
        values.some((one) => one.length > LONGEST.param),
    )
  );
}

/** `0/0/00` is how Outlook says that there is no date. */
const NO_DATE = /^(?:0{1,2}[-/.]0{1,2}[-/.]0{2,4}|0000-00-00)$/;
