/** What ties two people together. A relation is a fact of one of them whose `ref` is the other. Free of zod. */

/** Fields of facts that say whom somebody knows, as seen from the one whose fact it is. */
export const RELATIONS = ['introducer', 'manager', 'assistantOf', 'family', 'friend'] as const;
export type RelationKind = (typeof RELATIONS)[number];

/** What the other is to the one whose fact it is, within a family. */
export const FAMILY = ['mother', 'father', 'parent', 'child', 'partner', 'sibling', 'relative'] as const;
export type FamilyWord = (typeof FAMILY)[number];

const INVERSE: Record<FamilyWord, FamilyWord> = {
  mother: 'child',
  father: 'child',
  parent: 'child',
  child: 'parent',
  partner: 'partner',
  sibling: 'sibling',
  relative: 'relative',
};

/** What the one is to the other. */
export function inverseOf(word: FamilyWord): FamilyWord {
  return INVERSE[word];
}

export function isRelation(field: string): field is RelationKind {
  return (RELATIONS as readonly string[]).includes(field);
}

/** The word kept with a fact; one that this version does not know is a relative. */
export function familyWord(word: unknown): FamilyWord {
  return FAMILY.find((one) => one === word) ?? 'relative';
}

/** Under what "never" is kept of a relation that is only supposed. */
export function refusalKey(kind: string, otherId: string): string {
  return `relation|${kind}|${otherId}`;
}
