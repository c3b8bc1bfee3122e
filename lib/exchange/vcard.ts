import ICAL from 'ical.js';
import { DraftBuilder } from './draft-builder';
import type { HeldBack } from './file-error';
import type { FileContacts } from './files';
import { Tally } from './tally';
import { type Card, cardsOf } from './vcard-lines';
import { type Property, take } from './vcard-properties';

/** Pictures, sounds and keys: counted, and not read. */
const BINARY = /^(?:[\w-]+\.)?(PHOTO|LOGO|SOUND|KEY)[;:]/i;

/** Reads vCard 2.1, 3.0 and 4.0. A card or line that cannot be read is held back; the others are kept. */
export function readVcards(text: string): FileContacts {
  const drafts: FileContacts['drafts'] = [];
  const heldBack: HeldBack[] = [];
  const unmapped = new Tally();
  for (const card of cardsOf(text)) {
    const builder = new DraftBuilder(String(card.line), 'en');
    const properties = propertiesOf(card, builder, unmapped);
    if (properties.some((one) => one.name === 'kind' && one.texts[0]?.toLowerCase() === 'group')) {
      builder.hold('imports.held_group', '', nameIn(properties));
    } else {
      for (const property of properties) {
        if (!take(property, properties, builder)) unmapped.add(property.name.toUpperCase(), 1);
      }
      const draft = builder.build();
      if (draft) drafts.push(draft);
      else builder.hold('imports.held_nobody', '', card.lines.join(' '));
    }
    heldBack.push(...builder.heldBack);
  }
  return { format: 'vcard', drafts, heldBack, unmapped: unmapped.list() };
}

function propertiesOf(card: Card, builder: DraftBuilder, unmapped: Tally): Property[] {
  const lines = card.lines.filter((line) => {
    const binary = BINARY.exec(line)?.[1];
    if (binary) unmapped.add(binary.toUpperCase(), 1);
    return !binary;
  });
  const version = card.version.startsWith('4') ? '4.0' : '3.0';
  const whole = parse(lines, version);
  if (whole) return whole;
  // One bad line would cost the whole card: each is tried alone.
  return lines.flatMap((line) => {
    const one = parse([line], version);
    if (!one) builder.hold('imports.held_line', '', line);
    return one ?? [];
  });
}

/** Null when ical.js cannot read it. */
function parse(lines: string[], version: string): Property[] | null {
  try {
    const text = ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD'].join('\r\n');
    const [, properties] = ICAL.parse(text) as [
      string,
      [string, Record<string, unknown>, string, ...unknown[]][],
    ];
    return properties.slice(1).map(([name, parameters, , ...values]) => ({
      name: name.toLowerCase(),
      group: String(parameters.group ?? '').toLowerCase(),
      parameters,
      types: [parameters.type ?? []].flat().map((type) => String(type).toLowerCase()),
      texts: values.map((value) => (Array.isArray(value) ? value.flat().join('; ') : String(value))),
      parts: (Array.isArray(values[0]) ? values[0] : values).map((part) => [part].flat().join(', ').trim()),
    }));
  } catch {
    return null;
  }
}

function nameIn(properties: Property[]): string {
  return properties.find((one) => one.name === 'fn')?.texts[0] ?? '';
}
