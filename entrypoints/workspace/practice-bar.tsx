import { removePractice } from '@/components/settings/leave-practice';
import type { PracticeStore } from '@/components/settings/practice-setting';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';

/** Says that these people are invented, and takes them away in one click. */
export function PracticeBar({ store }: { store: PracticeStore }) {
  return (
    <section class="workspace-bar" aria-label={t('workspace.practice_banner')}>
      <span>{t('workspace.practice_banner')}</span>
      <a class="button quiet" href={store.url}>
        {t('workspace.practice_open')}
      </a>
      <Button onClick={() => void removePractice(store)}>{t('common.remove')}</Button>
    </section>
  );
}
