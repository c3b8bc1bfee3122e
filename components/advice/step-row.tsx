import { Row } from '@/components/ui/sheet';
import type { Step } from '@/lib/api/views';
import { StepMainAction } from './step-main-action';
import { StepMenu } from './step-menu';
import { sentence } from './words';
import './advice.css';

interface StepRowProps {
  step: Step;
  rhythmFor: readonly string[];
  onLog(): void;
}

/** A further step: what and why, done or not. */
export function StepRow({ step, rhythmFor, onLog }: StepRowProps) {
  return (
    <Row class="step-row">
      <div class="step-row-head">
        <p>{sentence(step.title)}</p>
        <StepMenu step={step} />
      </div>
      <p class="small quiet-text">{sentence(step.reason)}</p>
      <div class="step-row-action">
        <StepMainAction step={step} kind="bare" rhythmFor={rhythmFor} onLog={onLog} />
      </div>
    </Row>
  );
}
