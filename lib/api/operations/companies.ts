import { z } from 'zod';
import { NameText } from '@/lib/crm/name-text';
import { operation, VIEWS } from '../contract';
import { FactInput, PointInput } from './contacts';

const id = z.uuid();

export const companies = {
  'companies.list': operation('query', ['workspace'], () =>
    z.object({ text: z.string().max(200).optional() }),
  ),
  'companies.view': operation('query', ['workspace'], () => z.object({ id })),
  'companies.find': operation('query', VIEWS, () =>
    z.object({ text: z.string().max(200), limit: z.int().max(50).default(8) }),
  ),
  'companies.add': operation('command', ['workspace'], () => z.object({ name: NameText })),
  'companies.edit': operation('command', ['workspace'], () => z.object({ id, name: NameText })),
  'companies.setFact': operation('command', ['workspace'], () =>
    z.object({ id, factId: id.optional(), fact: FactInput }),
  ),
  'companies.removeFact': operation('command', ['workspace'], () => z.object({ id, factId: id })),
  'companies.setPoint': operation('command', ['workspace'], () =>
    z.object({ id, pointId: id.optional(), point: PointInput }),
  ),
  'companies.removePoint': operation('command', ['workspace'], () => z.object({ id, pointId: id })),
  /** Its people are at the one that stays. */
  'companies.merge': operation('command', ['workspace'], () => z.object({ into: id, from: id })),
  'companies.unmerge': operation('command', ['workspace'], () => z.object({ id })),
  'companies.delete': operation('command', ['workspace'], () =>
    z.object({ ids: z.array(id).min(1).max(10_000) }),
  ),
} as const;
