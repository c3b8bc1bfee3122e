import { useEffect, useId, useState } from 'preact/hooks';
import { EvidenceNotes } from '@/components/advice/evidence';
import { Sentence } from '@/components/advice/sentence';
import { sentence } from '@/components/advice/words';
import { useDesk } from '@/components/contacts/desk';
import { useFootnotes } from '@/components/ui/footnote';
import { Row, Section } from '@/components/ui/sheet';
import type { AdviceView } from '@/lib/api/advice-views';
import { t } from '@/lib/i18n';
import { AdviceActions } from './advice-actions';
import { Draft } from './draft';
import { WhyView } from './why-view';
import './advising.css';

/** What is suggested for a contact, below what is owed. */
export function AdviceCard({ advice, isMain }: { advice: AdviceView; isMain: boolean }) {
  const { client } = useDesk();
  const { contactId, playId } = advice;
  useEffect(() => {
    // What was shown is kept once a day; that it could not be harms nothing here.
    client.call('advice.shown', { contactIds: [contactId] }).catch(() => undefined);
  }, [client, contactId, playId]);
  return (
    <Section label={t('advising.suggested')}>
      <Row
        gutter={
          <>
            <div>{t('advising.suggested')}</div>
            <div class="num">{t('advising.minutes', { count: advice.minutes })}</div>
          </>
        }
      >
        <AdviceText key={advice.playId} advice={advice} isMain={isMain} />
      </Row>
    </Section>
  );
}

/** One suggestion with its reason, what can be said to it, and one click away why it stands there. */
export function AdviceText({ advice, isMain }: { advice: AdviceView; isMain: boolean }) {
  const footnotes = useFootnotes();
  const whyId = useId();
  const [open, setOpen] = useState<'why' | 'draft' | null>(null);
  const toggle = (part: 'why' | 'draft') => setOpen(open === part ? null : part);
  return (
    <div class="advising">
      <p class="advising-title">{sentence(advice.title)}</p>
      <p class="advising-reason">
        <Sentence words={advice.reason} evidence={advice.evidence} first={0} footnotes={footnotes} />
      </p>
      <EvidenceNotes evidence={advice.evidence} first={0} footnotes={footnotes} />
      <AdviceActions
        advice={advice}
        isMain={isMain}
        drafting={advice.draft ? open === 'draft' : undefined}
        onDraft={() => toggle('draft')}
      />
      <button
        type="button"
        class="advising-more"
        aria-expanded={open === 'why'}
        aria-controls={whyId}
        onClick={() => toggle('why')}
      >
        {open === 'why' ? t('advising.hide_why') : t('advising.why_this')}
      </button>
      {open === 'draft' && advice.draft && <Draft draft={advice.draft} />}
      {open === 'why' && <WhyView why={advice.why} id={whyId} />}
    </div>
  );
}
