import type { PartialDate } from '@/lib/crm/calendar';
import type { PointKind } from '@/lib/crm/contacts';
import { dateLabel } from './date-label';
import type { Kept } from './file-contacts';
import { ICAL } from './ical';
import {
  addressPartsOf,
  addressValue,
  CJK,
  escaped,
  joinedAddress,
  joinedName,
  nameValue,
} from './name-parts';
import { isoDate, type LunarText, type PersonOut, plainDate, yearlessDate } from './person-out';
import { writeLine } from './vcard-head';
import { namePartsIn, partsIn } from './vcard-parts';

export type CardVersion = '4.0' | '3.0';

const POINTS: Readonly<Partial<Record<PointKind, string>>> = {
  email: 'EMAIL',
  phone: 'TEL',
  whatsapp: 'X-WHATSAPP',
  wechat: 'X-WECHAT',
  qq: 'X-QQ',
  line: 'X-LINE',
  handle: 'IMPP',
  url: 'URL',
};
const FACTS: Readonly<Record<string, string>> = {
  title: 'TITLE',
  role: 'ROLE',
  nickname: 'NICKNAME',
  sex: 'X-GENDER',
  language: 'LANG',
  spouse: 'X-SPOUSE',
  manager: 'X-MANAGER',
  assistant: 'X-ASSISTANT',
};
/** Types that every program knows, by the label that people use. */
const TYPES: Readonly<Record<string, string>> = {
  home: 'home',
  work: 'work',
  mobile: 'cell',
  cell: 'cell',
  fax: 'fax',
  pager: 'pager',
};
/** Labels that stand as they are: other programs read them from the same place. */
const PLAIN_LABEL = /^(?:home|work|cell|fax|pager)(?:, (?:home|work|cell|fax|pager))*$/;
const NEWLINES = /\r\n?/g;

/**
 * One card. Whatever was kept of an earlier card goes out as it came in; fields that no card has go out under names of our own, which
 * other programs pass over.
 */
export function writeVcard(person: PersonOut, version: CardVersion, lunar: LunarText): string {
  const card = new CardWriter(person, version, lunar);
  return card.text();
}

class CardWriter {
  private readonly lines: string[] = [];
  private readonly used: Set<string>;
  private group = 0;

  constructor(
    private readonly person: PersonOut,
    private readonly version: CardVersion,
    private readonly lunar: LunarText,
  ) {
    this.used = new Set(person.kept.flatMap(({ group }) => (group ? [group.toLowerCase()] : [])));
  }

  text(): string {
    const { person } = this;
    const cards = person.kept.filter(({ params }) => params !== undefined);
    this.name(cards);
    for (const point of person.points) this.point(point, cards);
    this.facts();
    this.dates();
    if (person.tags.length > 0) this.line('CATEGORIES', person.tags.map(escaped).join(','));
    if (person.notes.length > 0)
      this.line('NOTE', escaped(person.notes.join('\n\n').replace(NEWLINES, '\n')));
    if (person.photo) this.photo(person.photo);
    for (const one of cards) if (!/^(?:N|ADR|VERSION|BEGIN|END)$/.test(one.name)) this.back(one);
    const all = ['BEGIN:VCARD', `VERSION:${this.version}`, ...this.lines, 'END:VCARD'];
    return `${all.map((line) => ICAL.helpers.foldline(line)).join('\r\n')}\r\n`;
  }

  /** The parts that an earlier file gave, as long as they still say this name; version 3.0 wants some. */
  private name(cards: Kept[]): void {
    const { name } = this.person;
    this.line('FN', escaped(name));
    const kept = cards.find((one) => one.name === 'N' && joinedName(namePartsIn(one.value)) === name);
    if (kept) this.back(kept);
    else if (this.version === '3.0') this.line('N', nameValue(guessedParts(name)));
  }

  private point({ kind, value, label = '' }: PersonOut['points'][number], cards: Kept[]): void {
    if (kind !== 'postal') {
      // An address of the web or of a service is no text: nothing in it is escaped.
      const isAddress = kind === 'handle' || kind === 'url';
      this.labelled(POINTS[kind] ?? `X-${kind.toUpperCase()}`, isAddress ? value : escaped(value), label);
      return;
    }
    const kept = cards.find(
      (one) => one.name === 'ADR' && joinedAddress(addressPartsOf(partsIn(one.value))) === value,
    );
    this.labelled('ADR', kept ? kept.value : addressValue({ street: value }), label);
  }

