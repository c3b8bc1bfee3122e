import { download } from '@/components/backup/files';
import { mailTo } from '@/components/contacts/mail-link';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import type { SchedulePreview } from '@/lib/api/schedule-views';
import type { SurveyView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';
import { surveyLink } from '../publish/addresses';
import { linksFile } from '../publish/links-file';
import { mailQuestion } from '../publish/mail-question';

type Open = SchedulePreview['open'][number];

interface OpenListProps {
  survey: SurveyView;
  open: Open[];
}

/** Who was taken as asked and has not answered: to be written to, called, or waited for. */
export function OpenList({ survey, open }: OpenListProps) {
  const byMail = open.filter(isMail);
  const save = () => {
    const rows = byMail.map(({ name, address, token }) => ({
      name,
      address: address ?? '',
      link: surveyLink(survey, { token }) ?? '',
    }));
    download(`${survey.code}.csv`, linksFile(rows), 'text/csv');
  };
  if (open.length === 0) return null;
  return (
    <section aria-label={t('schedules.open')}>
      <h3>{t('schedules.open')}</h3>
      {byMail.length > 0 && (
        <p class="quiet-text small">{t(survey.hub ? 'schedules.open_how_mail' : 'schedules.no_hub')}</p>
      )}
      {byMail.length < open.length && <p class="quiet-text small">{t('schedules.open_how_phone')}</p>}
      <ul class="schedule-open">
        {open.map((one) => (
          <li key={one.token}>
            <a class="name one-line" href={`#/contacts/${one.contactId}`}>
              {one.name}
            </a>
            <span class="quiet-text small">
              {t('schedules.asked_on', { day: shortDate(one.at, Date.now()) })}
            </span>
            <span class="schedule-acts">
              <Ways survey={survey} one={one} />
            </span>
          </li>
        ))}
      </ul>
      {byMail.length > 0 && survey.hub && (
        <div class="way-actions">
          <Button onClick={save}>{t('schedules.save_links')}</Button>
        </div>
      )}
    </section>
  );
}

const isMail = ({ channel }: Open): boolean => channel !== 'phone';

function Ways({ survey, one }: { survey: SurveyView; one: Open }) {
  const { name, address, token, contactId } = one;
  const link = isMail(one) ? surveyLink(survey, { token }) : null;
  if (!link)
    return (
      <a
        class="button quiet"
        href={`#/surveys/${survey.id}/ask?contact=${contactId}`}
        aria-label={t('schedules.ask_person', { name })}
      >
        {t('schedules.ask')}
      </a>
    );
  return (
    <>
      {address && (
        <a
          class="button quiet"
          href={mailOf(survey, address, token)}
          aria-label={t('schedules.write_to', { name })}
        >
          {t('schedules.write')}
        </a>
      )}
      <Button
        kind="bare"
        aria-label={t('schedules.copy_link_of', { name })}
        onClick={() => void copyText(link)}
      >
        {t('schedules.copy_link')}
      </Button>
    </>
  );
}

/** A draft in the survey's own language: what is asked, and the link. */
function mailOf(survey: SurveyView, address: string, token: string): string {
  const form = survey.published ?? survey.draft;
  const question = mailQuestion(survey, form, form.lang, token);
  if (!question) return mailTo(address, '', '');
  return mailTo(address, question.whole.text, `${question.title}\n\n${question.whole.href}\n`);
}
