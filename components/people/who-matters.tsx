import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { Button } from '@/components/ui/button';
import { Row } from '@/components/ui/sheet';
import type { TabPerson, TabView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { hostOf } from './host-of';
import { PageHead } from './person-head';
import { personName } from './person-words';
import { draftOf, fieldsOf } from './stranger-draft';
import './people.css';

/** So many people are listed at once. */
const AT_ONCE = 8;

interface WhoMattersProps {
  view: TabView;
  /** Those who may become contacts. */
  people: readonly TabPerson[];
  /** Contacts that were just added, in the order of the page. */
  onAdded(contactIds: string[]): void;
}

/** People of a page who may become contacts: nobody who is one, no robots, nobody twice. */
export function unknownPeople(people: readonly TabPerson[]): TabPerson[] {
  const seen = new Set<string>();
  return people.filter((person) => {
    const key = person.address ?? person.key;
    if (person.automatic || person.contactId !== null || person.role === 'viewer' || seen.has(key))
      return false;
    seen.add(key);
    return true;
  });
}

/** The people of a list: tick those who matter, and they are contacts. */
export function WhoMatters({ view, people, onAdded }: WhoMattersProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const { run, busy, error } = useCommand();
  const shown = all ? people : people.slice(0, AT_ONCE);
  const chosen = people.filter((person) => ticked.has(person.key));

  async function add() {
    const origin = { source: hostOf(view.origin), link: null };
    const drafts = chosen.map((person) => {
      const draft = draftOf(fieldsOf(person), person, [], origin);
      return { ...draft, name: draft.name || personName(person) };
    });
    const added = await run('contacts.addMany', { drafts });
    if (added) onAdded(added.ids);
  }

  const toggle = (key: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(key);
    else next.delete(key);
    setTicked(next);
  };

  return (
    <>
      <PageHead
        title={t('unfolded.who_matters', { count: people.length })}
        line={t('unfolded.who_matters_hint')}
      />
      <ul>
        {shown.map((person) => (
          <li key={person.key}>
            <Row class="pick-row">
              <label class="pick">
                <input
                  type="checkbox"
                  class="check-box"
                  checked={ticked.has(person.key)}
                  onChange={(event) => toggle(person.key, event.currentTarget.checked)}
                />
                <span class="pick-person one-line">{personName(person)}</span>
                {person.name && <span class="small quiet-text one-line">{person.address}</span>}
              </label>
            </Row>
          </li>
        ))}
      </ul>
      <Row>
        <div class="person-actions">
          <Button kind="ink" disabled={chosen.length === 0} loading={busy} onClick={() => void add()}>
            {chosen.length > 0
              ? t('unfolded.add_contacts', { count: chosen.length })
              : t('unfolded.add_selected')}
          </Button>
          {people.length > shown.length && (
            <Button onClick={() => setAll(true)}>
              {t('panel.people_more', { count: people.length - shown.length })}
            </Button>
          )}
        </div>
        {error && (
          <p class="small late" role="alert">
            {error}
          </p>
        )}
      </Row>
    </>
  );
}
