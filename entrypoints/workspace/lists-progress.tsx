import { useEffect } from 'preact/hooks';
import { useQuery } from '@/components/query/use-query';
import { Progress } from '@/components/ui/progress';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';

/** Between two looks, in ms. */
const PAUSE = 700;

/** Says how far the lists are after an update: until they are whole, some people are missing in them. */
export function ListsProgress() {
  const { value, again } = useQuery('lists.filling', {});
  useEffect(() => {
    if (!value) return;
    const timer = setTimeout(again, PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  if (!value) return null;
  const label = t('workspace.lists_filling', {
    done: number(value.done),
    of: number(value.of),
  });
  return (
    <section class="workspace-bar" aria-label={label}>
      <span>{label}</span>
      <Progress label={label} value={value.done} max={Math.max(value.of, 1)} />
    </section>
  );
}
