import { pointWord } from '@/components/contacts/point-words';
import type { HealthKind } from '@/lib/crm/health-kinds';
import { type Key, t } from '@/lib/i18n';
import type { Part } from '@/lib/insight/completeness';

/** In which order the kinds stand, under which heading. */
export const HEALTH_PARTS = [
  { title: 'health.malformed', kinds: ['address', 'phone'] },
  { title: 'health.missing', kinds: ['noWay', 'noName', 'noCompany'] },
  { title: 'health.doubtful', kinds: ['contradiction', 'stale'] },
  { title: 'health.orphaned', kinds: ['relation', 'task', 'case', 'tag', 'company'] },
] as const satisfies readonly { title: Key; kinds: readonly HealthKind[] }[];

export function kindWords(kind: HealthKind): string {
  return t(`health.kind_${kind}`);
}

const PARTS = {
  name: 'common.name',
  company: 'common.company',
  title: 'common.role',
  birthday: 'common.birthday',
  tag: 'common.tag',
  place: 'health.part_place',
  consent: 'health.part_consent',
} as const satisfies Partial<Record<Part, Key>>;

/** What a contact lacks, in a word. */
export function partWords(part: Part): string {
  if (part === 'address') return pointWord('email');
  if (part === 'phone') return pointWord('phone');
  return t(PARTS[part]);
}
