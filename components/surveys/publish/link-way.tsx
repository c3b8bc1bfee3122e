import { download } from '@/components/backup/files';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import type { SurveyView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { opensHereOnly, surveyLink } from './addresses';
import { isAtHub, whyNoLink } from './at-hub';
import { QrCode, qrFile } from './qr-code';
import { Way } from './way';

/** The survey on a page of its own: an address, and the same as a code to be scanned. */
export function LinkWay({ survey }: { survey: SurveyView }) {
  const link = isAtHub(survey) ? surveyLink(survey) : null;
  const isHere = opensHereOnly(survey);
  return (
    <Way
      title={t('surveys.way_link')}
      needs={t('surveys.link_needs')}
      fault={isHere && t('surveys.only_here')}
    >
      {link ? (
        <>
          <QrCode address={link} label={t('surveys.qr_label')} />
          <p class="link-address">{link}</p>
          <div class="way-actions">
            <Button kind="ink" onClick={() => void copyText(link)}>
              {t('surveys.copy_link')}
            </Button>
            <Button onClick={() => download(`${survey.code}.svg`, qrFile(link), 'image/svg+xml')}>
              {t('surveys.save_svg')}
            </Button>
          </div>
          <p class="way-note">{t(isHere ? 'surveys.try_it_here' : 'surveys.try_it')}</p>
        </>
      ) : (
        <p class="way-note">{whyNoLink(survey)}</p>
      )}
    </Way>
  );
}
