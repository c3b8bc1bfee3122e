import { dayOfMoment } from '@/components/activities/log-type';
import { useAction } from '@/components/contacts/command';
import { Menu } from '@/components/ui/menu';
import { addDays } from '@/lib/crm/calendar';
import { t } from '@/lib/i18n';
import { type NamedPlan, usePlans } from './plans';

/** Puts all tasks of a care plan on a contact; one Undo takes them back. */
export function BeginPlan({ contactId }: { contactId: string }) {
  const act = useAction();
  const known = usePlans();
  if (!known || known.plans.length === 0) return null;
  const begin = ({ tasks }: NamedPlan) => {
    const today = dayOfMoment(Date.now());
    const due = tasks.map(({ title, days }) => ({ title, due: { date: addDays(today, days) } }));
    void act('tasks.addPlan', { contactIds: [contactId], tasks: due }, ({ count }) =>
      t('care.plan_begun', { count }),
    );
  };
  return (
    <Menu
      label={t('care.plan_begin')}
      items={known.plans.map((plan) => ({ id: plan.id, label: plan.name, run: () => begin(plan) }))}
    >
      {t('care.plan_begin')}
    </Menu>
  );
}
