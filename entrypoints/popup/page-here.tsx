import { useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { knownPeople } from '@/components/people/known-people';
import { personName } from '@/components/people/person-words';
import { useQuery } from '@/components/query/use-query';
import { ReportButton } from '@/components/report/report-button';
import { hostOf } from '@/components/settings/address';
import { type SiteGate, useSwitch } from '@/components/settings/site-gate';
import { isReadByRule } from '@/components/teach/by-rule';
import { TeachButton } from '@/components/teach/teach-button';
import { Button } from '@/components/ui/button';
import { Switch } from '@/components/ui/switch';
import type { TabView } from '@/lib/api/views';
import { type Key, t } from '@/lib/i18n';

const STATES = {
  off: 'popup.state_off',
  hidden: 'popup.state_hidden',
  nobody: 'popup.state_nobody',
  unrecognised: 'popup.state_unrecognised',
  reading: 'popup.state_nobody',
} as const satisfies Record<TabView['state'], Key>;

/** This page: its switch, and who is on it. */
export function PageHere({ gate, onLeave }: { gate: SiteGate; onLeave(): void }) {
  const tab = useQuery('tab.view', { person: null }, { keep: true });
  const [problem, setProblem] = useState<string | null>(null);
  const switchSite = useSwitch(gate);
  if (tab.error != null && !tab.value) return <p class="popup-line late">{failureWords(tab.error)}</p>;
  if (!tab.value) return null;
  const { origin, state } = tab.value;
  if (!origin) return <p class="popup-line quiet-text">{t('popup.no_site')}</p>;

  const turn = async (on: boolean) => {
    setProblem(await switchSite(origin, on));
    tab.again();
  };

  return (
    <section aria-label={t('popup.this_page')}>
      <Switch label={hostOf(origin)} on={state !== 'off'} onSwitch={(on) => void turn(on)} />
      {problem && (
        <p class="popup-line late" role="alert">
          {problem}
        </p>
      )}
      <People view={tab.value} />
      {state === 'hidden' && <ShowAgain onShown={tab.again} />}
      {(state === 'unrecognised' || state === 'nobody' || isReadByRule(tab.value)) && (
        <TeachButton onStarted={onLeave} />
      )}
    </section>
  );
}

/** Ends the hour for which everything is hidden. */
function ShowAgain({ onShown }: { onShown(): void }) {
  const { client } = useDesk();
  const [problem, setProblem] = useState<string | null>(null);
  const show = () =>
    client.call('tab.hide', { minutes: 0 }).then(onShown, (failure) => setProblem(failureWords(failure)));
  return (
    <>
      <Button kind="bare" onClick={() => void show()}>
        {t('popup.show_again')}
      </Button>
      {problem && (
        <p class="popup-line late" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

function People({ view }: { view: TabView }) {
  const { openWorkspace } = useDesk();
  const known = knownPeople(view.people);
  const strangers = view.people.filter((person) => person.contactId === null && !person.automatic).length;
  if (known.length === 0 && strangers === 0)
    return (
      <>
        <p class="popup-line quiet-text">{t(STATES[view.state])}</p>
        {(view.state === 'unrecognised' || view.state === 'nobody') && <ReportButton />}
      </>
    );
  return (
    <>
      <ul class="popup-people">
        {known.map((person) => (
          <li key={person.key}>
            <button type="button" onClick={() => openWorkspace(`#/contacts/${person.contactId}`)}>
              <span class="name">{personName(person)}</span>
              <span class="quiet-text small one-line">{person.company ?? person.address}</span>
            </button>
          </li>
        ))}
      </ul>
      {strangers > 0 && <p class="popup-line quiet-text">{t('popup.strangers', { count: strangers })}</p>}
    </>
  );
}
