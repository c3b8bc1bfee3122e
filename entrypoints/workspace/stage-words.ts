import type { Stage } from '@/lib/api/views';
import { type Key, t } from '@/lib/i18n';

const STAGES = {
  exploring: 'common.stage_exploring',
  growing: 'common.stage_growing',
  mature: 'common.stage_mature',
  declining: 'common.stage_declining',
  left: 'common.stage_left',
} as const satisfies Record<Stage, Key>;

/** The name of a stage. */
export function stageWords(stage: Stage): string {
  return t(STAGES[stage]);
}
