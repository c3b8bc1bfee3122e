import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import type { MenuItem } from '@/components/ui/menu';
import { Row } from '@/components/ui/sheet';
import { toast } from '@/components/ui/toast';
import { t } from '@/lib/i18n';
import { Candidates } from './candidates';
import { FailurePage } from './failure-page';
import { KnownPerson } from './known-person';
import { ListPage } from './list-page';
import type { LookedUp } from './looked-up';
import { NoPerson } from './no-person';
import { recognisedBy } from './person-words';
import { Stranger } from './stranger';
import type { Tab } from './tab';
import { Waiting } from './waiting';

interface PanelBodyProps {
  tab: Tab;
  found: LookedUp;
  /** Key of the person shown; null where the page itself is. */
  person: string | null;
  /** The box that finds somebody is open. */
  finding: boolean;
  justAdded: readonly string[];
  onAdded(contactIds: readonly string[]): void;
  onOpen(contactId: string): void;
}

/** Which of its states the panel shows. */
export function PanelBody(props: PanelBodyProps) {
  const { tab, found, person: key, finding, justAdded, onAdded, onOpen } = props;
  const { client, refresh } = useDesk();
  const { view } = tab.latest.value;
  const settle = () => onAdded([]);
  const openNew = (ids: readonly string[]) => {
    onAdded(ids);
    const [first] = ids;
    if (first) onOpen(first);
  };

  if (found.id.value !== null) {
    if (found.contact.value)
      return (
        <KnownPerson
          key={found.contact.value.id}
          contact={found.contact.value}
          recognised={null}
          view={null}
          items={[]}
          justAdded={justAdded}
          onSettled={settle}
        />
      );
    if (found.failure.value)
      return <FailurePage failure={found.failure.value} onRetry={() => void found.refresh()} />;
    return <Waiting />;
  }

  if (!view) {
    if (tab.failure.value)
      return <FailurePage failure={tab.failure.value} onRetry={() => void tab.refresh()} />;
    return <Waiting />;
  }

  const stale = tab.failure.value && (
    <Row>
      <p class="small late panel-stale" role="alert">
        {failureWords(tab.failure.value)}
      </p>
    </Row>
  );
  const person = view.people.find((one) => one.key === key) ?? null;
  const { contact } = view;

  if (view.state === 'reading' && person && contact) {
    const identify = async () => {
      try {
        await client.call('tab.identify', { person: person.key, contactId: null });
        await refresh();
      } catch (failure) {
        toast(failureWords(failure), { failed: true });
      }
    };
    const items: MenuItem[] = [{ id: 'not', label: t('panel.not_this_person'), run: () => void identify() }];
    return (
      <>
        {stale}
        <KnownPerson
          key={contact.id}
          contact={contact}
          recognised={recognisedBy(person)}
          view={view}
          items={items}
          justAdded={justAdded}
          onSettled={settle}
        />
      </>
    );
  }
  if (view.state === 'reading' && person) {
    return (
      <>
        {stale}
        {person.candidates.length > 0 ? (
          <Candidates key={person.key} person={person} />
        ) : (
          <Stranger key={person.key} view={view} person={person} onAdded={(id) => onAdded([id])} />
        )}
      </>
    );
  }
  if (view.state === 'reading' && view.kind === 'list' && view.people.length > 0) {
    return (
      <>
        {stale}
        <ListPage view={view} onChoose={(each) => void tab.choose(each)} onOpen={onOpen} onAdded={openNew} />
      </>
    );
  }
  return (
    <>
      {stale}
      <NoPerson view={view} finding={finding} onOpen={onOpen} onAdded={(id) => openNew([id])} />
    </>
  );
}
