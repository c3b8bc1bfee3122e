import type { ComponentChildren } from 'preact';
import { dueText } from '@/components/tasks/due-text';
import { Button } from '@/components/ui/button';
import type { Footnotes } from '@/components/ui/footnote';
import { LightStep } from '@/components/ui/light-step';
import type { Step } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { EvidenceNotes } from './evidence';
import { Sentence } from './sentence';
import { useStepActions } from './step-actions';
import { StepMainAction } from './step-main-action';
import { StepMenu } from './step-menu';
import { sentence } from './words';
import './advice.css';

interface StepCardProps {
  step: Step;
  /** Footnotes of the text before: the step's own are numbered on. */
  notesBefore: number;
  footnotes: Footnotes;
  rhythmFor: readonly string[];
  /** In the margin, under the label. */
  children?: ComponentChildren;
  onLog(): void;
}

/** The step that the light falls on. */
export function StepCard({ step, notesBefore, footnotes, rhythmFor, children, onLog }: StepCardProps) {
  const act = useStepActions();
  return (
    <>
      <LightStep
        gutter={
          <>
            <div>{t('common.next_step')}</div>
            {step.kind === 'cadence' && step.due && <div>{dueText(step.due, Date.now())}</div>}
            {children}
          </>
        }
        title={sentence(step.title)}
        reason={
          <Sentence words={step.reason} evidence={step.evidence} first={notesBefore} footnotes={footnotes} />
        }
        actions={
          <>
            <StepMainAction step={step} kind="ink" rhythmFor={rhythmFor} onLog={onLog} />
            {step.kind !== 'first' && (
              <Button onClick={() => void act.later(step, 1)}>{t('common.not_now')}</Button>
            )}
            <span class="step-spacer" />
            <StepMenu step={step} />
          </>
        }
      />
      <EvidenceNotes evidence={step.evidence} first={notesBefore} footnotes={footnotes} />
    </>
  );
}
