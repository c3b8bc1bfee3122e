import { PanelRight } from 'lucide';
import { askQuietly } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { IconButton } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { t } from '@/lib/i18n';
import { openSidePanel } from '@/lib/platform/side-panel';

/** Takes the panel from the page to the browser's own side panel. */
export function AsideButton() {
  const { client } = useDesk();
  const open = () => {
    // Within the click: the browser opens it for nothing else.
    openSidePanel().then(
      () => void askQuietly(client, 'tab.aside', {}),
      (failure) => toast(failureWords(failure), { failed: true }),
    );
  };
  return (
    <IconButton icon={PanelRight} label={t('beside.open')} aria-keyshortcuts="Alt+Shift+D" onClick={open} />
  );
}
