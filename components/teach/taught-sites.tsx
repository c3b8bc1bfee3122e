import { useRef, useState } from 'preact/hooks';
import { download } from '@/components/backup/files';
import { useAction } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import type { TakenSite, TaughtSite } from '@/lib/api/views';
import { t } from '@/lib/i18n';
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
  const { client } = useDesk();
  const act = useAction();
  const hosts = site.hosts.join(', ');
  const forget = async () => {
    const { settings } = await client.call('settings.get', {});
    const { [site.key]: _forgotten, ...rest } = settings.taught ?? {};
    await act('settings.set', { settings: { taught: rest } }, t('teach.forgotten', { hosts }));
    onChanged();
  };
  return (
    <li class="setting-row">
      <span>
        {hosts} <span class="quiet-text small">{t('teach.since', { month: site.since })}</span>
      </span>
      <span class="taught-acts">
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
    </li>
  );
}

/** More is no recipe: it is not read at all. */
const LONGEST_FILE = 200_000;

function TakeFile({ onTaken }: { onTaken(): void }) {
  const { client } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<TakenSite | { failed: string } | null>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (input.current) input.current.value = '';
    if (file.size > LONGEST_FILE) return setOutcome({ failed: t('teach.too_long') });
    try {
      setOutcome(await client.call('sites.take', { text: await file.text() }));
      onTaken();
    } catch (failure) {
      setOutcome({ failed: failureWords(failure) });
    }
  };
  return (
    <div>
      <Button onClick={() => input.current?.click()}>{t('teach.take_file')}</Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('teach.take_file')}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      <div role="status" class="small taught-outcome">
        {outcome && 'hosts' in outcome && t('teach.taken', { hosts: outcome.hosts.join(', ') })}
        {outcome && 'failed' in outcome && <p class="late">{outcome.failed}</p>}
        {outcome && 'faults' in outcome && (
          <>
            <p class="late">{t('teach.not_taken')}</p>
            <ul lang="en">
              {outcome.faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
