import type { TabPerson, TabView } from '@/lib/api/views';
import { Candidates } from './candidates';
import { ListPage } from './list-page';
import { NoPerson } from './no-person';
import { Stranger } from './stranger';

export interface UnknownProps {
  view: TabView;
  /** The person shown, who is no contact; null where the page itself is shown. */
  person: TabPerson | null;
  /** The box that finds somebody is open. */
  finding: boolean;
  onChoose(person: string): void;
  onOpen(contactId: string): void;
  /** Contacts that were just added; where nobody of the page is shown, the first is to be opened. */
  onAdded(contactIds: readonly string[]): void;
}

/** All that the panel shows where no contact is recognised. */
export function Unknown({ view, person, finding, onChoose, onOpen, onAdded }: UnknownProps) {
  if (view.state !== 'reading' || (!person && view.kind !== 'list') || view.people.length === 0)
    return <NoPerson view={view} finding={finding} onOpen={onOpen} onAdded={(id) => onAdded([id])} />;
  if (!person) return <ListPage view={view} onChoose={onChoose} onOpen={onOpen} onAdded={onAdded} />;
  if (person.candidates.length > 0) return <Candidates key={person.key} view={view} person={person} />;
  return <Stranger key={person.key} view={view} person={person} onAdded={(id) => onAdded([id])} />;
}
