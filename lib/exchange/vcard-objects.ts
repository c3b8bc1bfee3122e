import type { DraftBuilder } from './draft-builder';
import { photoOf } from './photo';
import type { Tally } from './tally';
import type { CardLine } from './vcard-lines';

/**
 * Takes a picture, sound or key, whose base64 is none of the grammar's business. Only a picture has a field; what is longer than
 * may be kept is held back. False for any other line.
 */
export function takePicture({ head, value }: CardLine, into: DraftBuilder, unmapped: Tally): boolean {
  if (!head || !/^(?:PHOTO|LOGO|SOUND|KEY)$/.test(head.name)) return false;
  const data = /^data:[^,]{0,200};base64(?:\\)?,/i.exec(value)?.[0];
  const base64 = data ? value.slice(data.length) : head.params.ENCODING?.[0] === 'b' ? value : null;
  if (head.name === 'PHOTO' && base64 !== null) {
    const photo = photoOf(base64);
    if (typeof photo === 'string') into.hold(photo, 'PHOTO', '');
    else into.photo(photo);
    return true;
  }
  unmapped.add(head.name, 1);
  into.keep({ name: head.name, ...(head.group ? { group: head.group } : {}), params: head.params, value });
  return true;
}

/** Takes a card that stands inside a card: the assistant of its person, kept as it is. */
export function takeNested(card: string, into: DraftBuilder, unmapped: Tally): void {
  const name = /^FN[^:\n]{0,200}:(.*)$/im.exec(card)?.[1]?.trim();
  if (name && !/QUOTED-PRINTABLE/i.test(card)) into.fact('assistant', name);
  unmapped.add('AGENT', 1);
  const value = card.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');
  into.keep({ name: 'AGENT', params: {}, value });
}
