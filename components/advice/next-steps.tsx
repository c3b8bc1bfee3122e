import { useEffect, useState } from 'preact/hooks';
import { LaterAdvice } from '@/components/advising/later-advice';
import { useDesk } from '@/components/contacts/desk';
import { useQuery } from '@/components/query/use-query';
import type { Footnotes } from '@/components/ui/footnote';
import { Row } from '@/components/ui/sheet';
import type { ContactView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { StepCard } from './step-card';
import { StepRow } from './step-row';
import './advice.css';

interface NextStepsProps {
  contact: ContactView;
  footnotes: Footnotes;
  /** Contacts that were added together: one answer on the rhythm holds for all. */
  together?: readonly string[];
  /** There is little room: what is suggested behind something owed stands among what is one click away. */
  narrow?: boolean;
  /** Contact was made elsewhere than by mail: opens the form that logs it. */
  onLog(): void;
}

/** What to do next for a contact: the first step lit, the others one click away. */
export function NextSteps({ contact, footnotes, together, narrow = false, onLog }: NextStepsProps) {
  const [unfolded, setUnfolded] = useState(false);
  const { client } = useDesk();
  const { advice = null, held = false } = useQuery('advice.contact', { contactId: contact.id }).value ?? {};
  const [first, ...others] = contact.steps;
  const rhythmFor = together ?? [contact.id];
  const isFolded = narrow && first !== undefined;
  const count = others.length + (isFolded && advice ? 1 : 0);
  const isHeld = held && (!isFolded || unfolded);
  useEffect(() => {
    // Kept beside what is shown, to be compared with it; that it could not be harms nothing here.
    if (isHeld) client.call('advice.shown', { contactIds: [contact.id] }).catch(() => undefined);
  }, [client, contact.id, isHeld]);
  return (
    <section aria-label={t('common.next_steps')}>
      {first && (
        <StepCard
          key={first.key}
          step={first}
          notesBefore={contact.briefing.reduce((sum, clause) => sum + clause.evidence.length, 0)}
          footnotes={footnotes}
          rhythmFor={rhythmFor}
          onLog={onLog}
        >
          {count > 0 && (
            <button
              type="button"
              class="steps-more"
              aria-expanded={unfolded}
              onClick={() => setUnfolded(!unfolded)}
            >
              {unfolded ? t('panel.fewer') : t('panel.more', { count })}
            </button>
          )}
        </StepCard>
      )}
      {unfolded &&
        others.map((step) => <StepRow key={step.key} step={step} rhythmFor={rhythmFor} onLog={onLog} />)}
      {!first && (
        <Row gutter={t('common.next_step')}>
          <p class="small quiet-text step-none">{t('panel.no_step')}</p>
        </Row>
      )}
      {advice && (!isFolded || unfolded) && <LaterAdvice advice={advice} isMain={!first} />}
    </section>
  );
}
