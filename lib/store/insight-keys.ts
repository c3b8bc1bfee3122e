import type { Deal } from '@/lib/crm/deals';
import type { Outcome } from '@/lib/crm/outcomes';
import type { Segment } from '@/lib/crm/segments';
import type { Template } from '@/lib/crm/templates';
import { fold } from './fold';
import { LAST } from './keys';

/** Index keys of segments, deals, templates and what became of advice, computed from the body and nothing else, as in `keys.ts`. */

export interface SegmentKeys {
  /** Folded name, for order. */
  all: string;
}

export function segmentKeys(body: Segment): Partial<SegmentKeys> {
  return body.deletedAt === null ? { all: fold(body.name) } : {};
}

export interface DealKeys {
  /** Day on which it is expected; last when there is none. */
  all: string;
  /** Stage of an open one. */
  open: string;
  company: string;
  /** `''` for a deal of nobody known. */
  contacts: string[];
  /** Contacts of a deleted row. */
  about: string[];
}

export function dealKeys(body: Deal): Partial<DealKeys> {
  if (body.deletedAt !== null) return { about: body.contactIds };
  return {
    all: body.expectedOn ?? LAST,
    ...(body.state === 'open' ? { open: body.stageId } : {}),
    ...(body.companyId ? { company: body.companyId } : {}),
    contacts: body.contactIds.length > 0 ? [...new Set(body.contactIds)] : [''],
  };
}

export interface OutcomeKeys {
  /** When it was decided; of one that was only shown, when it was shown. */
  at: number;
  contact: string;
  about: string[];
}

export function outcomeKeys(body: Outcome): Partial<OutcomeKeys> {
  if (body.deletedAt !== null) return { about: [body.contactId] };
  return { at: body.decidedAt ?? body.shownAt, contact: body.contactId };
}

export interface TemplateKeys {
  /** Folded name, for order. */
  all: string;
}

export function templateKeys(body: Template): Partial<TemplateKeys> {
  return body.deletedAt === null ? { all: fold(body.name) } : {};
}
