import { Checkbox } from '@/components/ui/checkbox';
import { Row } from '@/components/ui/sheet';
import type { TabPerson, TabView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { personName } from './person-words';

/** A contact on the same mail, who may have introduced somebody. */
export interface Introducer {
  id: string;
  name: string;
}

/** So many are offered: the sender of a mail to many is enough. */
const AT_ONCE = 2;

/** Contacts on the mail beside a stranger, its sender first. */
export function introducersOf(view: TabView, stranger: TabPerson): Introducer[] {
  const others = view.people.filter(({ key, contactId }) => contactId !== null && key !== stranger.key);
  const ordered = [...others].sort((a, b) => Number(b.role === 'sender') - Number(a.role === 'sender'));
  const once = new Map(ordered.map((person) => [person.contactId as string, personName(person)]));
  return [...once].slice(0, AT_ONCE).map(([id, name]) => ({ id, name }));
}

interface IntroducedByProps {
  people: readonly Introducer[];
  chosen: string | null;
  onChoose(id: string | null): void;
}

/** "Introduced by Li Wei": kept with the contact, as a way back to them. Not taken for granted: the user ticks it. */
export function IntroducedBy({ people, chosen, onChoose }: IntroducedByProps) {
  if (people.length === 0) return null;
  return (
    <Row>
      {people.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={t('unfolded.introduced_by', { name })}
          checked={chosen === id}
          onToggle={(on) => onChoose(on ? id : null)}
        />
      ))}
    </Row>
  );
}
