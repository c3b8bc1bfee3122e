import { useState } from 'preact/hooks';
import { LogForm } from '@/components/activities/log-form';
import { NextSteps } from '@/components/advice/next-steps';
import { BeginPlan } from '@/components/care-plans/begin-plan';
import { CaseLines } from '@/components/cases/case-lines';
import { OpenCase } from '@/components/cases/open-case';
import { Dates } from '@/components/contacts/dates';
import { ContactDeals } from '@/components/deals/contact-deals';
import { MergedFrom } from '@/components/duplicates/merged-from';
import { ChangeList } from '@/components/history/change-list';
import { Needs } from '@/components/needs/needs';
import { Relations } from '@/components/relations/relations';
import { TaskForm } from '@/components/tasks/task-form';
import { TaskList } from '@/components/tasks/task-list';
import { Trust } from '@/components/trust/trust';
import { Button } from '@/components/ui/button';
import type { Footnotes } from '@/components/ui/footnote';
import type { ContactView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { go, href } from '../../router';

interface ContactSideProps {
  contact: ContactView;
  footnotes: Footnotes;
}

/** What is to be done and what comes, who else is there, and what was changed. */
export function ContactSide({ contact, footnotes }: ContactSideProps) {
  const [logging, setLogging] = useState(false);
  return (
    <div class="contact-side">
      <div class="contact-steps">
        <NextSteps contact={contact} footnotes={footnotes} onLog={() => setLogging(true)} />
        {logging && <LogForm type="call" contactIds={[contact.id]} onDone={() => setLogging(false)} />}
      </div>
      <Tasks contact={contact} />
      <ContactDeals contact={contact} />
      <Needs contact={contact} />
      <Trust contactId={contact.id} />
      <Cases contact={contact} />
      <section aria-label={t('common.dates')}>
        <h2>{t('common.dates')}</h2>
        <div class="profile-rows">
          <Dates contact={contact} />
        </div>
      </section>
      <Others contact={contact} />
      <Relations contactId={contact.id} page={(id) => href('contacts', id)} />
      <MergedFrom list={contact.mergedFrom} op="contacts.unmerge" />
      <section aria-label={t('common.history')}>
        <h2>{t('common.history')}</h2>
        <div class="contact-history">
          <ChangeList subject={contact.id} step={5} />
        </div>
      </section>
    </div>
  );
}

function Tasks({ contact }: { contact: ContactView }) {
  const [adding, setAdding] = useState(false);
  return (
    <section aria-label={t('common.tasks')}>
      <div class="contact-side-head">
        <h2>{t('common.tasks')}</h2>
        <span class="contact-side-acts">
          <Button kind="bare" onClick={() => setAdding(true)}>
            {t('common.add_task')}
          </Button>
          <BeginPlan contactId={contact.id} />
        </span>
      </div>
      {adding && <TaskForm contactIds={[contact.id]} onDone={() => setAdding(false)} />}
      <TaskList contactId={contact.id} tasks={contact.tasks} />
    </section>
  );
}

/** Cases that are not resolved, and a way to open one. */
function Cases({ contact }: { contact: ContactView }) {
  const [opening, setOpening] = useState(false);
  if (contact.kind === 'personal' && contact.cases.length === 0) return null;
  return (
    <section aria-label={t('cases.cases')}>
      <div class="contact-side-head">
        <h2>{t('cases.cases')}</h2>
        <Button kind="bare" onClick={() => setOpening(true)}>
          {t('common.open_case')}
        </Button>
      </div>
      <CaseLines cases={contact.cases} />
      {opening && (
        <OpenCase
          contact={{ id: contact.id, name: contact.name }}
          onClose={() => setOpening(false)}
          onOpened={(id) => go(href('cases', id))}
        />
      )}
    </section>
  );
}

function Others({ contact }: { contact: ContactView }) {
  if (contact.others.length === 0 || !contact.company) return null;
  const title = t('workspace.others_at', { company: contact.company.name });
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul class="contact-others">
        {contact.others.map((other) => (
          <li key={other.id}>
            <a class="name" href={href('contacts', other.id)}>
              {other.name}
            </a>
            <span class="quiet-text small one-line">{other.title}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
