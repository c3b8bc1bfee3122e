import { backupSaved, saveBackup } from '@/lib/store/backup';
import { saveNewer } from '@/lib/store/backup-newer';
import { exportFile } from '@/lib/store/export';
import { giveData } from '@/lib/store/give';
import { listLog } from '@/lib/store/log';
import { previewBackup, restoreBackup } from '@/lib/store/restore';
import { previewRetention, runRetention } from '@/lib/store/retention';
import type { Handlers, Of } from './context';

export const dataHandlers: Handlers<Of<'backup' | 'exports' | 'data' | 'retention'>> = {
  'backup.save': saveBackup,
  'backup.saveNewer': saveNewer,
  'backup.saved': async ({ db, now }) => {
    await backupSaved(db, now());
    return {};
  },
  'backup.preview': ({ db, onProgress }, { file }) => previewBackup(db, file, onProgress),
  'backup.restore': restoreBackup,
  'exports.write': exportFile,
  'data.give': giveData,
  'data.log': ({ db }) => listLog(db),
  'retention.preview': ({ db, now }, { rule }) => previewRetention(db, rule, now()),
  'retention.run': runRetention,
};
