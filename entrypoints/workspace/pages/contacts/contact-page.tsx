import { useEffect } from 'preact/hooks';
import { Briefing } from '@/components/advice/briefing';
import { momentOfDay } from '@/components/advice/words';
import { failureWords } from '@/components/contacts/failure';
import { ContactFace } from '@/components/photos/face';
import { useQuery } from '@/components/query/use-query';
import { ReminderCard } from '@/components/reminders/reminder-card';
import { AskButton } from '@/components/surveys/ask-button';
import { EmptyState } from '@/components/ui/empty-state';
import { useFootnotes } from '@/components/ui/footnote';
import { Pulse } from '@/components/ui/pulse';
import type { ContactView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import { go, href, route } from '../../router';
import { ContactMenu } from './contact-menu';
import { ContactSide } from './contact-side';
import { ContactText } from './contact-text';
import { Profile } from './profile';
import './contact.css';

/** All that is known of one person. */
export function ContactPage({ id }: { id: string }) {
  const contact = useQuery('contacts.view', { id, timeline: 50 });
  const shown = contact.value?.id;
  // One that was merged is shown as the one that it went into: so is its address.
  useEffect(() => {
    if (shown && shown !== id) location.replace(href('contacts', shown));
  }, [shown, id]);
  if (contact.value) return <ContactSheet contact={contact.value} />;
  if (contact.error != null)
    return (
      <>
        <PageHeading title={t('common.contacts')} />
        <EmptyState title={failureWords(contact.error)}>{t('workspace.contact_gone')}</EmptyState>
      </>
    );
  return <PageHeading title={t('common.loading')} />;
}

function ContactSheet({ contact }: { contact: ContactView }) {
  const footnotes = useFootnotes();
  const { received, sent, expected } = contact.pulse;
  const weeks = received.map((count, week) => ({ received: count, sent: sent[week] ?? 0 }));
  return (
    <article class="contact-page">
      <header class="contact-top">
        <ContactFace id={contact.id} size={56} />
        <div class="contact-title">
          <PageHeading
            title={contact.name}
            person
            actions={
              <>
                <AskButton contact={contact} />
                <ContactMenu contact={contact} />
              </>
            }
          />
          <Briefing clauses={contact.briefing} footnotes={footnotes} />
        </div>
        <Pulse weeks={weeks} now={Date.now()} expectedAt={expected ? momentOfDay(expected) : null} />
      </header>
      {route.value.params.has('remind') && (
        <ReminderCard contactId={contact.id} onClose={() => go(href('contacts', contact.id))} />
      )}
      <div class="contact-columns">
        <Profile contact={contact} />
        <ContactText contact={contact} />
        <ContactSide contact={contact} footnotes={footnotes} />
      </div>
    </article>
  );
}
