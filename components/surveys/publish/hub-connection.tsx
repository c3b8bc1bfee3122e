import { useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { ErrorNote } from '@/components/ui/error-note';
import { Field } from '@/components/ui/field';
import { ApiError } from '@/lib/api/message';
import type { HubProblem, HubView } from '@/lib/api/survey-views';
import { type Key, rich, t } from '@/lib/i18n';
import { dateTime } from '@/lib/i18n/format';

interface HubConnectionProps {
  hub: HubView | null;
  /** Told after it was connected or disconnected. */
  onChange(): void;
}

const COMMAND = 'npx ./sidelight-hub-0.1.0.tgz';

const PROBLEMS = {
  address: 'surveys.hub_address_wrong',
  offline: 'surveys.hub_offline',
  token: 'surveys.hub_token',
  busy: 'surveys.hub_busy',
  refused: 'surveys.hub_refused',
  server: 'surveys.hub_server',
} as const satisfies Record<HubProblem, Key>;

function isProblem(text: string): text is HubProblem {
  return text in PROBLEMS;
}

/** Where answers come in: the hub that is connected, or how to have one. */
export function HubConnection({ hub, onChange }: HubConnectionProps) {
  return hub ? <Connected hub={hub} onChange={onChange} /> : <Connect onChange={onChange} />;
}

function Connected({ hub, onChange }: { hub: HubView; onChange(): void }) {
  const { client } = useDesk();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const attempt = async (run: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await run();
    } catch (failure) {
      setError(hubFailure(failure));
    }
    setBusy(false);
    onChange();
  };
  return (
    <div class="hub">
      <p>
        {t('surveys.hub_connected', { address: hub.url })}{' '}
        <span class="quiet-text">
          {hub.pulledAt === null
            ? t('surveys.hub_not_yet')
            : t('surveys.hub_pulled', { when: dateTime(hub.pulledAt, Date.now()) })}
        </span>
      </p>
      {hub.waiting > 0 && <p class="quiet-text">{t('surveys.hub_waiting', { count: hub.waiting })}</p>}
      {hub.refused > 0 && <p class="quiet-text">{t('surveys.hub_not_taken', { count: hub.refused })}</p>}
      {(error ?? hub.error) && (
        <ErrorNote what={t('surveys.hub_failed')} todo={error ?? (hub.error ? t(PROBLEMS[hub.error]) : '')} />
      )}
      <div class="way-actions">
        <Button loading={busy} onClick={() => void attempt(() => client.call('hub.pull', {}))}>
          {t('surveys.hub_pull')}
        </Button>
        <Button kind="bare" onClick={() => void attempt(() => client.call('hub.disconnect', {}))}>
          {t('surveys.hub_disconnect')}
        </Button>
      </div>
    </div>
  );
}

function Connect({ onChange }: { onChange(): void }) {
  const { client } = useDesk();
  const [address, setAddress] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const connect = async (event: Event) => {
    event.preventDefault();
    if (!address.trim() || busy) return;
    setBusy(true);
    setError(null);
    try {
      await client.call('hub.connect', { address: address.trim() });
      onChange();
    } catch (failure) {
      setError(hubFailure(failure));
    }
    setBusy(false);
  };
  return (
    <div class="hub">
      <p>
        {rich('surveys.hub_none', {
          how: (
            <a class="link in-text" href="#/help/hub">
              {t('surveys.hub_how')}
            </a>
          ),
        })}
      </p>
      <p class="hub-command">
        <code>{COMMAND}</code>
        <Button kind="bare" onClick={() => void copyText(COMMAND)}>
          {t('surveys.hub_copy_command')}
        </Button>
      </p>
      <form class="setting-add" onSubmit={connect}>
        <Field
          label={t('surveys.hub_address')}
          hint={t('surveys.hub_address_hint')}
          placeholder="https://hub.example/#space.token"
          inputMode="url"
          spellcheck={false}
          value={address}
          error={error}
          onInput={(text) => {
            setAddress(text);
            setError(null);
          }}
        />
        <Button type="submit" loading={busy}>
          {t('surveys.hub_connect')}
        </Button>
      </form>
    </div>
  );
}

/** What is wrong with the hub and what to do; other failures in the words of all commands. */
export function hubFailure(failure: unknown): string {
  if (failure instanceof ApiError && isProblem(failure.message)) return t(PROBLEMS[failure.message]);
  return failureWords(failure);
}
