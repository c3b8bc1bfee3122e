import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { t } from '@/lib/i18n';

/** Where nobody is recognised: lets the user point at the people on the page. `onStarted` when it asks them there. */
export function TeachButton({ onStarted }: { onStarted?(): void }) {
  const { client } = useDesk();
  const start = () =>
    client.call('tab.teach', {}).then(
      () => onStarted?.(),
      (failure) => toast(failureWords(failure), { failed: true }),
    );
  return (
    <Button kind="bare" onClick={() => void start()}>
      {t('panel.teach_page')}
    </Button>
  );
}
