import ICAL from 'ical.js';
import { DraftBuilder } from './draft-builder';
import type { FileContacts } from './file-contacts';
import type { HeldBack } from './file-error';
import { Tally } from './tally';
import { writeLine } from './vcard-head';
import { type Card, type CardLine, cardsOf } from './vcard-lines';
import { takeNested, takePicture } from './vcard-objects';
import { preferredFirst } from './vcard-order';
import { partsIn, tagsIn } from './vcard-parts';
import { keep, type Property, take } from './vcard-properties';

/**
 * Reads vCard 2.1, 3.0 and 4.0. A card or line that cannot be read is held back; the others are kept.
 * @param raw encoding of lines that name none, when the text is of `bytesAsText`
 */
export function readVcards(text: string, raw?: string): FileContacts {
  const { cards, stray } = cardsOf(text, raw);
  const result: FileContacts = { format: 'vcard', drafts: [], companies: [], heldBack: [], unmapped: [] };
  const unmapped = new Tally();
  for (const { line, text: content } of stray)
    result.heldBack.push({ where: String(line), reason: 'imports.held_line', text: content.slice(0, 200) });
  for (const card of cards) result.heldBack.push(...readCard(card, result, unmapped));
  result.unmapped = unmapped.list();
  return result;
}

function readCard(card: Card, result: FileContacts, unmapped: Tally): HeldBack[] {
  const builder = new DraftBuilder(String(card.line), 'en');
  const plain = card.lines.filter((line) => !takePicture(line, builder, unmapped));
  const properties = preferredFirst(propertiesOf(plain, card.version, builder));
  const kinds = properties.filter(({ name }) => KINDS.test(name)).map(({ texts }) => texts[0]?.toLowerCase());
  if (kinds.includes('group')) {
    builder.hold('imports.held_group', '', nameIn(properties));
    return builder.heldBack;
  }
  for (const property of properties) {
    if (property.alternative || !take(property, properties, builder)) {
      keep(property, properties, builder);
      unmapped.add(property.name.toUpperCase(), 1);
    }
  }
  for (const text of card.nested) takeNested(text, builder, unmapped);
  if (kinds.includes('org') || kinds.includes('company')) {
    const company = builder.buildCompany();
    if (company) result.companies.push(company);
    else builder.hold('imports.held_nobody', '', written(card));
  } else {
    const draft = builder.build();
    if (draft) result.drafts.push(draft);
    else builder.hold('imports.held_nobody', '', written(card));
  }
  return builder.heldBack;
}

/** What a card is about: vCard 4.0, Apple's groups, and Apple's mark of a company. */
const KINDS = /^(?:kind|x-addressbookserver-kind|x-abshowas)$/;

/** Properties of which the parts are asked for. */
const STRUCTURED = /^(?:n|adr|org)$/i;

function written({ lines }: Card): string {
  return lines
    .slice(0, 20)
    .map(({ head, value }) => (head ? `${head.name}:${value}` : value).slice(0, 100))
    .join(' ');
}

function propertiesOf(lines: CardLine[], version: string, builder: DraftBuilder): Property[] {
  const good = lines.filter(({ head, value }) => {
    if (!head) builder.hold('imports.held_line', '', value);
    return head !== null;
  });
  const grammar = version.startsWith('4') ? '4.0' : '3.0';
  const whole = parse(good, grammar);
  if (whole) return whole;
  // One bad line would cost the whole card: each is tried alone.
  return good.flatMap((line) => {
    const one = parse([line], grammar);
    if (!one)
      builder.hold('imports.held_line', '', line.head ? writeLine(line.head, line.value) : line.value);
    return one ?? [];
  });
}

/** Null when ical.js cannot read it. Groups and parameters are read by ourselves: a writer gives them back as they were. */
function parse(lines: CardLine[], version: string): Property[] | null {
  try {
    const contents = lines.map(({ head, value }) => writeLine({ ...head!, group: '' }, value));
    const text = ['BEGIN:VCARD', `VERSION:${version}`, ...contents, 'END:VCARD'].join('\r\n');
    const [, all] = ICAL.parse(text) as [string, [string, Record<string, unknown>, string, ...unknown[]][]];
    const read = all.slice(1);
    if (read.length !== lines.length) return null;
    return read.map(([name, , type, ...values], index) => {
      const { head, value } = lines[index]!;
      return {
        name: name.toLowerCase(),
        group: head!.group.toLowerCase(),
        head: head!,
        raw: value,
        types: (head!.params.TYPE ?? []).flatMap((type) => type.toLowerCase().split(',')),
        texts:
          name === 'categories'
            ? tagsIn(value)
            : values.map((one) =>
                Array.isArray(one) ? one.flat().join('; ') : plainText(String(one), type),
              ),
        // ical.js takes a separator behind an escaped backslash for an escaped one.
        parts: STRUCTURED.test(name) ? partsIn(value) : [],
        alternative: false,
      };
    });
  } catch {
    return null;
  }
}

/** ical.js leaves the values of properties that it does not know escaped, and semicolons in those that it knows. */
function plainText(value: string, type: string): string {
  if (type === 'text') return value.replaceAll('\\;', ';');
  if (type !== 'unknown') return value;
  return value.replace(/\\([\\,;nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));
}

function nameIn(properties: Property[]): string {
  return properties.find((one) => one.name === 'fn')?.texts[0] ?? '';
}
