import { SHOWN_STAGE } from '@/lib/crm/stage-names';
import { t } from '@/lib/i18n';

/** The name of a stage as it is counted. */
export function stageName(stage: keyof typeof SHOWN_STAGE): string {
  return t(`common.stage_${SHOWN_STAGE[stage]}`);
}
