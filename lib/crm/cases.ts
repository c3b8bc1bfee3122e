import { z } from 'zod';
import { Moment, provenanceShape, rowShape } from './row';

export const CASE_SCHEMA = 1;

export const CaseState = z.enum(['new', 'inProgress', 'waiting', 'resolved']);
export type CaseState = z.infer<typeof CaseState>;

export const CaseKind = z.enum(['complaint', 'question', 'service']);
export type CaseKind = z.infer<typeof CaseKind>;

/** Days between "told the customer" and the look whether it holds. */
export const RECHECK_DAYS = 30;

/** Something a customer waits for. A complaint is a kind of case. */
export const Case = z.looseObject({
  ...rowShape,
  /** As the receipt says it: see `receiptNumber`. */
  number: z.string().max(20),
  kind: CaseKind,
  title: z.string().min(1).max(300),
  text: z.string().max(20_000),
  contactIds: z.array(z.uuid()).max(50),
  owner: z.string().max(100),
  state: CaseState,
  openedAt: Moment,
  /** By when the first answer is due. */
  replyDueAt: Moment,
  repliedAt: Moment.nullable(),
  /** What the customer expects, in their words: asked before it is resolved. */
  expectation: z.string().max(5000),
  /** What it came from: asked before it is resolved. */
  cause: z.string().max(5000),
  resolvedAt: Moment.nullable(),
  /** The customer was told what was done. */
  toldAt: Moment.nullable(),
  /** `YYYY-MM-DD` on which to look whether it holds; set with `toldAt`. */
  recheckOn: z.string().nullable(),
  recheckedAt: Moment.nullable(),
  responseId: z.uuid().nullable(),
  activityId: z.uuid().nullable(),
  provenance: z.object(provenanceShape),
});
export type Case = z.infer<typeof Case>;
