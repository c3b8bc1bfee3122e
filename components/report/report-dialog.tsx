import { useEffect, useRef, useState } from 'preact/hooks';
import { download } from '@/components/backup/files';
import { useDesk } from '@/components/contacts/desk';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { t } from '@/lib/i18n';
import { copyFrom } from './copy';
import './report.css';

const FILE = 'sidelight-page.txt';

interface ReportDialogProps {
  /** Asks for the structure of another page than that of the tab in front. */
  ask?(): Promise<{ text: string }>;
  onClose(): void;
}

/** The censored structure of the page, to be read, copied or saved by the user. Nothing is sent anywhere. */
export function ReportDialog({ ask, onClose }: ReportDialogProps) {
  const { client } = useDesk();
  const [text, setText] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const [copied, setCopied] = useState<boolean | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    let here = true;
    (ask?.() ?? client.call('tab.structure', {})).then(
      (told) => here && setText(told.text),
      () => here && setFailed(true),
    );
    return () => {
      here = false;
    };
  }, [client]);

  return (
    <Dialog
      title={t('unfolded.report_page')}
      class="report"
      onClose={onClose}
      actions={
        text !== null && (
          <>
            <Button onClick={() => download(FILE, text, 'text/plain')}>{t('unfolded.report_save')}</Button>
            <Button
              kind="ink"
              onClick={() => box.current && void copyFrom(box.current).then((done) => setCopied(done))}
            >
              {copied ? t('unfolded.report_copied') : t('unfolded.report_copy')}
            </Button>
          </>
        )
      }
    >
      <p class="small">{t('unfolded.report_about')}</p>
      <p class="small quiet-text">{t('unfolded.report_sent')}</p>
      {failed && (
        <p class="small late" role="alert">
          {t('unfolded.report_unread')}
        </p>
      )}
      {!failed && text === null && <Skeleton lines={4} />}
      {text !== null && (
        <textarea
          ref={box}
          class="report-text"
          readOnly
          rows={10}
          aria-label={t('unfolded.report_structure')}
          value={text}
        />
      )}
      <p class="small late" role="status">
        {copied === false && t('unfolded.report_failed')}
      </p>
    </Dialog>
  );
}
