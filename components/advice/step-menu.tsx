import { Ellipsis } from 'lucide';
import { safeLink } from '@/components/activities/link';
import { Menu, type MenuItem } from '@/components/ui/menu';
import type { Step } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { useStepActions } from './step-actions';

/** What else can be done with a step: open its mail, put it off for longer, never see it again. */
export function StepMenu({ step }: { step: Step }) {
  const act = useStepActions();
  const link = safeLink(step.link);
  const items: MenuItem[] = [
    { id: 'week', label: t('panel.in_a_week'), run: () => void act.later(step, 7) },
    { id: 'month', label: t('panel.in_a_month'), run: () => void act.later(step, 30) },
    { id: 'never', label: t('common.never'), run: () => void act.never(step) },
  ];
  if (step.kind === 'first')
    items.unshift({ id: 'later', label: t('common.not_now'), run: () => void act.later(step, 1) });
  // Of a case the button leads to it: that it was answered, or holds, is said here.
  if (step.kind === 'case')
    items.unshift({ id: 'done', label: t('common.done'), run: () => void act.done(step) });
  if (link) {
    const open = () => void window.open(link, '_blank', 'noreferrer');
    items.unshift({ id: 'open', label: t('panel.open_mail'), run: open });
  }
  return <Menu label={t('panel.more_for_step')} icon={Ellipsis} items={items} />;
}
