import { type NameParts, namePartsOf } from './name-parts';

/** A value cut at a sign that has no backslash before it; the pieces are still escaped. A backslash may itself be escaped. */
function cut(value: string, sign: ';' | ','): string[] {
  if (!value.includes('\\')) return value.split(sign);
  const pieces = [''];
  for (const [piece] of value.matchAll(/\\.|[^\\]|\\$/gs)) {
    if (piece === sign) pieces.push('');
    else pieces[pieces.length - 1] += piece;
  }
  return pieces;
}

function plain(piece: string): string {
  return piece.replace(/\\(.)/gs, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign)).trim();
}

/** The texts of a list that is still escaped. */
function listIn(value: string): string[] {
  return cut(value, ',').map(plain);
}

/** The tags of `CATEGORIES`: some programs part them by a semicolon. One that is escaped is a sign of a name. */
export function tagsIn(value: string): string[] {
  return cut(value, ';').flatMap(listIn);
}

/** The parts of a structured value that is still escaped: `N`, `ADR`, `ORG`. A list inside a part is joined by a comma. */
export function partsIn(value: string): string[] {
  return cut(value, ';').map((part) => listIn(part).join(', '));
}

export function namePartsIn(value: string): NameParts {
  return namePartsOf(partsIn(value));
}
