import type { Contact, PointKind } from './contacts';

const POINT = 'point:';

/** Ways of a kind to reach somebody, as a field among the others. */
export const fieldOfPoint = (kind: PointKind): string => `${POINT}${kind}`;

/** What stands in a field of a contact, or of a kind of ways to reach them. What was put aside does not stand there. */
export function valuesIn({ facts, points }: Pick<Contact, 'facts' | 'points'>, field: string): string[] {
  if (field.startsWith(POINT)) {
    const kind = field.slice(POINT.length);
    return Object.values(points).flatMap((point) => (point.kind === kind ? [point.value] : []));
  }
  return Object.values(facts).flatMap((fact) =>
    fact.field === field && fact.asideAt === undefined ? [fact.value] : [],
  );
}
