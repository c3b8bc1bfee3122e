import type { PointKind } from '@/lib/crm/contacts';
import type { Row } from './csv';
import type { DraftBuilder } from './draft-builder';

/** Several values of one label stand in one cell. */
const BETWEEN = /\s*:::\s*/;
const NUMBERED = /^(.+?) (\d+) - (.+)$/;
const PLAIN: Readonly<Record<string, (text: string, into: DraftBuilder) => void>> = {
  name: (text, into) => into.name(text),
  'name prefix': (text, into) => into.namePart('prefix', text),
  'first name': (text, into) => into.namePart('given', text),
  'given name': (text, into) => into.namePart('given', text),
  'middle name': (text, into) => into.namePart('middle', text),
  'additional name': (text, into) => into.namePart('middle', text),
  'last name': (text, into) => into.namePart('family', text),
  'family name': (text, into) => into.namePart('family', text),
  'name suffix': (text, into) => into.namePart('suffix', text),
  nickname: (text, into) => into.fact('nickname', text),
  birthday: (text, into) => into.date('birthday', yearless(text)),
  notes: (text, into) => into.note(text),
  'organization name': (text, into) => into.fact('company', text),
  'organization title': (text, into) => into.fact('title', text),
  'organization department': (text, into) => into.fact('department', text),
  'group membership': groups,
  labels: groups,
};
const SERVICES: Readonly<Record<string, PointKind>> = {
  wechat: 'wechat',
  qq: 'qq',
  line: 'line',
  whatsapp: 'whatsapp',
};

/** ` --03-09` is a birthday of which the year is unknown. */
function yearless(text: string): string {
  const [, month, day] = /^\s*--(\d\d)-(\d\d)$/.exec(text) ?? [];
  return month ? `${Number(month)}月${Number(day)}日` : text;
}

/** Google's contacts, by the current header (`Labels`, `E-mail 1 - Label`) and the older one (`E-mail 1 - Type`). */
export function isGoogle(header: readonly string[]): boolean {
  return header.some((name) => /^(?:E-mail|Phone) 1 - Value$/.test(name));
}

export function readGoogleRow(row: Row, into: DraftBuilder): void {
  const numbered = new Map<string, Record<string, string>>();
  for (const [column, name] of row.header.entries()) {
    const plain = PLAIN[name.toLowerCase()];
    const [, family = '', number = '', part = ''] = NUMBERED.exec(name) ?? [];
    if (plain) {
      const text = row.take(column);
      if (text) plain(text, into);
    } else if (TAKERS[family.toLowerCase()]) {
      const key = `${family.toLowerCase()} ${number}`;
      numbered.set(key, { ...numbered.get(key), [part.toLowerCase()]: row.take(column) });
    }
  }
  for (const [key, parts] of numbered) {
    const label = (parts.label ?? parts.type ?? '').replace(/^\*\s*/, '');
    TAKERS[key.slice(0, key.lastIndexOf(' '))]?.(parts, label, into);
  }
}

type Taker = (parts: Record<string, string>, label: string, into: DraftBuilder) => void;

const point =
  (kind: PointKind): Taker =>
  ({ value = '' }, label, into) => {
    for (const one of value.split(BETWEEN)) into.point(kind, one, label);
  };

const TAKERS: Readonly<Record<string, Taker>> = {
  'e-mail': point('email'),
  phone: point('phone'),
  website: ({ value = '' }, label, into) => {
    for (const one of value.split(BETWEEN)) if (one) into.page(one, label);
  },
  address: ({ formatted = '', ...parts }, label, into) => {
    const { street = '', city = '', region = '', 'postal code': code = '', country = '' } = parts;
    const built = [street, `${code} ${city}`.trim(), region, country].filter(Boolean).join(', ');
    for (const one of (formatted || built).split(BETWEEN))
      into.point('postal', one.replace(/\s*\n\s*/g, ', '), label);
  },
  organization: ({ name = '', title = '', department = '' }, _label, into) => {
    into.fact('company', name);
    into.fact('title', title);
    into.fact('department', department);
  },
  event: ({ value = '' }, label, into) =>
    into.date(
      /anniversary/i.test(label) ? 'anniversary' : 'other',
      value,
      /anniversary/i.test(label) ? '' : label,
    ),
  im: ({ value = '', service = '' }, label, into) => {
    const name = (service || label).toLowerCase();
    if (value) into.point(SERVICES[name] ?? 'handle', SERVICES[name] ? value : `${name}:${value}`);
  },
  relation: ({ value = '' }, label, into) => into.fact(label || 'relation', value),
  'custom field': ({ value = '' }, label, into) => into.fact(label || 'custom', value),
};

/** `* myContacts` is everybody: no tag. */
function groups(text: string, into: DraftBuilder): void {
  for (const one of text.split(BETWEEN)) {
    const name = one.replace(/^\*\s*/, '');
    if (!/^my ?contacts$/i.test(name)) into.tag(name);
  }
}
