import { useQuery } from '@/components/query/use-query';
import { type CarePlan, SHIPPED_PLANS, type ShippedPlan } from '@/lib/crm/care-plans';
import { type Key, t } from '@/lib/i18n';

export interface NamedPlan extends CarePlan {
  id: string;
}

const NAMES = {
  start: 'care.plan_start',
  renewal: 'care.plan_renewal',
  again: 'care.plan_again',
} as const satisfies Record<ShippedPlan, Key>;

/** A plan that the product brings along, in the language on screen. */
function shipped(id: ShippedPlan): NamedPlan {
  const tasks = SHIPPED_PLANS[id].map((days, at) => ({
    days,
    title: t(`${NAMES[id]}_${at + 1}` as 'care.plan_start_1'),
  }));
  return { id, name: t(NAMES[id]), tasks };
}

/** Plans on offer: shipped ones as the user left or changed them, then the user's own; null while they are read. */
export function usePlans(): { plans: NamedPlan[]; stored: Record<string, CarePlan> } | null {
  const settings = useQuery('settings.get', {}, { keep: true });
  if (!settings.value) return null;
  const stored = settings.value.settings.carePlans ?? {};
  const ids = Object.keys(SHIPPED_PLANS) as ShippedPlan[];
  const all = [
    ...ids.map((id) => (stored[id] ? { ...stored[id], id } : shipped(id))),
    ...Object.entries(stored)
      .filter(([id]) => !Object.hasOwn(SHIPPED_PLANS, id))
      .map(([id, plan]) => ({ ...plan, id })),
  ];
  return { plans: all.filter((plan) => plan.tasks.length > 0), stored };
}
