import type { PracticeStore } from '@/components/settings/practice-setting';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';

/** Says that these people are invented, and takes them away in one click. */
export function PracticeBar({ store }: { store: PracticeStore }) {
  const remove = async () => {
    await store.remove();
    // Without the parameter the page shows the user's own people.
    location.replace(location.pathname);
  };
  return (
    <section class="workspace-bar" aria-label={t('workspace.practice_banner')}>
      <span>{t('workspace.practice_banner')}</span>
      <a class="button quiet" href={store.url}>
        {t('workspace.practice_open')}
      </a>
      <Button onClick={() => void remove()}>{t('common.remove')}</Button>
    </section>
  );
}
