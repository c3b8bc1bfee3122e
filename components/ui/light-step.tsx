import type { ComponentChildren } from 'preact';
import { Row } from './sheet';
import './light-step.css';

interface LightStepProps {
  /** In the margin: what this is, and how many more there are. */
  gutter?: ComponentChildren;
  title: ComponentChildren;
  /** Why, in a sentence. */
  reason?: ComponentChildren;
  actions?: ComponentChildren;
  children?: ComponentChildren;
}

/**
 * The one thing that matters on a sheet, lit from the rule. One stands in a view. Give it the step's id as `key`: the
 * light slides in once for each new step.
 */
export function LightStep({ gutter, title, reason, actions, children }: LightStepProps) {
  return (
    <Row class="light-step" gutter={gutter}>
      <h2 class="light-title">{title}</h2>
      {reason && <p class="light-reason">{reason}</p>}
      {children}
      {actions && <div class="light-actions">{actions}</div>}
    </Row>
  );
}
