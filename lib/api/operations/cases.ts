import { z } from 'zod';
import { CaseKind, CaseState } from '@/lib/crm/cases';
import { Moment } from '@/lib/crm/row';
import { operation } from '../contract';
import { From } from './contacts';

const id = z.uuid();
const title = z.string().trim().min(1).max(300);
const text = z.string().max(20_000);
const contactIds = z.array(id).max(50);
const said = z.string().trim().max(5000);

/** Cases: what a customer waits for. */
export const cases = {
  'cases.list': operation('query', ['workspace', 'panel'], () =>
    z.object({ which: z.enum(['open', 'all', 'late']).default('open'), contactId: id.optional() }),
  ),
  'cases.count': operation('query', ['workspace'], () => z.object({})),
  'cases.view': operation('query', ['workspace', 'panel'], () => z.object({ id })),
  'cases.open': operation('command', ['workspace', 'panel'], () =>
    z.object({
      kind: CaseKind,
      title,
      text: text.default(''),
      contactIds: contactIds.default([]),
      responseId: id.optional(),
      activityId: id.optional(),
      from: From.optional(),
    }),
  ),
  'cases.edit': operation('command', ['workspace', 'panel'], () =>
    z.object({
      id,
      title: title.optional(),
      text: text.optional(),
      kind: CaseKind.optional(),
      owner: z.string().trim().max(100).optional(),
      expectation: said.optional(),
      cause: said.optional(),
      contactIds: contactIds.optional(),
    }),
  ),
  /** To `resolved` only once expectation and cause are known. */
  'cases.move': operation('command', ['workspace', 'panel'], () => z.object({ id, state: CaseState })),
  /** The first reply was given. */
  'cases.replied': operation('command', ['workspace', 'panel'], () =>
    z.object({ id, at: Moment.optional() }),
  ),
  /** The customer was told what was done: 30 days later somebody looks whether it holds. */
  'cases.told': operation('command', ['workspace', 'panel'], () => z.object({ id })),
  /** It was looked at. What does not hold is opened again. */
  'cases.recheck': operation('command', ['workspace', 'panel'], () => z.object({ id, holds: z.boolean() })),
  'cases.delete': operation('command', ['workspace'], () =>
    z.object({ ids: z.array(id).min(1).max(10_000) }),
  ),
} as const;
