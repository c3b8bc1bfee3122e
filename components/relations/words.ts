import type { FamilyWord, RelationKind } from '@/lib/crm/relations';
import { type Key, t } from '@/lib/i18n';

/** What each kind is called, from the one whose fact it is and from the other. */
const WORDS = {
  introducer: ['relations.introduced_by', 'relations.introduced'],
  manager: ['relations.reports_to', 'relations.manages'],
  assistantOf: ['relations.assistant_of', 'relations.assisted_by'],
  friend: ['relations.friend', 'relations.friend'],
} as const satisfies Record<Exclude<RelationKind, 'family'>, readonly [Key, Key]>;

const FAMILY_WORDS = {
  mother: 'relations.mother',
  father: 'relations.father',
  parent: 'relations.parent',
  child: 'relations.child',
  partner: 'relations.partner',
  sibling: 'relations.sibling',
  relative: 'relations.relative',
} as const satisfies Record<FamilyWord, Key>;

/** What is offered, in this order. */
export const FAMILY_NAMES = Object.keys(FAMILY_WORDS) as FamilyWord[];
export const KINDS: readonly RelationKind[] = [...(Object.keys(WORDS) as (keyof typeof WORDS)[]), 'family'];

export function familyName(word: FamilyWord): string {
  return t(FAMILY_WORDS[word]);
}

/** "Introduced by", "Manages", "Mother": what the other is to the contact shown. */
export function relationWord(
  kind: RelationKind | 'company',
  word: FamilyWord | null,
  reversed = false,
): string {
  if (kind === 'company') return t('relations.works_at');
  if (kind === 'family') return familyName(word ?? 'relative');
  return t(WORDS[kind][reversed ? 1 : 0]);
}
