import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { isReadByRule } from '@/components/teach/by-rule';
import { useTeaching } from '@/components/teach/teach-button';
import type { MenuItem } from '@/components/ui/menu';
import { Row } from '@/components/ui/sheet';
import { toast } from '@/components/ui/toast';
import type { TabView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { FailurePage } from './failure-page';
import { KnownPerson } from './known-person';
import { later } from './later';
import type { LookedUp } from './looked-up';
import { linkedSince, recognisedBy } from './person-words';
import type { Tab } from './tab';
import type { UnknownProps } from './unknown';
import { Waiting } from './waiting';

const Unknown = later<UnknownProps>(() => import('./unknown').then((part) => part.Unknown), ['unfolded']);

interface PanelBodyProps {
  tab: Tab;
  found: LookedUp;
  /** The box that finds somebody is open. */
  finding: boolean;
  justAdded: readonly string[];
  onAdded(contactIds: readonly string[]): void;
  onOpen(contactId: string): void;
}

/** Which of its states the panel shows. */
export function PanelBody(props: PanelBodyProps) {
  const { tab, found, finding, justAdded, onAdded, onOpen } = props;
  const { client, refresh } = useDesk();
  const teach = useTeaching();
  const view = tab.view.value;
  const failure = tab.failure.value;
  const settle = () => onAdded([]);

  if (found.id.value !== null) {
    const contact = found.contact.value;
    if (contact) {
      const shown = {
        contact,
        recognised: null,
        since: null,
        view: null,
        items: [],
        justAdded,
        onSettled: settle,
      };
      return <KnownPerson key={contact.id} {...shown} />;
    }
    if (!found.failure.value) return <Waiting />;
    return <FailurePage failure={found.failure.value} onRetry={() => void found.refresh()} />;
  }
  if (!view) {
    if (!failure) return <Waiting />;
    return <FailurePage failure={failure} onRetry={() => void tab.refresh()} />;
  }

  const person = view.people.find((one) => one.key === view.person) ?? null;
  const { contact } = view;

  async function identifyAsNobody(key: string) {
    try {
      await client.call('tab.identify', { person: key, contactId: null });
      await refresh();
    } catch (problem) {
      toast(failureWords(problem), { failed: true });
    }
  }
  const items = (key: string, shown: TabView): MenuItem[] => [
    { id: 'not', label: t('panel.not_this_person'), run: () => void identifyAsNobody(key) },
    ...(isReadByRule(shown) ? [{ id: 'teach', label: t('panel.teach_page'), run: () => void teach() }] : []),
  ];
  return (
    <>
      {failure !== null && (
        <Row>
          <p class="small late panel-stale" role="alert">
            {failureWords(failure)}
          </p>
        </Row>
      )}
      {view.state === 'reading' && person && contact ? (
        <KnownPerson
          key={contact.id}
          contact={contact}
          recognised={recognisedBy(person)}
          since={linkedSince(person)}
          view={view}
          items={items(person.key, view)}
          justAdded={justAdded}
          onSettled={settle}
        />
      ) : (
        <Unknown
          view={view}
          person={person}
          finding={finding}
          onChoose={(each) => void tab.choose(each)}
          onOpen={onOpen}
          onAdded={(ids) => {
            onAdded(ids);
            const [first] = ids;
            if (!person && first) onOpen(first);
          }}
        />
      )}
    </>
  );
}
