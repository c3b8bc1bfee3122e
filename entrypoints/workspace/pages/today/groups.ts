import type { TodayItem, TodayView } from '@/lib/api/views';
import type { Key, Vocabulary } from '@/lib/i18n';

const TITLES = {
  waitingForYou: 'workspace.today_waiting_for_you',
  youWaitFor: 'workspace.today_you_wait',
  due: 'workspace.today_due',
  touch: 'workspace.today_touch',
  dates: 'workspace.today_dates',
} as const satisfies Record<string, Key>;
type GroupName = keyof typeof TITLES;

/** What stands first on Today is what the product is for. Who was not heard of is a matter of its own only among people. */
const ORDERS: Readonly<Record<Vocabulary, readonly GroupName[]>> = {
  sales: ['waitingForYou', 'youWaitFor', 'due', 'dates'],
  support: ['waitingForYou', 'due', 'youWaitFor', 'dates'],
  people: ['dates', 'touch', 'due', 'waitingForYou', 'youWaitFor'],
};

export interface Group {
  name: GroupName;
  title: (typeof TITLES)[GroupName];
  items: readonly TodayItem[];
}

/** The groups of the page that hold something, in the order of what the product is for. */
export function groupsOf(today: TodayView, purpose: Vocabulary): Group[] {
  const order = ORDERS[purpose];
  const isTouch = (item: TodayItem) => item.step.kind === 'cadence';
  const items = (name: GroupName): readonly TodayItem[] => {
    if (name === 'touch') return today.due.filter(isTouch);
    if (name === 'due' && order.includes('touch')) return today.due.filter((item) => !isTouch(item));
    return today[name];
  };
  return order
    .map((name) => ({ name, title: TITLES[name], items: items(name) }))
    .filter((group) => group.items.length > 0);
}
