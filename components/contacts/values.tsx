import type { ContactView, FactView, PointView } from '@/lib/api/views';
import { useAction, useCommand } from './command';
import { useDesk } from './desk';
import { factWord } from './field-words';
import { pointWord } from './point-words';
import { sourceText, ValueRow } from './value-row';

/** Facts and contact points of a contact, each with where it is from. */
export function Values({ contact }: { contact: ContactView }) {
  return (
    <>
      {contact.points.map((point) => (
        <PointRow key={point.id} contactId={contact.id} point={point} />
      ))}
      {contact.facts.map((fact) => (
        <FactRow key={fact.id} contactId={contact.id} fact={fact} />
      ))}
    </>
  );
}

function FactRow({ contactId, fact }: { contactId: string; fact: FactView }) {
  const { openWorkspace } = useDesk();
  // A fact that names somebody is a relation; a company is the one thing that is named and nobody.
  const other = fact.field === 'company' ? null : fact.ref;
  const { run, busy, error } = useCommand();
  const act = useAction();
  return (
    <ValueRow
      label={factWord(fact.field)}
      value={fact.value}
      onOpen={other ? () => openWorkspace(`#/contacts/${other}`) : undefined}
      source={sourceText(fact.provenance)}
      elsewhere={`#/contacts/${contactId}`}
      busy={busy}
      error={error}
      onEdit={async (value) =>
        (await run('contacts.setFact', {
          id: contactId,
          factId: fact.id,
          // Whoever it names is the same, however their name is written.
          fact: { field: fact.field, value, ...(other ? { ref: other } : {}) },
        })) !== null
      }
      onRemove={() => void act('contacts.removeFact', { id: contactId, factId: fact.id })}
    />
  );
}

function PointRow({ contactId, point }: { contactId: string; point: PointView }) {
  const { run, busy, error } = useCommand();
  const act = useAction();
  const label = point.label ?? undefined;
  return (
    <ValueRow
      label={point.label ?? pointWord(point.kind)}
      value={point.value}
      source={sourceText(point.provenance)}
      elsewhere={`#/contacts/${contactId}`}
      busy={busy}
      error={error}
      onEdit={async (value) =>
        (await run('contacts.setPoint', {
          id: contactId,
          pointId: point.id,
          point: { kind: point.kind, value, ...(label && { label }) },
        })) !== null
      }
      onRemove={() => void act('contacts.removePoint', { id: contactId, pointId: point.id })}
    />
  );
}
