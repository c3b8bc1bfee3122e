import * as companies from '@/lib/store/companies';
import { listCompanies } from '@/lib/store/company-list';
import { StoreError } from '@/lib/store/errors';
import { findCompanies } from '@/lib/store/find';
import { mergeCompanies, unmergeCompany } from '@/lib/store/merge-companies';
import * as values from '@/lib/store/values';
import { companyView } from '@/lib/store/views/company-view';
import type { Handlers, Of } from './context';

export const companyHandlers: Handlers<Of<'companies'>> = {
  'companies.list': ({ db }, input) => listCompanies(db, input),
  'companies.view': async ({ db, now, zone }, { id }) => {
    const view = await companyView(db, id, { now: now(), zone });
    if (!view) throw new StoreError('missing', 'This company was deleted.');
    return view;
  },
  'companies.find': ({ db }, input) => findCompanies(db, input),
  'companies.add': companies.addCompany,
  'companies.edit': companies.editCompany,
  'companies.merge': mergeCompanies,
  'companies.unmerge': unmergeCompany,
  'companies.delete': companies.deleteCompanies,
  'companies.setFact': (ctx, input) => values.setFact(ctx, 'companies', input),
  'companies.removeFact': (ctx, input) => values.removeFact(ctx, 'companies', input),
  'companies.setPoint': (ctx, input) => values.setPoint(ctx, 'companies', input),
  'companies.removePoint': (ctx, input) => values.removePoint(ctx, 'companies', input),
};
