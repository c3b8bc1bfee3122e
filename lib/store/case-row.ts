import { v7 as uuid } from 'uuid';
import { CASE_SCHEMA, type Case, type CaseKind } from '@/lib/crm/cases';
import { cutText } from '@/lib/crm/whole-text';
import { type Origin, provenance } from './provenance';
import type { Work } from './work';

/** Until the first answer to a customer. */
export const REPLY_WITHIN = 24 * 3_600_000;

/** The answer that it came from has the rest. */
const LONGEST_TEXT = 20_000;

export interface NewCase {
  /** Absent: a new one. */
  id?: string;
  kind: CaseKind;
  number: string;
  title: string;
  text: string;
  contactIds: string[];
  responseId: string | null;
  activityId: string | null;
  openedAt?: number;
  from?: Origin | undefined;
}

/** A new case in the running command. The clock of its first reply runs from when the customer wrote. */
export function newCase(work: Work, { from, openedAt = work.now, contactIds, ...given }: NewCase): Case {
  return work.add('cases', {
    ...given,
    text: cutText(given.text, LONGEST_TEXT),
    id: given.id ?? uuid(),
    schema: CASE_SCHEMA,
    clock: '',
    deletedAt: null,
    contactIds: [...new Set(contactIds)],
    owner: '',
    state: 'new',
    openedAt,
    replyDueAt: openedAt + REPLY_WITHIN,
    repliedAt: null,
    expectation: '',
    cause: '',
    resolvedAt: null,
    toldAt: null,
    recheckOn: null,
    recheckedAt: null,
    provenance: provenance(work.now, from),
  });
}
