import type { PointKind } from '@/lib/crm/contacts';
import type { DraftBuilder } from './draft-builder';

/** One property of a card, as ical.js read it. */
export interface Property {
  /** In small letters. */
  name: string;
  /** `item1` of `item1.EMAIL`, else empty. */
  group: string;
  parameters: Record<string, unknown>;
  types: string[];
  texts: string[];
  /** The parts of a structured value such as N, ADR, ORG. */
  parts: string[];
}

/** Needed by the file, not by the reader. */
const SILENT = new Set([
  'version',
  'prodid',
  'rev',
  'uid',
  'source',
  'kind',
  'profile',
  'sort-string',
  'x-ablabel',
  'x-abadr',
  'x-abuid',
  'class',
  'mailer',
]);
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
  const { name, texts, parts } = property;
  const text = texts.join(', ');
  const label = labelOf(property, all);
  const kind = POINTS[name];
  const field = FACTS[name];
  if (SILENT.has(name)) return true;
  if (kind) into.point(kind, text.replace(/^(?:tel|mailto):/i, ''), label);
  else if (field) into.fact(field, text);
  else if (name === 'fn') into.name(text);
  else if (name === 'n') takeName(parts, into);
  else if (name === 'org') takeOrganisation(parts, into);
  else if (name === 'adr') into.point('postal', address(parts), label);
  else if (name === 'url') into.page(text, label);
  else if (name === 'note') into.note(text);
  else if (name === 'categories') into.tags(texts.join(','));
  else if (name === 'bday') into.date('birthday', dateText(property));
  else if (/^(?:x-(?:evolution-|kaddressbook-)?)?anniversary$/.test(name))
    into.date('anniversary', dateText(property));
  else if (name === 'x-abdate')
    into.date(/anniversary/i.test(label) ? 'anniversary' : 'other', dateText(property), label);
  else if (name === 'x-socialprofile')
    into.page(/^https?:/i.test(text) ? text : `${property.types[0] ?? ''}:${text}`);
  else if (name === 'impp' || name === 'x-jabber' || name === 'x-skype' || name === 'x-skype-username')
    takeMessenger(property, into);
  else return false;
  return true;
}

function takeName(
  [family = '', given = '', middle = '', prefix = '', suffix = '']: string[],
  into: DraftBuilder,
): void {
  into.namePart('family', family);
  into.namePart('given', given);
  into.namePart('middle', middle);
  into.namePart('prefix', prefix);
  into.namePart('suffix', suffix);
}

function takeOrganisation([company = '', ...units]: string[], into: DraftBuilder): void {
  into.fact('company', company);
  for (const unit of units) into.fact('department', unit);
}

/** `aim:name`, `x-apple:name`, or a plain name with the service beside it. */
function takeMessenger({ name, parameters, texts, types }: Property, into: DraftBuilder): void {
  const [, scheme = '', address = ''] = /^(?:([a-z][\w+.-]*):)?(.*)$/is.exec(texts.join(', ')) ?? [];
  const told = String(parameters['x-service-type'] ?? '') || (/^x-apple$/i.test(scheme) ? '' : scheme);
  const service = (told || name.replace(/^x-|-username$/g, '') || types[0] || '').toLowerCase();
  const kind = SERVICES[service];
  into.point(kind ?? 'handle', kind ? address : `${service}:${address}`);
}

/** Street first, as it is written on a letter; empty parts are left out. */
function address([
  box = '',
  extended = '',
  street = '',
  city = '',
  region = '',
  code = '',
  country = '',
]: string[]): string {
  const parts = [street, extended, box, [code, city].filter(Boolean).join(' '), region, country];
  return parts
    .filter((part) => part !== '')
    .join(', ')
    .replace(/\s*\n\s*/g, ', ');
}

/** Home, work, or the label that Apple and Google keep in a line of its own. */
function labelOf({ group, types }: Property, all: Property[]): string {
  const own = group && all.find((one) => one.name === 'x-ablabel' && one.group === group)?.texts[0];
  if (own) return own.replace(/^_\$!<(.*)>!\$_$/, '$1');
  return types.filter((type) => !GENERIC.has(type)).join(', ');
}

/** A date of vCard in a form that everybody reads; a year that the card says to leave out is left out. */
function dateText({ parameters, texts }: Property): string {
  const text = texts[0] ?? '';
  const [, year = '', month = '', day = ''] = /^(\d{4}|--)-?(\d{2})-?(\d{2})(?:T.*)?$/.exec(text) ?? [];
  if (!month) return text;
  const unknown = year === '--' || year === parameters['x-apple-omit-year'] || year === '1604';
  // Chinese says which figure is the month.
  return unknown ? `${Number(month)}月${Number(day)}日` : `${year}-${month}-${day}`;
}
