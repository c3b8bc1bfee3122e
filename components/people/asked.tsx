import { useEffect, useState } from 'preact/hooks';
import { FindContact } from '@/components/contacts/find-contact';
import { Button } from '@/components/ui/button';
import { Row, Section } from '@/components/ui/sheet';
import type { AskedView } from '@/lib/api/asked-views';
import type { ContactHit, TabPerson } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { AddForm } from './add-form';
import { PageHead } from './person-head';
import './people.css';

interface AskedProps {
  asked: AskedView;
  /** The box that finds somebody stands above already. */
  finding: boolean;
  onOpen(contactId: string): void;
}

/** What was looked up from the browser's menu: the one contact whom it means, else who may be meant, or somebody to add. */
export function Asked({ asked, finding, onOpen }: AskedProps) {
  const { contactId, hits, text, name, point, source } = asked;
  const [adding, setAdding] = useState(hits.length === 0 && Boolean(name || point));
  useEffect(() => {
    if (contactId) onOpen(contactId);
  }, [contactId]);
  if (contactId) return null;
  return (
    <>
      <PageHead
        title={t('beside.looked_up', { text })}
        line={hits.length > 0 ? t('beside.asked_some', { count: hits.length }) : t('beside.asked_none')}
      />
      {!finding && (
        <Row class="person-find">
          <FindContact onFound={(hit) => onOpen(hit.id)} />
        </Row>
      )}
      {hits.length > 0 && <Hits hits={hits} onOpen={onOpen} />}
      {adding ? (
        <Section label={t('common.add_contact')} class="ruled">
          <AddForm
            person={personOf(asked)}
            origin={{ source: source ?? '', link: null }}
            fromMail={false}
            pasting={false}
            onAdded={onOpen}
          />
        </Section>
      ) : (
        <Row>
          <div class="person-actions">
            <Button onClick={() => setAdding(true)}>
              {hits.length > 0 ? t('beside.not_among_them') : t('common.add_contact')}
            </Button>
          </div>
        </Row>
      )}
    </>
  );
}

function Hits({ hits, onOpen }: { hits: readonly ContactHit[]; onOpen(contactId: string): void }) {
  return (
    <Section label={t('beside.asked_who')} class="ruled">
      <ul>
        {hits.map((hit) => (
          <li key={hit.id}>
            <Row class="pick-row">
              <button type="button" class="pick" onClick={() => onOpen(hit.id)}>
                <span class="name pick-name one-line">{hit.name}</span>
                <span class="small quiet-text one-line">{hit.company ?? hit.address}</span>
              </button>
            </Row>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The form begins with what was marked, as with somebody who stands on a page. */
function personOf({ name, point }: AskedView): TabPerson {
  return {
    key: point?.value ?? name,
    name,
    address: point?.value ?? null,
    role: 'mention',
    title: null,
    company: null,
    place: null,
    points: point ? [point] : [],
    spoof: false,
    automatic: false,
    contactId: null,
    contactName: null,
    by: null,
    byName: false,
    candidates: [],
  };
}
