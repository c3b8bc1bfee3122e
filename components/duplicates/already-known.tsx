import { useEffect, useState } from 'preact/hooks';
import { askQuietly } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { Button } from '@/components/ui/button';
import type { Input } from '@/lib/api/client';
import type { ContactHit } from '@/lib/api/views';
import { t } from '@/lib/i18n';

export type Points = Input<'duplicates.known'>['points'];

/** Somebody is still typing: it is asked once they pause. */
const PAUSE = 250;

/** Who has one of these addresses already, while somebody is being added. */
export function useKnown(points: Points): ContactHit[] {
  const { client } = useDesk();
  const [known, setKnown] = useState<ContactHit[]>([]);
  const question = JSON.stringify(points);
  useEffect(() => {
    if (points.length === 0) return setKnown([]);
    let gone = false;
    const timer = window.setTimeout(async () => {
      const hits = await askQuietly(client, 'duplicates.known', { points });
      if (!gone) setKnown(hits ?? []);
    }, PAUSE);
    return () => {
      gone = true;
      window.clearTimeout(timer);
    };
  }, [client, question]);
  return known;
}

/** "Already known: Li Wei", with the way to them. */
export function AlreadyKnown({ known }: { known: readonly ContactHit[] }) {
  const { openWorkspace } = useDesk();
  if (known.length === 0) return null;
  return (
    <ul class="already-known" role="status">
      {known.map((hit) => (
        <li key={hit.id}>
          {t('unfolded.already_known', { name: hit.name })}{' '}
          <Button kind="bare" onClick={() => openWorkspace(`#/contacts/${hit.id}`)}>
            {t('common.open_contact')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
