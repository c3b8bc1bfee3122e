import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';
import { DataLog } from './data-log';
import { ExportDialog } from './export-dialog';
import { Retention } from './retention';
import './export.css';

/** What goes out, what went out, and what is kept no longer. */
export function YourData() {
  const [exporting, setExporting] = useState(false);
  return (
    <>
      <div class="setting-actions">
        <Button onClick={() => setExporting(true)}>{t('data.export_all')}</Button>
      </div>
      <h3 class="data-part">{t('data.retention')}</h3>
      <Retention />
      <h3 class="data-part">{t('data.log')}</h3>
      <DataLog />
      {exporting && <ExportDialog onClose={() => setExporting(false)} />}
    </>
  );
}
