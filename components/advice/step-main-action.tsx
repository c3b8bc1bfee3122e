import { useDesk } from '@/components/contacts/desk';
import { later } from '@/components/people/later';
import { Button, type ButtonKind } from '@/components/ui/button';
import type { Step } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { useStepActions } from './step-actions';

const CadenceChoice = later(
  () => import('@/components/contacts/cadence').then((part) => part.CadenceChoice),
  ['unfolded'],
);

interface StepMainActionProps {
  step: Step;
  kind: ButtonKind;
  /** Contacts whose rhythm is chosen where the step asks for one. */
  rhythmFor: readonly string[];
  onLog(): void;
}

/** What brings a step to its end: ticking it, logging the contact that was due, choosing a rhythm, or what is written in its case. */
export function StepMainAction({ step, kind, rhythmFor, onLog }: StepMainActionProps) {
  const act = useStepActions();
  const { openWorkspace } = useDesk();
  if (step.kind === 'first') {
    return (
      <div>
        {rhythmFor.length > 1 && <p class="small">{t('panel.rhythm_all', { count: rhythmFor.length })}</p>}
        <CadenceChoice contactIds={rhythmFor} days={null} />
      </div>
    );
  }
  if (step.kind === 'cadence') {
    return (
      <Button kind={kind} onClick={onLog}>
        {t('panel.log_contact')}
      </Button>
    );
  }
  if (step.kind === 'case' && step.caseId) {
    const page = `#/cases/${step.caseId}`;
    return (
      <Button kind={kind} onClick={() => openWorkspace(page)}>
        {t('common.open_the_case')}
      </Button>
    );
  }
  return (
    <Button kind={kind} onClick={() => void act.done(step)}>
      {t('common.done')}
    </Button>
  );
}