  private facts(): void {
    const { facts } = this.person;
    const of = (field: string) => facts.filter((fact) => fact.field === field).map(({ value }) => value);
    const [companies, units] = [of('company'), of('department')];
    for (const [at, company] of companies.entries())
      this.line('ORG', [company, ...(at === 0 ? units : [])].map(escaped).join(';'));
    if (companies.length === 0) for (const unit of units) this.line('X-DEPARTMENT', escaped(unit));
    for (const { field, value } of facts) {
      if (field === 'company' || field === 'department') continue;
      // A language is a code in a card; one that people wrote as a word is not.
      const own =
        field === 'language' && !/^[a-z]{2,3}(?:-\w{2,8})*$/i.test(value) ? undefined : FACTS[field];
      if (own) this.line(own, escaped(value));
      else this.grouped('X-SIDELIGHT-FACT', {}, escaped(value), field);
    }
  }

  private dates(): void {
    const birthday = this.person.dates.find(({ kind, label }) => kind === 'birthday' && !label);
    for (const one of this.person.dates) {
      const { params, value } = this.dateValue(one.date);
      if (one === birthday) this.line('BDAY', value, params);
      else if (one.kind === 'anniversary' && !one.label)
        this.line(this.version === '4.0' ? 'ANNIVERSARY' : 'X-ANNIVERSARY', value, params);
      else this.grouped('X-ABDATE', params, value, dateLabel(one.kind, one.label));
    }
  }

  private dateValue(date: PartialDate): { params: Record<string, string[]>; value: string } {
    const whole = isoDate(date);
    if (whole) return { params: {}, value: this.version === '4.0' ? whole.replaceAll('-', '') : whole };
    const yearless = yearlessDate(date);
    if (yearless && this.version === '4.0') return { params: {}, value: `--${yearless.replace('-', '')}` };
    // As the programs of Apple write it, and others read it.
    if (yearless) return { params: { 'X-APPLE-OMIT-YEAR': ['1604'] }, value: `1604-${yearless}` };
    return { params: { VALUE: ['text'] }, value: escaped(plainDate(date, this.lunar)) };
  }

  private photo({ type, base64 }: NonNullable<PersonOut['photo']>): void {
    if (this.version === '4.0') this.line('PHOTO', `data:${type};base64,${base64}`);
    else this.line('PHOTO', base64, { ENCODING: ['b'], TYPE: [type.slice('image/'.length).toUpperCase()] });
  }

  private labelled(name: string, value: string, label: string): void {
    // The type of an address of a service names the service in many programs.
    if (PLAIN_LABEL.test(label) && name !== 'IMPP') this.line(name, value, { TYPE: label.split(', ') });
    else if (!label) this.line(name, value);
    else {
      const type = TYPES[label.toLowerCase()];
      this.grouped(name, type ? { TYPE: [type] } : {}, value, label);
    }
  }

  /** A line with its label in another one of the same group, as most programs read and write labels of their own. */
  private grouped(name: string, params: Record<string, string[]>, value: string, label: string): void {
    do this.group += 1;
    while (this.used.has(`item${this.group}`));
    const group = `item${this.group}`;
    this.lines.push(writeLine({ group, name, params }, value));
    if (label) this.lines.push(writeLine({ group, name: 'X-ABLabel', params: {} }, escaped(label)));
  }

  private line(name: string, value: string, params: Record<string, string[]> = {}): void {
    this.lines.push(writeLine({ group: '', name, params }, value));
  }

  private back({ group = '', name, params = {}, value }: Kept): void {
    this.lines.push(writeLine({ group, name, params }, value));
  }
}

/** The last word of a name in Latin letters is taken for the family name; no name of another script is cut. */
function guessedParts(name: string): { given: string; family: string } {
  const at = CJK.test(name) ? -1 : name.lastIndexOf(' ');
  return at < 0 ? { given: name, family: '' } : { given: name.slice(0, at), family: name.slice(at + 1) };
}
