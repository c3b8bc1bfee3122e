import type { TodayView } from '@/lib/api/views';
import { t } from '@/lib/i18n';

/** "4 people wait for you, the longest for 9 days; 1 thing is late." */
export function summary(today: TodayView): string {
  const waiting = new Set(today.waitingForYou.map((item) => item.contact.id)).size;
  const longest = Math.max(0, ...today.waitingForYou.map((item) => item.ageDays ?? 0));
  const late = today.due.filter((item) => item.step.lateDays > 0).length;
  return [
    waiting > 0 ? t('workspace.today_wait', { count: waiting }) : t('workspace.today_nobody'),
    longest > 0 ? t('workspace.today_longest', { count: longest }) : '',
    late > 0 ? t('workspace.today_late', { count: late }) : '',
    t('workspace.full_stop'),
  ].join('');
}
