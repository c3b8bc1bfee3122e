import type { TabView } from '@/lib/api/views';

/** Whether a page was read by the rule for any page, or by what was pointed at: its user may know better. */
export const isReadByRule = ({ site }: Pick<TabView, 'site'>): boolean =>
  site === 'generic' || site?.startsWith('taught-') === true;
