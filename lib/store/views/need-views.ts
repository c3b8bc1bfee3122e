import type { NeedView } from '@/lib/api/views';
import type { Contact } from '@/lib/crm/contacts';

/** Needs as a profile shows them: open ones first, the last heard before the others. */
export function needViews(needs: Contact['needs']): NeedView[] {
  const views = Object.entries(needs ?? {}).map(([id, need]) => ({
    id,
    quote: need.quote,
    kind: need.kind,
    strength: need.strength,
    status: need.status,
    confirmedAt: need.confirmedAt ?? null,
    activityId: need.activityId ?? null,
  }));
  return views.sort(
    (a, b) =>
      Number(a.status !== 'open') - Number(b.status !== 'open') ||
      (b.confirmedAt ?? 0) - (a.confirmedAt ?? 0),
  );
}
