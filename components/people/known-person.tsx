import { useState } from 'preact/hooks';
import type { LogType } from '@/components/activities/log-type';
import { TimelineRows } from '@/components/activities/timeline';
import { Briefing } from '@/components/advice/briefing';
import { NextSteps } from '@/components/advice/next-steps';
import { ContactHead } from '@/components/contacts/contact-head';
import { PanelFigures } from '@/components/figures/panel-figures';
import { NoteBox } from '@/components/notes/note-box';
import { NoteLines } from '@/components/notes/note-lines';
import { TagRow } from '@/components/tags/tag-row';
import { useFootnotes } from '@/components/ui/footnote';
import type { MenuItem } from '@/components/ui/menu';
import { Row, Section } from '@/components/ui/sheet';
import type { ContactView, TabView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { ContactFoot } from './contact-foot';
import { later } from './later';
import './known-person.css';

const FullTimeline = later(() => import('./unfolded').then((part) => part.FullTimeline), ['unfolded']);
const FullProfile = later(() => import('./unfolded').then((part) => part.FullProfile), ['unfolded']);
const NoteList = later(() => import('./unfolded').then((part) => part.NoteList), ['unfolded']);
const FirstRhythm = later(() => import('./first-rhythm').then((part) => part.FirstRhythm), ['unfolded']);
const PageOffers = later(() => import('./page-offers').then((part) => part.PageOffers), ['unfolded']);
const AutologOffer = later(() => import('./autolog-offer').then((part) => part.AutologOffer), ['unfolded']);
const CaseLines = later(() => import('@/components/cases/case-lines').then((part) => part.CaseLines));
const DealLines = later(() => import('./deal-parts').then((part) => part.DealLines), ['deals']);
const DealForm = later(() => import('./deal-parts').then((part) => part.DealForm), ['deals', 'unfolded']);
const NeedLines = later(() => import('./care-parts').then((part) => part.NeedLines), ['care']);
const FoundPromises = later(
  () => import('./care-parts').then((part) => part.FoundPromises),
  ['care', 'unfolded'],
);
const LogForm = later(() => import('./forms').then((part) => part.LogForm), ['unfolded']);
const TaskForm = later(() => import('./forms').then((part) => part.TaskForm), ['unfolded']);

interface KnownPersonProps {
  contact: ContactView;
  recognised: string | null;
  /** Since when they are known by that, as words. */
  since: string | null;
  /** The page, when the contact is on it; null for one that was looked up. */
  view: TabView | null;
  /** Entries of the menu that concern the page. */
  items: readonly MenuItem[];
  /** Contacts that were just added together, this one among them: the caret stands in Note. */
  justAdded: readonly string[];
  onSettled(): void;
}

/** The form that is open at the foot, if any. */
export type OpenForm = 'task' | 'deal' | LogType | null;

/** A contact beside the page: who, how things stand, what to do, what was said. Its `key` is the contact's id. */
export function KnownPerson(props: KnownPersonProps) {
  const { contact, recognised, since, view, items, justAdded, onSettled } = props;
  const footnotes = useFootnotes();
  const [form, setForm] = useState<OpenForm>(null);
  const [unfolded, setUnfolded] = useState(false);
  const [noted, setNoted] = useState<string | null>(null);
  const contactIds = [contact.id];
  const isNew = justAdded.includes(contact.id);
  const now = Date.now();
  const [firstNote] = contact.notes;
  // The first note stands below its box already.
  const activities = contact.timeline.filter((item) => item.id !== firstNote?.id);
  const closeForm = () => setForm(null);

  return (
    <>
      <ContactHead contact={contact} recognised={recognised} since={since} items={items} />
      <Briefing
        clauses={contact.briefing}
        footnotes={footnotes}
        unlogged={view?.logs === 'mail' && !view.logged}
      />
      <NextSteps
        narrow
        contact={contact}
        footnotes={footnotes}
        together={isNew ? justAdded : undefined}
        onLog={() => setForm('call')}
      />
      {view && view.offers.length > 0 && <PageOffers contact={contact} view={view} />}
      {view?.offerAutolog && !contact.autolog && <AutologOffer contact={contact} />}
      <Section label={t('common.notes')}>
        <Row field gutter={t('common.note')}>
          <NoteBox contactId={contact.id} focused={isNew} onSaved={setNoted} />
          {noted && <FoundPromises key={noted} contactId={contact.id} activityId={noted} />}
          {!unfolded && <NoteLines notes={contact.notes} count={1} />}
        </Row>
        {unfolded && contact.notes.length > 0 && (
          <Row>
            <NoteList contactId={contact.id} notes={contact.notes} />
          </Row>
        )}
      </Section>
      {isNew && contact.steps[0]?.kind !== 'first' && contact.cadence === null && (
        <FirstRhythm contact={contact} contactIds={justAdded} onDone={onSettled} />
      )}
      {contact.needs.some((need) => need.status === 'open') && (
        <Section label={t('panel.needs')}>
          <Row gutter={t('panel.needs')}>
            <NeedLines needs={contact.needs} />
          </Row>
        </Section>
      )}
      {contact.deals.length > 0 && (
        <Section label={t('panel.open_deals')}>
          <Row gutter={t('panel.deal')}>
            <DealLines deals={contact.deals} />
          </Row>
        </Section>
      )}
      {contact.cases.length > 0 && (
        <Section label={t('panel.open_cases')}>
          <Row gutter={t('common.case')}>
            <CaseLines cases={contact.cases} />
          </Row>
        </Section>
      )}
      <Section label={t('common.tags')}>
        <Row class="tags-of-contact" gutter={t('common.tags')}>
          <TagRow contactId={contact.id} tags={contact.tags} />
        </Row>
      </Section>
      <Section label={t('common.timeline')} class={unfolded ? 'timeline full' : 'timeline'}>
        {unfolded ? (
          <FullTimeline contact={contact} />
        ) : (
          <>
            <TimelineRows items={activities.slice(0, 8)} now={now} />
            {activities.length === 0 && (
              <Row gutter={t('common.timeline')}>
                <p class="small quiet-text">{t('panel.timeline_empty')}</p>
              </Row>
            )}
          </>
        )}
      </Section>
      <PanelFigures contactId={contact.id} unfolded={unfolded} />
      {unfolded && <FullProfile contact={contact} />}
      {form && (
        <Section label={formWords(form)}>
          <Row>
            {form === 'task' && <TaskForm contactIds={contactIds} onDone={closeForm} />}
            {form === 'deal' && <DealForm contact={contact} onCancel={closeForm} onDone={closeForm} />}
            {form !== 'task' && form !== 'deal' && (
              <LogForm key={form} type={form} contactIds={contactIds} onDone={closeForm} />
            )}
          </Row>
        </Section>
      )}
      <ContactFoot
        contact={contact}
        view={view}
        form={form}
        unfolded={unfolded}
        onForm={setForm}
        onUnfold={() => setUnfolded(!unfolded)}
      />
    </>
  );
}

function formWords(form: NonNullable<OpenForm>): string {
  if (form === 'task') return t('common.add_task');
  return form === 'deal' ? t('panel.add_deal') : t('panel.log');
}
