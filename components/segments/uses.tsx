import { sentence } from '@/components/advice/words';
import { useQuery } from '@/components/query/use-query';
import type { SegmentUse } from '@/lib/api/segment-views';
import { t } from '@/lib/i18n';

interface UsesProps {
  id: string;
  /** Where one of them is seen. */
  addressOf(use: SegmentUse): string;
}

/** What rests on the segment. Nothing where nothing does. */
export function Uses({ id, addressOf }: UsesProps) {
  const uses = useQuery('segments.uses', { id }, { keep: true });
  if (!uses.value || uses.value.length === 0) return null;
  return (
    <section class="segment-section" aria-labelledby="segment-uses">
      <h2 id="segment-uses">{t('segments.uses')}</h2>
      <ul class="segment-rules">
        {uses.value.map((use) => (
          <li key={`${use.by} ${use.id}`}>
            <a href={addressOf(use)}>{usedWords(use)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Goal of Spring survey". */
export function usedWords({ by, id, name }: SegmentUse): string {
  return t(`segments.use_${by}`, { name: name || (by === 'play' ? ownName(id) : '') });
}

/** A play that the user never named has the product's name. */
const ownName = (id: string): string => sentence({ key: `plays.${id}_title`, params: {} });
