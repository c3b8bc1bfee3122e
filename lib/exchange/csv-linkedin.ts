import type { Row } from './csv';
import type { DraftBuilder } from './draft-builder';

/** `Connections.csv` as LinkedIn exports it: the header comes after some lines of notes. */
export function isLinkedIn(header: readonly string[]): boolean {
  return ['First Name', 'Last Name', 'Connected On'].every((name) => header.includes(name));
}

/** Most people have no address there: the profile is what they are known by. */
export function readLinkedInRow(row: Row, into: DraftBuilder): void {
  into.namePart('given', row.takeNamed('First Name'));
  into.namePart('family', row.takeNamed('Last Name'));
  into.page(row.takeNamed('URL'), 'LinkedIn');
  into.point('email', row.takeNamed('Email Address'));
  into.fact('company', row.takeNamed('Company'));
  into.fact('title', row.takeNamed('Position'));
  into.fact('connected on LinkedIn', row.takeNamed('Connected On'));
}
