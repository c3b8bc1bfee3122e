import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { useQuery } from '@/components/query/use-query';
import { useSetDevice } from '@/components/settings/use-set-device';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';
import { nameOf } from './places';
import type { WelcomePlatform } from './welcome';

interface StartProps {
  /** Scheme and host of the site that is to be opened, of those that are on. */
  site: string | null;
  /** It was switched on here and now. */
  isNew: boolean;
  platform: WelcomePlatform;
}

/** Where to go now: the webmail, the practice mailbox, or the workspace once somebody is in it. */
export function Start({ site, isNew, platform }: StartProps) {
  const { openWorkspace } = useDesk();
  const counts = useQuery('contacts.counts', {});
  const set = useSetDevice();
  const buttons = useRef<HTMLDivElement>(null);
  // It comes below what fits on a small screen. Who comes back begins at the top.
  useEffect(() => {
    if (isNew) buttons.current?.scrollIntoView?.({ block: 'nearest' });
  }, [site, isNew]);
  const start = async (go: () => unknown) => {
    await set({ welcomed: true });
    await go();
  };
  return (
    <div class="welcome-buttons" ref={buttons}>
      {site && (
        <>
          <p class="welcome-then">{t('welcome.what_comes')}</p>
          <Button kind="ink" onClick={() => void start(() => platform.showSite(site))}>
            {t('welcome.open', { name: nameOf(site) })}
          </Button>
        </>
      )}
      {(counts.value?.contacts ?? 0) > 0 && (
        <Button onClick={() => void start(() => openWorkspace('#/contacts'))}>
          {t('welcome.open_workspace')}
        </Button>
      )}
      <Button onClick={() => void start(() => window.open(platform.practiceUrl, '_self'))}>
        {t('welcome.just_looking')}
      </Button>
      <p class="small quiet-text">{t('welcome.practice_about')}</p>
    </div>
  );
}
