import { useEffect, useState } from 'preact/hooks';
import { Row } from '@/components/ui/sheet';
import { Skeleton } from '@/components/ui/skeleton';
import { t } from '@/lib/i18n';
import '@/components/contacts/contact-head.css';

/** An answer usually comes sooner: then nothing flickers. */
const PATIENCE_MS = 150;

/** What stands while the first answer is on its way. */
export function Waiting() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!long) return null;
  return (
    <div role="status">
      <h1 class="unseen">{t('common.loading')}</h1>
      <Row class="contact-head">
        <Skeleton lines={3} />
      </Row>
      <Row>
        <Skeleton lines={3} />
      </Row>
    </div>
  );
}
