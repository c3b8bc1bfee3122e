/** A template of tasks, put on a contact in one step. Free of zod, so that views may import it. */
export interface CarePlan {
  name: string;
  /** In days from the day on which it is begun, 0 is that day. */
  tasks: { title: string; days: number }[];
}

/** Plans that the product brings along: their words are in the dictionaries. */
export const SHIPPED_PLANS = {
  start: [0, 7, 30, 60, 90],
  renewal: [0, 14, 30, 45],
  again: [0, 7, 21],
} as const;
export type ShippedPlan = keyof typeof SHIPPED_PLANS;

export const MOST_PLANS = 30;
export const MOST_PLAN_TASKS = 30;
/** Days that a plan reaches ahead at most. */
export const LONGEST_PLAN = 730;
