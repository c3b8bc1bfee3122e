import { previewImport } from '@/lib/store/import-preview';
import { headOf, sheetsOf } from '@/lib/store/import-read';
import { resumeImport, runImport, takeImportBack } from '@/lib/store/imports';
import { bytesOf } from './bytes-of';
import type { Handlers, Of } from './context';
import { importReportHandlers } from './import-reports';

export const importHandlers: Handlers<Of<'imports'>> = {
  'imports.sheets': async ({ signal }, { file }) => sheetsOf(await bytesOf(file), signal),
  'imports.head': async ({ db }, { file, options }) => headOf(db, await bytesOf(file), options),
  'imports.preview': async ({ db, onProgress }, { file, options }) =>
    previewImport(db, await bytesOf(file), options, onProgress),
  'imports.run': async (ctx, { file, ...given }) => runImport(ctx, { ...given, bytes: await bytesOf(file) }),
  'imports.resume': resumeImport,
  'imports.takeBack': async ({ db }, input) => {
    await takeImportBack(db, input);
    return {};
  },
  ...importReportHandlers,
};
