import { Ellipsis } from 'lucide';
import { safeLink } from '@/components/activities/link';
import { useStepActions } from '@/components/advice/step-actions';
import { momentOfDay, sentence } from '@/components/advice/words';
import { Button } from '@/components/ui/button';
import { Menu } from '@/components/ui/menu';
import { Moon } from '@/components/ui/moon';
import type { Step, TodayItem } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { age, dayName } from '@/lib/i18n/format';
import { href } from '../../router';
import { stageWords } from '../../stage-words';

interface TodayRowProps {
  id: string;
  item: TodayItem;
  /** The row whose reason stands beside the list, and that can be acted upon. */
  current: boolean;
  onChoose(): void;
}

/** One thing of the day: how old, who, what, and for the current row what to do. */
export function TodayRow({ id, item, current, onChoose }: TodayRowProps) {
  const { contact, step } = item;
  const late = step.lateDays > 0 && step.due !== null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link in the row takes the focus and the keys
    <li
      id={id}
      class={current ? 'today-row current' : 'today-row'}
      aria-current={current || undefined}
      onClick={onChoose}
      onFocusIn={onChoose}
    >
      <span class={late ? 'today-age late' : 'today-age'}>{ageWords(item, Date.now())}</span>
      <span class="today-who">
        {contact.stage && <Moon phase={contact.stage} label={stageWords(contact.stage)} />}
        <a class="name today-name" href={href('contacts', contact.id)}>
          {contact.name}
        </a>
        {contact.company && <span class="quiet-text small one-line">{contact.company}</span>}
      </span>
      <span class="today-what one-line">{sentence(step.title)}</span>
      {current && <StepActions step={step} />}
    </li>
  );
}

/** "9 d", "87 d late", "today", "Mon": how old a thing is, or when it comes. */
function ageWords({ step, ageDays }: TodayItem, now: number): string {
  if (step.due) {
    if (step.lateDays > 0) return t('common.days_late', { n: step.lateDays });
    return dayName(momentOfDay(step.due.date), now);
  }
  const at = step.evidence[0]?.at ?? null;
  if (ageDays === 0 && at !== null) return age(at, now);
  return ageDays === null ? '' : t('common.age_days', { n: ageDays });
}

function StepActions({ step }: { step: Step }) {
  const act = useStepActions();
  const link = safeLink(step.link);
  return (
    <span class="today-actions">
      <MainAction step={step} link={link} />
      <Button onClick={() => void act.later(step, 1)}>{t('common.not_now')}</Button>
      <Menu
        label={t('panel.more_for_step')}
        icon={Ellipsis}
        items={[
          { id: 'done', label: t('common.done'), run: () => void act.done(step) },
          { id: 'week', label: t('panel.in_a_week'), run: () => void act.later(step, 7) },
          { id: 'month', label: t('panel.in_a_month'), run: () => void act.later(step, 30) },
          { id: 'never', label: t('common.never'), run: () => void act.never(step) },
        ]}
      />
    </span>
  );
}

function MainAction({ step, link }: { step: Step; link: string | null }) {
  const act = useStepActions();
  if (step.kind === 'unanswered' && link)
    return (
      <a class="button ink" href={link} target="_blank" rel="noreferrer">
        {t('workspace.reply')}
      </a>
    );
  if (step.kind === 'cadence' || step.kind === 'first')
    return (
      <a class="button ink" href={href('contacts', step.contactId)}>
        {t('common.open_contact')}
      </a>
    );
  if (step.kind === 'case' && step.caseId)
    return (
      <a class="button ink" href={href('cases', step.caseId)}>
        {t('common.open_the_case')}
      </a>
    );
  return (
    <Button kind="ink" onClick={() => void act.done(step)}>
      {t('common.done')}
    </Button>
  );
}
