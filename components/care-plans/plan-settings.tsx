import { X } from 'lucide';
import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { Button, IconButton } from '@/components/ui/button';
import { type CarePlan, MOST_PLANS, SHIPPED_PLANS } from '@/lib/crm/care-plans';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { PlanForm } from './plan-form';
import { usePlans } from './plans';
import '@/components/settings/settings.css';

/** Care plans: changed, removed, added. */
export function PlanSettings() {
  const known = usePlans();
  const act = useAction();
  const [open, setOpen] = useState<string | null>(null);
  if (!known) return null;
  const { plans, stored } = known;
  const set = (carePlans: Record<string, CarePlan>, said?: string) =>
    act('settings.set', { settings: { carePlans } }, said);
  const put = async (id: string, plan: CarePlan) => {
    if (await set({ ...stored, [id]: plan })) setOpen(null);
  };
  const remove = ({ id, name }: (typeof plans)[number]) => {
    const { [id]: _gone, ...rest } = stored;
    // A shipped one is kept without tasks: else it would come back by itself.
    const after = Object.hasOwn(SHIPPED_PLANS, id) ? { ...rest, [id]: { name, tasks: [] } } : rest;
    void set(after, t('care.plan_removed', { name }));
  };
  const hidden = Object.keys(SHIPPED_PLANS).filter((id) => stored[id]?.tasks.length === 0);
  const bringBack = () =>
    set(Object.fromEntries(Object.entries(stored).filter(([id]) => !hidden.includes(id))));

  return (
    <>
      <ul class="setting-rows">
        {plans.map((plan) => (
          <li key={plan.id} class="setting-row">
            {open === plan.id ? (
              <PlanForm
                plan={plan}
                onSave={(next) => void put(plan.id, next)}
                onClose={() => setOpen(null)}
              />
            ) : (
              <>
                <Button kind="bare" class="flush" onClick={() => setOpen(plan.id)}>
                  {plan.name}{' '}
                  <span class="quiet-text">
                    {t('care.plan_count', {
                      count: plan.tasks.length,
                      days: number(Math.max(...plan.tasks.map(({ days }) => days))),
                    })}
                  </span>
                </Button>
                <IconButton
                  icon={X}
                  size={14}
                  label={t('care.plan_remove', { name: plan.name })}
                  onClick={() => remove(plan)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {open === '' && (
        <PlanForm
          plan={null}
          onSave={(plan) => void put(crypto.randomUUID(), plan)}
          onClose={() => setOpen(null)}
        />
      )}
      <div class="setting-actions">
        {open !== '' && plans.length < MOST_PLANS && (
          <Button onClick={() => setOpen('')}>{t('care.plan_add')}</Button>
        )}
        {hidden.length > 0 && <Button onClick={() => void bringBack()}>{t('care.plan_back')}</Button>}
      </div>
    </>
  );
}
