import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { t } from '@/lib/i18n';

/** Lets the user point at the people on the page. `onStarted` when it asks them there. */
export function useTeaching(onStarted?: () => void): () => Promise<void> {
  const { client } = useDesk();
  return async () => {
    try {
      await client.call('tab.teach', {});
      onStarted?.();
    } catch (failure) {
      toast(failureWords(failure), { failed: true });
    }
  };
}

/** Where nobody is recognised, or somebody by a rule that knows nothing of the site. */
export function TeachButton({ onStarted }: { onStarted?(): void }) {
  const teach = useTeaching(onStarted);
  return (
    <Button kind="bare" onClick={() => void teach()}>
      {t('panel.teach_page')}
    </Button>
  );
}
