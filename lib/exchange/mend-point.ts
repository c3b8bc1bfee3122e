import type { PointKind } from '@/lib/crm/contacts';
import { plainForm } from './clean';
import { normalizePoint } from './points';

/**
 * The right form of an address or phone that was written wrongly, where only one can be meant: `ann＠x。example`, `ann (at) x.example`,
 * `<ann@x,example>`, a number dialled in the user's own country. Null where that would be a guess.
 */
export function mendPoint(
  kind: PointKind,
  value: string,
  region: string | null,
): { key: string; value: string } | null {
  const plain = plainForm(value);
  const text = kind === 'email' ? plainAddress(plain) : plain.replace(/[^\d+()/.\-\s]+$/u, '');
  const normal = normalizePoint(kind, text, { region: region ?? undefined });
  if ('error' in normal || normal.key.startsWith('tel-local:')) return null;
  return { key: normal.key, value: normal.display };
}

function plainAddress(text: string): string {
  const address = text
    .replace(/^[<"'(\s]+|[>"'),.;:\s]+$/g, '')
    .replace(/\s*[[({]\s*(?:at|@)\s*[\])}]\s*/gi, '@')
    .replace(/\s*[[({]\s*(?:dot|\.)\s*[\])}]\s*/gi, '.')
    .replace(/[。｡]/g, '.')
    .replace(/\s*([@.])\s*/g, '$1');
  // Two addresses in one value, or a sentence: nobody can say which is meant.
  if (/\s/.test(address) || address.split('@').length !== 2) return text;
  return address.replace(/,(?=[a-z]{2,10}$)/i, '.').replace(/\.{2,}/g, '.');
}
