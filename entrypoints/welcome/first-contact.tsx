import { useEffect, useRef, useState } from 'preact/hooks';
import { NextSteps } from '@/components/advice/next-steps';
import { useDesk } from '@/components/contacts/desk';
import { pickImport } from '@/components/imports/importer';
import { NoteBox } from '@/components/notes/note-box';
import { AddForm } from '@/components/people/add-form';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { useFootnotes } from '@/components/ui/footnote';
import { Row, Sheet } from '@/components/ui/sheet';
import type { ContactView } from '@/lib/api/views';
import { t } from '@/lib/i18n';

const NO_PAGE = { source: '', link: null };

/** For people who write outside of the browser: a name, a pasted card or a file makes the first contact. */
export function FirstContact() {
  const [id, setId] = useState<string | null>(null);
  const contact = useQuery('contacts.view', id ? { id, timeline: 10 } : null);
  const form = useRef<HTMLDivElement>(null);
  // It opens below what fits on a small screen: its last button is to be seen.
  useEffect(() => form.current?.scrollIntoView?.({ block: 'nearest' }), []);
  if (contact.value) return <Begun contact={contact.value} />;
  return (
    <div class="welcome-first" ref={form}>
      <AddForm person={null} origin={NO_PAGE} fromMail={false} pasting onAdded={setId} />
      <div class="welcome-file">
        <Button onClick={() => void pickImport()}>{t('welcome.choose_file')}</Button>
        <span class="small quiet-text">{t('welcome.or_drop')}</span>
      </div>
    </div>
  );
}

/** The first contact is there: a note, a rhythm, and the first step with its reason. */
function Begun({ contact }: { contact: ContactView }) {
  const { openWorkspace } = useDesk();
  const footnotes = useFootnotes();
  // The sentence about how things stand is not shown here: its footnotes are not counted.
  const bare = { ...contact, briefing: [] };
  return (
    <Sheet class="welcome-begun">
      <Row>
        <h3 class="name welcome-name">{contact.name}</h3>
      </Row>
      <NextSteps
        contact={bare}
        footnotes={footnotes}
        onLog={() => openWorkspace(`#/contacts/${contact.id}`)}
      />
      <Row field gutter={t('common.note')}>
        <NoteBox contactId={contact.id} focused />
        {contact.notes[0] && <p class="welcome-note">{contact.notes[0].text}</p>}
      </Row>
      <Row>
        <p class="welcome-saved" role="status">
          {t('common.saved_here')}
        </p>
      </Row>
    </Sheet>
  );
}
