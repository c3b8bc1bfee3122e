/** Results about the order that the data is in. Types only, free of zod, JSON-safe. */
import type { HealthKind } from '@/lib/crm/health-kinds';
import type { Provenance } from '@/lib/crm/row';
import type { Part } from '@/lib/insight/completeness';

/** One kind of disorder. `fixable`: of so many there is no doubt what is right. */
export interface HealthCount {
  kind: HealthKind;
  count: number;
  fixable: number;
}

/** How complete a group of contacts is, and for how long nothing of it was confirmed. */
export interface HealthGroup {
  contacts: number;
  /** Mean of the contacts, 0 to 100. */
  percent: number;
  /** Mean days since something of a contact was last got or confirmed; null where nothing is known. */
  days: number | null;
}

export interface HealthReport extends HealthGroup {
  kinds: HealthCount[];
  /** Tags with contacts, the least complete first. */
  tags: (HealthGroup & { id: string; name: string })[];
  /** By whom contacts belong to; null: to nobody in particular. */
  owners: (HealthGroup & { id: string | null; name: string | null })[];
}

export interface HealthRow {
  id: string;
  noun: 'contact' | 'task' | 'case' | 'tag' | 'company';
  name: string;
  /** The value in question, as stored. */
  detail: string | null;
  /** There is no doubt what is right. */
  sure: boolean;
}

/** What is asked about one value. */
export interface ToConfirm {
  contactId: string;
  contact: string;
  of: 'facts' | 'points';
  id: string;
  /** Field of a fact, kind of a point. */
  field: string;
  value: string;
  provenance: Provenance;
  confirmedAt: number | null;
  /** Two values against each other, or one that is old. */
  why: 'contradiction' | 'stale';
  /** What stands against it. */
  others: { id: string; value: string; provenance: Provenance }[];
}

export interface ContactHealthView {
  percent: number;
  missing: Part[];
  /** Epoch ms; null where nothing is known. */
  confirmedAt: number | null;
}

/** What a change of many contacts would come to. */
export interface BulkPreview {
  /** So many are chosen. */
  total: number;
  /** So many would be changed; the others have it so already. */
  change: number;
}
