import { Ellipsis } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { safeLink } from '@/components/activities/link';
import { CadenceChoice } from '@/components/contacts/cadence';
import { Button, type ButtonKind } from '@/components/ui/button';
import type { Footnotes } from '@/components/ui/footnote';
import { LightStep } from '@/components/ui/light-step';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { Row } from '@/components/ui/sheet';
import type { ContactView, Step } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { EvidenceNotes } from './evidence';
import { Sentence } from './sentence';
import { useStepActions } from './step-actions';
import { sentence } from './words';
import './advice.css';

interface NextStepsProps {
  contact: ContactView;
  footnotes: Footnotes;
  /** Contact was made elsewhere than by mail: opens the form that logs it. */
  onLog(): void;
}

/** What to do next for a contact: the first step lit, the others one click away. */
export function NextSteps({ contact, footnotes, onLog }: NextStepsProps) {
  const [unfolded, setUnfolded] = useState(false);
  const [first, ...others] = contact.steps;
  const notesBefore = contact.briefing.reduce((sum, clause) => sum + clause.evidence.length, 0);
  return (
    <section aria-label={t('common.next_steps')}>
      {first && (
        <StepCard
          key={first.key}
          step={first}
          first={notesBefore}
          footnotes={footnotes}
          onLog={onLog}
          more={
            others.length > 0 && (
              <button
                type="button"
                class="steps-more"
                aria-expanded={unfolded}
                onClick={() => setUnfolded(!unfolded)}
              >
                {unfolded ? t('panel.fewer') : t('panel.more', { count: others.length })}
              </button>
            )
          }
        />
      )}
      {unfolded && others.map((step) => <StepRow key={step.key} step={step} onLog={onLog} />)}
      {!first && (
        <Row gutter={t('common.next_step')}>
          <p class="small quiet-text step-none">{t('panel.no_step')}</p>
        </Row>
      )}
    </section>
  );
}

interface StepCardProps {
  step: Step;
  first: number;
  footnotes: Footnotes;
  more: ComponentChildren;
  onLog(): void;
}

function StepCard({ step, first, footnotes, more, onLog }: StepCardProps) {
  const act = useStepActions();
  return (
    <>
      <LightStep
        gutter={
          <>
            <div>{t('common.next_step')}</div>
            {more}
          </>
        }
        title={sentence(step.title)}
        reason={<Sentence words={step.reason} evidence={step.evidence} first={first} footnotes={footnotes} />}
        actions={
          <>
            <StepMainAction step={step} kind="ink" onLog={onLog} />
            {step.kind !== 'first' && (
              <Button onClick={() => void act.later(step, 1)}>{t('common.not_now')}</Button>
            )}
            <span class="step-spacer" />
            <StepMenu step={step} />
          </>
        }
      />
      <EvidenceNotes evidence={step.evidence} first={first} footnotes={footnotes} />
    </>
  );
}

/** A further step: what and why, done or not. */
function StepRow({ step, onLog }: { step: Step; onLog(): void }) {
  return (
    <Row class="step-row">
      <div class="step-row-head">
        <div>
          <p>{sentence(step.title)}</p>
          <p class="small quiet-text">{sentence(step.reason)}</p>
        </div>
        {step.kind !== 'first' && <StepMainAction step={step} kind="bare" onLog={onLog} />}
        <StepMenu step={step} />
      </div>
      {step.kind === 'first' && <StepMainAction step={step} kind="bare" onLog={onLog} />}
    </Row>
  );
}

interface StepMainActionProps {
  step: Step;
  kind: ButtonKind;
  onLog(): void;
}

/** What brings a step to its end: ticking it, logging the contact that was due, or choosing a rhythm. */
function StepMainAction({ step, kind, onLog }: StepMainActionProps) {
  const act = useStepActions();
  if (step.kind === 'first') return <CadenceChoice contactIds={[step.contactId]} days={null} />;
  const [label, run] =
    step.kind === 'cadence' ? [t('panel.log_contact'), onLog] : [t('common.done'), () => void act.done(step)];
  return (
    <Button kind={kind} onClick={run}>
      {label}
    </Button>
  );
}

function StepMenu({ step }: { step: Step }) {
  const act = useStepActions();
  const link = safeLink(step.link);
  const items: MenuItem[] = [
    { id: 'week', label: t('panel.in_a_week'), run: () => void act.later(step, 7) },
    { id: 'month', label: t('panel.in_a_month'), run: () => void act.later(step, 30) },
    { id: 'never', label: t('common.never'), run: () => void act.never(step) },
  ];
  if (step.kind === 'first')
    items.unshift({ id: 'later', label: t('common.not_now'), run: () => void act.later(step, 1) });
  if (link) {
    const open = () => void window.open(link, '_blank', 'noreferrer');
    items.unshift({ id: 'open', label: t('panel.open_mail'), run: open });
  }
  return <Menu label={t('panel.more_for_step')} icon={Ellipsis} items={items} />;
}
