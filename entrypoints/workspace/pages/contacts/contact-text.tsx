import { useState } from 'preact/hooks';
import { FullTimeline } from '@/components/activities/full-timeline';
import { typeWord } from '@/components/activities/item-words';
import { LogForm } from '@/components/activities/log-form';
import { type LogType, logTypes } from '@/components/activities/log-type';
import { NoteBox } from '@/components/notes/note-box';
import { NoteList } from '@/components/notes/note-list';
import { FoundPromises } from '@/components/promises/found-promises';
import { Menu } from '@/components/ui/menu';
import { Row, Section, Sheet } from '@/components/ui/sheet';
import type { ContactView } from '@/lib/api/views';
import { t } from '@/lib/i18n';

/** What was said: a box for a note, the notes, and the time line. */
export function ContactText({ contact }: { contact: ContactView }) {
  const [logging, setLogging] = useState<LogType | null>(null);
  return (
    <Sheet class="contact-text">
      <Section label={t('common.notes')} class="contact-notes">
        <Row gutter={t('common.note')} field>
          <NoteBox contactId={contact.id} />
          <FoundPromises contactId={contact.id} />
        </Row>
        {contact.notes.length > 0 && (
          <Row>
            <NoteList contactId={contact.id} notes={contact.notes} />
          </Row>
        )}
      </Section>
      <Section label={t('common.timeline')}>
        <Row>
          <div class="contact-timeline-head">
            <h2>{t('common.timeline')}</h2>
            <Menu
              label={t('workspace.log')}
              items={logTypes().map((type) => ({
                id: type,
                label: typeWord(type),
                run: () => setLogging(type),
              }))}
            />
          </div>
          {logging && (
            <LogForm key={logging} type={logging} contactIds={[contact.id]} onDone={() => setLogging(null)} />
          )}
        </Row>
        <FullTimeline contact={contact} />
      </Section>
    </Sheet>
  );
}
