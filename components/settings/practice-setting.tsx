import { useEffect, useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import { t } from '@/lib/i18n';
import { removePractice } from './leave-practice';

/** The database of invented people, apart from the user's own. */
export interface PracticeStore {
  exists(): Promise<boolean>;
  /** Deletes it as a whole. */
  remove(): Promise<void>;
  /** Address of the practice mailbox. */
  url: string;
}

/** Opens the practice mailbox, or removes it. */
export function PracticeSetting({ store }: { store: PracticeStore }) {
  const [there, setThere] = useState(false);
  useEffect(() => {
    void store.exists().then(setThere);
  }, [store]);

  const remove = async () => {
    if (!(await removePractice(store))) return;
    setThere(false);
    toast(t('workspace.practice_removed'));
  };

  return (
    <>
      <p class="quiet-text">{t('workspace.practice_about')}</p>
      <div class="setting-actions">
        <a class="button quiet" href={store.url} target="_blank" rel="noreferrer">
          {t('workspace.practice_open')}
        </a>
        {there && <Button onClick={() => void remove()}>{t('workspace.practice_remove')}</Button>}
      </div>
    </>
  );
}
