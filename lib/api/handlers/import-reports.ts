import { importReport, listImports } from '@/lib/store/import-reports';
import type { Handlers } from './context';

/** What became of imports: a page tells it without their grammars. */
export const importReportHandlers: Handlers<'imports.list' | 'imports.report'> = {
  'imports.list': ({ db }) => listImports(db),
  'imports.report': ({ db }, { id }) => importReport(db, id),
};
