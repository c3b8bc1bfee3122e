import { X } from 'lucide';
import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { useQuery } from '@/components/query/use-query';
import { Button, IconButton } from '@/components/ui/button';
import type { RelationView, SupposedRelation } from '@/lib/api/relation-views';
import { t } from '@/lib/i18n';
import { AddRelation } from './add-relation';
import { relationWord } from './words';
import './relations.css';

interface RelationsProps {
  contactId: string;
  /** Address of a contact's page, or of a company's. */
  page(id: string): string;
}

/** Whom a contact is tied to, from both ends; what is supposed waits for a yes. */
export function Relations({ contactId, page }: RelationsProps) {
  const [adding, setAdding] = useState(false);
  const list = useQuery('relations.list', { contactId }, { keep: true });
  const { relations, supposed } = list.value ?? { relations: [], supposed: [] };
  return (
    <section aria-label={t('relations.relations')}>
      <div class="contact-side-head">
        <h2>{t('relations.relations')}</h2>
        <Button kind="bare" onClick={() => setAdding(true)}>
          {t('relations.add')}
        </Button>
      </div>
      <ul class="relations">
        {relations.map((one) => (
          <Line key={`${one.contactId} ${one.factId}`} relation={one} page={page(one.other.id)} />
        ))}
        {supposed.map((one) => (
          <Supposed key={one.key} contactId={contactId} relation={one} />
        ))}
      </ul>
      {adding && <AddRelation contactId={contactId} onDone={() => setAdding(false)} />}
    </section>
  );
}

function Line({ relation, page }: { relation: RelationView; page: string }) {
  const act = useAction();
  const { contactId, factId, kind, word, reversed, other } = relation;
  return (
    <li>
      <span class="relation-word">{relationWord(kind, word, reversed)}</span>
      <a class="name one-line" href={page} title={other.name}>
        {other.name}
      </a>
      <IconButton
        icon={X}
        size={14}
        label={t('relations.remove', { name: other.name })}
        onClick={() => void act('contacts.removeFact', { id: contactId, factId })}
      />
    </li>
  );
}

function Supposed({ contactId, relation }: { contactId: string; relation: SupposedRelation }) {
  const act = useAction();
  const { kind, word, other, evidence, key } = relation;
  const confirm = () =>
    kind === 'company'
      ? act('contacts.setFact', {
          id: contactId,
          fact: { field: kind, value: other.name, ref: other.id, from: { how: 'rule', evidence } },
        })
      : act('relations.add', { contactId, kind, otherId: other.id, ...(word && { word }) });
  return (
    <li class="relation-supposed">
      <span class="relation-word">{relationWord(kind, word)}</span>
      <span class="one-line" title={evidence}>
        {t('relations.supposed', { name: other.name })}
      </span>
      <Button
        kind="bare"
        aria-label={t('relations.yes_for', { name: other.name })}
        onClick={() => void confirm()}
      >
        {t('relations.yes')}
      </Button>
      <Button
        kind="bare"
        aria-label={t('relations.never_for', { name: other.name })}
        onClick={() => void act('steps.snooze', { contactId, key, until: null })}
      >
        {t('common.never')}
      </Button>
    </li>
  );
}
