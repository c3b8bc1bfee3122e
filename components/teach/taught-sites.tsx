import { useState } from 'preact/hooks';
import { download } from '@/components/backup/files';
import { perform, useAction } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { useQuery } from '@/components/query/use-query';
import { siteName } from '@/components/settings/site-name';
import { Button } from '@/components/ui/button';
import { FileButton } from '@/components/ui/file-button';
import type { TakenSite, TaughtSite } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { list, sentences } from '@/lib/i18n/format';
import { FaultList, faultsOf } from './faults';
import { RenameTaught } from './rename-taught';
import { kindName, sinceWords } from './site-words';
import './taught-sites.css';

/** Recipes of the user's own: to give away as files, to take from one, to forget. */
export function TaughtSites() {
  const taught = useQuery('sites.taught', {}, { keep: true });
  if (!taught.value) return null;
  return (
    <section aria-label={t('teach.taught')} class="taught">
      <h3>{t('teach.taught')}</h3>
      <p class="quiet-text small">
        {taught.value.length > 0 ? t('teach.taught_about') : t('teach.taught_none')}
      </p>
      <ul class="setting-rows">
        {taught.value.map((site) => (
          <TaughtRow key={site.key} site={site} onChanged={taught.again} />
        ))}
      </ul>
      <TakeFile onTaken={taught.again} />
    </section>
  );
}

function TaughtRow({ site, onChanged }: { site: TaughtSite; onChanged(): void }) {
  const [renaming, setRenaming] = useState(false);
  const act = useAction();
  const hosts = site.hosts.join(', ');
  const forget = async () => {
    await act('sites.untaught', { key: site.key }, t('teach.forgotten', { hosts }));
    onChanged();
  };
  return (
    <li class="taught-row">
      <p>
        {site.name} <span class="quiet-text small">{site.name === hosts ? '' : hosts}</span>
      </p>
      <p class="quiet-text small">
        {sentences(
          t('teach.reads', { kinds: list(site.kinds.map(kindName)), month: sinceWords(site.since) }),
          ...insteadWords(site.insteadOf),
        )}
      </p>
      <span class="taught-acts">
        <Button
          kind="bare"
          aria-label={t('teach.rename_of', { hosts })}
          aria-haspopup="dialog"
          onClick={() => setRenaming(true)}
        >
          {t('teach.rename')}
        </Button>
        <Button
          kind="bare"
          aria-label={t('teach.save_file_of', { hosts })}
          onClick={() => download(`sidelight-${site.key}.json`, site.file)}
        >
          {t('teach.save_file')}
        </Button>
        <Button kind="bare" aria-label={t('teach.forget_of', { hosts })} onClick={() => void forget()}>
          {t('teach.forget')}
        </Button>
      </span>
      {renaming && (
        <RenameTaught
          site={site}
          onClose={() => setRenaming(false)}
          onSaved={() => {
            setRenaming(false);
            onChanged();
          }}
        />
      )}
    </li>
  );
}

const insteadWords = (sites: string[]) =>
  sites.length > 0 ? [t('teach.instead_of', { site: list(sites.map(siteName)) })] : [];

function takenWords({ hosts, replaced, insteadOf }: TakenSite): string {
  const names = hosts.join(', ');
  return sentences(
    replaced ? t('teach.taken_again', { hosts: names }) : t('teach.taken', { hosts: names }),
    ...insteadWords(insteadOf),
  );
}

/** More is no recipe: it is not read at all. */
const LONGEST_FILE = 200_000;

function TakeFile({ onTaken }: { onTaken(): void }) {
  const desk = useDesk();
  const [said, setSaid] = useState<string | null>(null);
  const [faults, setFaults] = useState<string[]>([]);
  const take = async (file: File) => {
    setSaid(null);
    setFaults([]);
    if (file.size > LONGEST_FILE) return setFaults([t('teach.too_long')]);
    try {
      const text = await file.text();
      // Here there is a document that knows a selector from what is none; where it is kept there may be none.
      const { checkTaughtFile } = await import('@/lib/sites/taught');
      const checked = checkTaughtFile(text);
      if ('faults' in checked) return setFaults(checked.faults);
      setSaid(takenWords(await perform(desk, 'sites.take', { text })));
      onTaken();
    } catch (failure) {
      setFaults(faultsOf(failure));
    }
  };
  return (
    <div>
      <FileButton label={t('teach.take_file')} accept=".json,application/json" onFile={take}>
        {t('teach.take_file')}
      </FileButton>
      <div role="status" class="small taught-outcome">
        {said}
        {faults.length > 0 && (
          <>
            <p class="late">{t('teach.not_taken')}</p>
            <FaultList faults={faults} />
          </>
        )}
      </div>
    </div>
  );
}
