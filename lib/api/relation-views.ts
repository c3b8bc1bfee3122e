/** Results about what ties people together. Types only, free of zod, JSON-safe. */
import type { FamilyWord, RelationKind } from '@/lib/crm/relations';

export interface RelationView {
  /** Contact whose fact it is, and the fact: what is removed. */
  contactId: string;
  factId: string;
  kind: RelationKind;
  /** Seen from the one who is named, not from the one whose fact it is. */
  reversed: boolean;
  /** What the other is to the contact shown, within a family. */
  word: FamilyWord | null;
  other: { id: string; name: string };
}

/** A relation that is supposed, with what speaks for it. */
export interface SupposedRelation {
  kind: RelationKind | 'company';
  word: FamilyWord | null;
  other: { id: string; name: string };
  /** The mail domain, the home address or the name that both have. */
  evidence: string;
  /** Under what `steps.snooze` keeps "never". */
  key: string;
}
