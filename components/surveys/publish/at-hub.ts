import type { SurveyView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';

type Shown = Pick<SurveyView, 'hub' | 'atHub'>;

/** Whether a link to the survey opens it: the hub shows it once the first version has arrived there. */
export const isAtHub = ({ atHub }: Shown): boolean => atHub !== 'none';

/** Why no link is shown, and what to do. */
export const whyNoLink = ({ hub }: Shown): string =>
  t(hub ? 'surveys.link_not_there' : 'surveys.link_without_hub');
