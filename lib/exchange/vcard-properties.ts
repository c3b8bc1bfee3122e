import type { ContactDate, PointKind } from '@/lib/crm/contacts';
import { dateOfLabel } from './date-label';
import type { DraftBuilder } from './draft-builder';
import type { NamePart } from './mapping';
import { addressPartsOf, joinedAddress, namePartsOf } from './name-parts';
import type { Head } from './vcard-head';

/** One property of a card, as ical.js read it. */
export interface Property {
  /** In small letters. */
  name: string;
  /** `item1` of `item1.EMAIL` in small letters, else empty. */
  group: string;
  /** As it stands in the file. */
  head: Head;
  raw: string;
  types: string[];
  texts: string[];
  /** The parts of a structured value such as N, ADR, ORG. */
  parts: string[];
  /** The same is said by another one that is taken, in another language. */
  alternative: boolean;
}

/** Needed by the file, not by the reader. */
const SILENT = new Set(['prodid', 'profile']);
/** Kept without a word: they say nothing of the person. */
const QUIET = new Set(
  'rev uid source kind sort-string x-abadr x-abuid x-abshowas x-addressbookserver-kind class mailer'.split(
    ' ',
  ),
);
/** Types that say nothing of the place. */
const GENERIC = new Set(['internet', 'pref', 'voice', 'text', 'other', 'x400']);
const POINTS: Readonly<Record<string, PointKind>> = {
  email: 'email',
  tel: 'phone',
  'x-wechat': 'wechat',
  'x-qq': 'qq',
  'x-line': 'line',
  'x-whatsapp': 'whatsapp',
};
const FACTS: Readonly<Record<string, string>> = {
  title: 'title',
  role: 'role',
  nickname: 'nickname',
  gender: 'sex',
  'x-gender': 'sex',
  lang: 'language',
  'x-department': 'department',
  'x-spouse': 'spouse',
  'x-evolution-spouse': 'spouse',
  'x-kaddressbook-x-spousesname': 'spouse',
  'x-manager': 'manager',
  'x-evolution-manager': 'manager',
  'x-kaddressbook-x-managersname': 'manager',
  'x-assistant': 'assistant',
  'x-evolution-assistant': 'assistant',
  'x-kaddressbook-x-assistantsname': 'assistant',
};
const SERVICES: Readonly<Record<string, PointKind>> = {
  wechat: 'wechat',
  weixin: 'wechat',
  qq: 'qq',
  line: 'line',
  whatsapp: 'whatsapp',
};

/** Puts a property where it belongs; false when there is no field for it. */
export function take(property: Property, all: Property[], into: DraftBuilder): boolean {
  const { name, texts, parts, head } = property;
  const text = texts.join(', ');
  const label = labelOf(property, all);
  const kind = POINTS[name];
  const field = FACTS[name];
  if (QUIET.has(name)) {
    keep(property, all, into);
    if (name === 'uid' && text.trim()) into.external(`uid:${text.replace(/^urn:uuid:/i, '').trim()}`);
  } else if (SILENT.has(name) || name === 'x-ablabel') return true;
  else if (kind) into.point(kind, text.replace(/^(?:tel|mailto):/i, '').replace(/;ext=/i, ' ext. '), label);
  else if (field) into.fact(field, text);
  else if (name === 'fn') into.name(text);
  else if (name === 'n') takeName(property, all, into);
  else if (name === 'org') takeOrganisation(parts, into);
  else if (name === 'adr') takeAddress(property, all, into);
  else if (name === 'label') {
    if (all.some((one) => one.name === 'adr')) return false;
    into.point('postal', text.replace(/\s*[\r\n]+\s*/g, ', '), label);
  } else if (name === 'url') into.page(unescaped(text), label);
  else if (name === 'note') into.note(text);
  else if (name === 'categories') for (const one of texts) into.tag(one);
  else if (name === 'bday') takeDate('birthday', '', property, all, into);
  else if (/^(?:x-(?:evolution-|kaddressbook-|ms-)?)?anniversary$/.test(name))
    takeDate('anniversary', '', property, all, into);
  else if (name === 'x-sidelight-fact') into.fact(label || 'relation', text);
  else if (name === 'x-abdate' && isNamedDate(label)) {
    const named = dateOfLabel(label)!;
    takeDate(named.kind, named.label, property, all, into);
  } else if (name === 'x-abdate')
    takeDate(/anniversary/i.test(label) ? 'anniversary' : 'other', label, property, all, into);
  else if (name === 'x-abrelatednames') into.fact(label.toLowerCase() || 'relation', text);
  else if (name === 'related') {
    if (/^[a-z][\w+.-]*:/i.test(text)) return false;
    into.fact(label.toLowerCase() || 'relation', text);
  } else if (name === 'x-socialprofile') {
    const page = unescaped(text);
    into.page(/^https?:/i.test(page) ? page : `${property.types[0] ?? ''}:${page}`);
  } else if (name === 'impp' || name === 'x-jabber' || name === 'x-skype' || name === 'x-skype-username')
    takeMessenger(property, all, into);
  else return false;
  if (head.params['SORT-AS'] && name !== 'n') keep(property, all, into);
  return true;
}

