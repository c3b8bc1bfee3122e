import type { Found } from './note';

/** A choice that says a range of whole numbers. Open ends are infinite; both ends are included. */
interface Range {
  id: string;
  text: string;
  low: number;
  high: number;
}

const N = '(\\d[\\d,]*(?:\\.\\d+)?)';
const UNIT = '\\s*(?:[A-Za-z€$£¥%]+|[\\p{Script=Han}]{1,3})?\\s*';
const make = (source: string) => new RegExp(`^\\D{0,3}${source}\\D*$`, 'iu');

const BETWEEN = make(`${N}${UNIT}(?:-|–|—|~|～|to|until|and|到|至)\\s*[€$£¥]?${N}`);
const BELOW = make(
  `(?:under|below|less than|fewer than|不满|不滿|不到|少于|少於|小于|小於|低于|低於|未满|未滿)\\s*[€$£¥]?${N}`,
);
const UP_TO = make(`(?:up to|at most|no more than|最多|不超过|不超過)\\s*[€$£¥]?${N}`);
const ABOVE = make(`(?:over|above|more than|超过|超過|多于|多於|大于|大於|高于|高於)\\s*[€$£¥]?${N}`);
const FROM = make(`(?:at least|from|至少)\\s*[€$£¥]?${N}`);
const OR_LESS = make(`${N}${UNIT}(?:or less|or fewer|or under|and under|以下|以内|以內)`);
const OR_MORE = make(`${N}${UNIT}(?:\\+|or more|or over|and over|以上)`);

const number = (text: string | undefined): number => Number((text ?? '').replaceAll(',', ''));

/**
 * Chinese 以上, 以下 and 以内 include the number itself, 超过 and 不满 do not (Civil Code of the PRC, article 1259).
 */
function rangeOf({ id, text }: { id: string; text: string }): Range | null {
  const end = (pattern: RegExp) => number(pattern.exec(text)?.[1]);
  const between = BETWEEN.exec(text);
  if (between) return { id, text, low: number(between[1]), high: number(between[2]) };
  const [below, upTo, orLess] = [end(BELOW), end(UP_TO), end(OR_LESS)];
  if (text.match(BELOW)) return { id, text, low: Number.NEGATIVE_INFINITY, high: below - 1e-9 };
  if (text.match(UP_TO) || text.match(OR_LESS))
    return { id, text, low: Number.NEGATIVE_INFINITY, high: text.match(UP_TO) ? upTo : orLess };
  if (text.match(ABOVE)) return { id, text, low: end(ABOVE) + 1e-9, high: Number.POSITIVE_INFINITY };
  if (text.match(FROM) || text.match(OR_MORE))
    return { id, text, low: text.match(FROM) ? end(FROM) : end(OR_MORE), high: Number.POSITIVE_INFINITY };
  return null;
}

/** The range beginning one above the end of the one before; null where that makes none of it. */
function moved(range: Range, before: Range): string | null {
  const start = before.high + 1;
  if (!Number.isInteger(start) || !Number.isInteger(range.low) || start > range.high) return null;
  return range.text.replace(/\d[\d,]*/, String(start));
}

/** Choices of which a number fits two: `18 to 25` and `25 to 35`. */
export function overlaps(choices: readonly { id: string; text: string }[]): Found[] {
  const ranges = choices
    .map(rangeOf)
    .filter((range) => range !== null)
    .sort((a, b) => a.low - b.low || a.high - b.high);
  return ranges.flatMap((range, at): Found[] => {
    const before = ranges[at - 1];
    if (!before || before.high < range.low) return [];
    const better = moved(range, before);
    return [{ rule: 'overlap', part: 'choice', choiceId: range.id, found: null, better }];
  });
}
