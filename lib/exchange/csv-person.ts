import type { PointKind } from '@/lib/crm/contacts';
import { dateOfLabel } from './date-label';
import type { DraftBuilder } from './draft-builder';
import type { Mapping, Meaning } from './mapping';
import { birthdayOf } from './moment';
import { type AddressParts, addressValue, joinedAddress } from './name-parts';
import type { Row } from './row';

/** Google puts several values of one label into a cell. */
const BETWEEN = /(?:^|\s+):::(?:\s+|$)/;
/** What programs fill in where nobody said anything. */
const DEFAULT = /^(?:smtp|ex|normal|false|unspecified|普通|一般|否|假|未指定|标准|標準)$/i;
const SERVICES: Readonly<Record<string, PointKind>> = {
  wechat: 'wechat',
  qq: 'qq',
  line: 'line',
  whatsapp: 'whatsapp',
};

/** Puts each column of a row where the mapping says that it belongs. */
export function readPersonRow({ columns }: Mapping, row: Row, into: DraftBuilder): void {
  const addresses = new Map<string, { parts: AddressParts; label: string }>();
  const born = new Map<string, Record<string, string>>();
  const late: [number, Meaning][] = [];
  for (const [column, meaning] of columns.entries()) {
    // What is said of an event is read with the event.
    if (!meaning || ['whom', 'whomIds', 'event'].includes(meaning.is)) continue;
    if (meaning.is === 'name' && meaning.doubtful) late.push([column, meaning]);
    else if (meaning.is === 'address') {
      const text = row.take(column);
      if (!text) continue;
      const one = addresses.get(meaning.place) ?? { parts: {}, label: labelIn(meaning, row) };
      const before = one.parts[meaning.part];
      addresses.set(meaning.place, {
        ...one,
        parts: { ...one.parts, [meaning.part]: before ? `${before}, ${text}` : text },
      });
    } else if (meaning.is === 'dateOf') {
      const parts = born.get(meaning.kind) ?? {};
      born.set(meaning.kind, { ...parts, [meaning.part]: row.take(column) });
    } else take(column, meaning, row, into);
  }
  for (const [column] of late) {
    const text = row.take(column);
    if (text && into.isApartFrom(text)) into.namePart('suffix', text);
    else into.name(text);
  }
  for (const [kind, { year = '', month = '', day = '' }] of born)
    into.date(kind as 'birthday' | 'anniversary', birthdayOf(year, month, day));
  for (const { parts, label } of addresses.values()) takeAddress(parts, label, into);
}

function take(column: number, meaning: Meaning, row: Row, into: DraftBuilder): void {
  const text = row.take(column);
  if (!text) return;
  const label = labelIn(meaning, row);
  switch (meaning.is) {
    case 'name':
      into.name(text);
      return;
    case 'part':
      into.namePart(meaning.part, text);
      return;
    case 'point':
      for (const one of several(meaning.kind, text)) into.point(meaning.kind, one, label);
      return;
    case 'page':
      for (const one of text.split(BETWEEN)) into.page(one, label);
      return;
    case 'messenger':
      for (const one of text.split(BETWEEN)) {
        const service = meaning.serviceAt === undefined ? '' : row.peek(meaning.serviceAt);
        messenger(one, service || label, service ? label : '', into);
      }
      return;
    case 'fact':
      if (meaning.field !== 'sex' || !DEFAULT.test(text))
        into.fact(
          meaning.field === 'relation' ? label.toLowerCase() || 'relation' : label || meaning.field,
          text,
        );
      return;
    case 'date': {
      const named = meaning.kind === 'other' ? dateOfLabel(label) : null;
      if (named) {
        if (!into.date(named.kind, text, named.label, meaning.order)) row.refuse(column);
        return;
      }
      const anniversary = /anniversary/i.test(label);
      const kind = meaning.kind === 'other' && anniversary ? 'anniversary' : meaning.kind;
      if (!into.date(kind, text, anniversary ? '' : label, meaning.order)) row.refuse(column);
      return;
    }
    case 'note':
      into.note(text);
      return;
    case 'tags':
      tags(text, into);
      return;
    case 'external':
      into.external(`${meaning.system}:${text}`);
      return;
    case 'refuses':
      if (/^(?:true|yes|1|是|ja)$/i.test(text)) into.refuses(meaning.channel);
      return;
    case 'silent':
      if (!DEFAULT.test(text)) row.giveBack(column);
      return;
    case 'label':
      return;
    default:
      row.giveBack(column);
  }
}

/** The label of the column, or what stands in the column beside; `*` marks Google's own choice. */
function labelIn(meaning: Meaning, row: Row): string {
  if (!('label' in meaning) && !('labelAt' in meaning)) return '';
  const beside = meaning.labelAt === undefined ? '' : row.peek(meaning.labelAt).replace(/^\*\s*/, '');
  return beside || (meaning.label ?? '');
}

/** Some programs put several addresses into one cell. */
function several(kind: PointKind, text: string): string[] {
  return kind === 'email' || kind === 'phone'
    ? text.split(/\s*(?:[;；、]|:::|,(?=\s*\S+@)|\n)\s*/)
    : text.split(BETWEEN);
}

function messenger(text: string, name: string, label: string, into: DraftBuilder): void {
  const service = name.toLowerCase();
  const kind = SERVICES[service];
  into.point(kind ?? 'handle', kind ? text : `${service || 'im'}:${text}`, label);
}

/** `* myContacts` is everybody: no tag. */
function tags(text: string, into: DraftBuilder): void {
  const list = text.split(text.includes(':::') ? BETWEEN : /[,;，；、]/);
  for (const one of list) {
    const name = one.replace(/^\s*\*\s*/, '');
    if (!/^my ?contacts$/i.test(name.trim())) into.tag(name);
  }
}

/** An address that the file also gives in one is taken so; its parts are kept for whoever writes it again. */
function takeAddress(parts: AddressParts, label: string, into: DraftBuilder): void {
  const { whole, ...structured } = parts;
  for (const one of (whole ?? joinedAddress(structured)).split(BETWEEN))
    into.point('postal', one.replace(/\s*[\r\n]+\s*/g, ', '), label);
  if (Object.values(structured).some(Boolean))
    into.keep({ name: 'ADR', params: label ? { TYPE: [label] } : {}, value: addressValue(structured) });
}