/** Keeps a property as its file has it, with the label that stands in a line of its own. */
export function keep({ head, raw, group }: Property, all: Property[], into: DraftBuilder): void {
  const grouped = head.group ? { group: head.group } : {};
  into.keep({ name: head.name, ...grouped, params: head.params, value: raw });
  const label =
    group && head.name !== 'X-ABLABEL' && all.find((one) => one.name === 'x-ablabel' && one.group === group);
  if (label) into.keep({ name: label.head.name, ...grouped, params: label.head.params, value: label.raw });
}

/** The parts are kept: the whole name alone does not tell which word is which. */
function takeName(property: Property, all: Property[], into: DraftBuilder): void {
  if (property.parts.every((part) => part === '')) return;
  for (const [part, text] of Object.entries(namePartsOf(property.parts)))
    into.namePart(part as NamePart, text);
  keep(property, all, into);
}

function takeAddress(property: Property, all: Property[], into: DraftBuilder): void {
  if (property.parts.every((part) => part === '')) return;
  into.point('postal', joinedAddress(addressPartsOf(property.parts)), labelOf(property, all));
  keep(property, all, into);
}

/** A date that cannot be read is held back and kept as the file has it. */
function takeDate(
  kind: ContactDate['kind'],
  label: string,
  property: Property,
  all: Property[],
  into: DraftBuilder,
): void {
  if (!into.date(kind, dateText(property), label)) keep(property, all, into);
}

/** A date that we wrote: programs of Apple name an anniversary by its label alone, and it stays its label. */
function isNamedDate(label: string): boolean {
  const named = dateOfLabel(label);
  return named !== null && (named.kind !== 'anniversary' || named.label !== '');
}

function unescaped(text: string): string {
  return text.replace(/\\([:;,])/g, '$1');
}

function takeOrganisation([company = '', ...units]: string[], into: DraftBuilder): void {
  into.fact('company', company);
  for (const unit of units) into.fact('department', unit);
}

/** `aim:name`, `x-apple:name`, or a plain name with the service beside it. */
function takeMessenger(property: Property, all: Property[], into: DraftBuilder): void {
  const { name, head, texts, types } = property;
  const [, scheme = '', address = ''] =
    /^(?:([a-z][\w+.-]*):)?(.*)$/is.exec(unescaped(texts.join(', '))) ?? [];
  const told = (head.params['X-SERVICE-TYPE']?.[0] ?? '') || (/^x-apple$/i.test(scheme) ? '' : scheme);
  const service = (told || name.replace(/^x-|-username$/g, '') || types[0] || '').toLowerCase();
  const kind = SERVICES[service];
  into.point(kind ?? 'handle', kind ? address : `${service}:${address}`, ownLabel(property, all));
}

/** Home, work, or the label that Apple and Google keep in a line of its own. */
function labelOf({ group, types }: Property, all: Property[]): string {
  const own = ownLabel({ group }, all);
  if (own) return own;
  return types.filter((type) => !GENERIC.has(type)).join(', ');
}

/** The label in a line of its own. */
function ownLabel({ group }: Pick<Property, 'group'>, all: Property[]): string {
  const own = group && all.find((one) => one.name === 'x-ablabel' && one.group === group)?.texts[0];
  return own ? own.replace(/^_\$!<(.*)>!\$_$/, '$1') : '';
}

/** A date of vCard in a form that everybody reads; a year that the card says to leave out is left out. */
function dateText({ head, texts }: Property): string {
  const text = texts[0] ?? '';
  const [, year = '', month = '', day = ''] = /^(\d{4}|--)-?(\d{2})-?(\d{2})(?:T.*)?$/.exec(text) ?? [];
  if (!month) return text;
  const unknown = year === '--' || year === head.params['X-APPLE-OMIT-YEAR']?.[0] || year === '1604';
  // Chinese says which figure is the month.
  return unknown ? `${Number(month)}月${Number(day)}日` : `${year}-${month}-${day}`;
}
