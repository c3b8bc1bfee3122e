import { parseDateText } from './date-text';
import type { Found } from './paste-points';
import { isCompany } from './paste-words';

const BIRTHDAY =
  /(?:生日|出生日期|出生年月|\bbirthday|\bdate of birth|\bd\.?o\.?b\.?|\bborn(?: on)?)\s{0,2}(?::|[记記]?得?(?:就?是|在)|\bis(?: on)?\b)?\s{0,2}(?<value>[^\n|;,]{2,40})/giu;
const ADDRESS =
  /(?:(?:公司|办公|辦公|通讯|通訊|联系|聯絡|收货|收貨)?地址|住址|\b(?:address|addr|add)(?=\s{0,2}:))\s{0,2}:?\s{0,2}(?<value>[^\n|]{5,160})/giu;
const STREET =
  /(?<![\p{L}\d])(?:\d{1,5}[a-z]?,? (?:\p{Lu}[\p{L}'’.]* ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|way|square|sq|court|ct|place|pl|parkway|pkwy)(?![\p{L}])|\d{1,4}(?: ?bis)?,? (?:rue|avenue|boulevard|place|chemin|quai) \p{L}|\p{Lu}\p{L}{2,30}(?:straße|strasse|str\.|weg|platz|allee) ?\d{1,4})/iu;
const POSTCODE = /\b\d{4,6}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/;
const REGION = /[省市县縣区區州]/;
const ROAD = /[路街道巷弄段村]/;
const HOUSE = /\d[\d之-]*\s?[号號弄巷楼樓室]/;

/** The last word of a line; of Chinese, which stands without spaces, the last character. */
const LAST_WORD = /\s*(?:\p{Script=Han}|[^\s\p{Script=Han}]+)$/u;

/** A birthday behind its label, or where a talk says what it is: as much of what follows as is a date. */
export function findBirthdays(text: string, language: 'en' | 'zh-Hans' | 'zh-Hant'): Found[] {
  return [...text.matchAll(BIRTHDAY)].flatMap((match) => {
    const all = match.groups?.value ?? '';
    const start = match.index + match[0].length - all.length;
    for (let value = all.trimEnd(); value; value = value.replace(LAST_WORD, '')) {
      if (!parseDateText(value, language)) continue;
      return [
        { field: 'birthday', value, start, end: start + value.length, from: match.index, confidence: 0.9 },
      ];
    }
    return [];
  });
}

/** Postal addresses: behind a label; a line with a street and a house number; a Chinese one with its district. */
export function findAddresses(text: string): Found[] {
  const labelled = [...text.matchAll(ADDRESS)].flatMap((match) => {
    const value = (match.groups?.value ?? '').split(/ {3,}|\t/)[0]!.trimEnd();
    const start = match.index + match[0].length - (match.groups?.value ?? '').length;
    return value.length < 5 ? [] : [address(value, start, match.index, 0.9)];
  });
  if (labelled.length > 0) return labelled.slice(0, 1);
  let offset = 0;
  const lines = text.split('\n').map((line) => {
    const start = offset;
    offset += line.length + 1;
    return { start, line };
  });
  for (const [at, { start, line }] of lines.entries()) {
    if (line.length < 6 || line.length > 160) continue;
    const next = lines[at + 1];
    const found = chineseAddress(line, start) ?? streetAddress(line, start, next?.line);
    if (found) return [found];
  }
  return [];
}

function chineseAddress(line: string, start: number): Found | null {
  if (!REGION.test(line) || !ROAD.test(line) || !HOUSE.test(line)) return null;
  const words = [...line.matchAll(/[^\s|,;]+/g)];
  const first = words.findIndex(([word]) => REGION.test(word) && !isCompany(word));
  const last = words.findLastIndex(
    ([word]) => /[号號楼樓室层層座路街]|^\d+[A-Z]?$/.test(word) && !isCompany(word),
  );
  if (first < 0 || last < first) return null;
  const from = words[first]!.index;
  const value = line.slice(from, words[last]!.index + words[last]![0].length);
  return value.length >= 6 && !/[。!?]/.test(value) ? address(value, start + from, start + from, 0.75) : null;
}

function streetAddress(line: string, start: number, next: string | undefined): Found | null {
  const street = STREET.exec(line);
  if (!street) return null;
  const tail = line
    .slice(street.index)
    .split(/[|\t]| {3,}/)[0]!
    .trimEnd();
  if (tail.length > 120) return null;
  const city = next && next.length <= 50 && !POSTCODE.test(tail) && POSTCODE.test(next) && !/@/.test(next);
  const value = city ? `${line.slice(street.index)}\n${next.trimEnd()}` : tail;
  return address(value, start + street.index, start + street.index, 0.65);
}

function address(value: string, start: number, from: number, confidence: number): Found {
  return {
    field: 'address',
    value: value.replace(/\s*\n\s*/g, ', '),
    start,
    end: start + value.length,
    from,
    confidence,
  };
}
