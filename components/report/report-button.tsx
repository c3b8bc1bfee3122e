import { useState } from 'preact/hooks';
import { later } from '@/components/people/later';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';

const ReportDialog = later(() => import('./report-dialog').then((part) => part.ReportDialog));

/** Where nothing of a page could be read: shows what a report of it would tell. */
export function ReportButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="bare" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('unfolded.report_page')}
      </Button>
      {open && <ReportDialog onClose={() => setOpen(false)} />}
    </>
  );
}
