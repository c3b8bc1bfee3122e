import { useState } from 'preact/hooks';
import { useAction } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { SurveyView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { dateTime, list, number, sentences } from '@/lib/i18n/format';
import type { AuthorForm } from '@/lib/surveys/form';
import { todoIn } from '@/lib/surveys/translation/texts';
import { type Difference, differenceOf } from '../draft/compare';
import { languageName } from '../draft/languages';
import { FaultList } from '../fault-list';
import { useFaults } from '../faults';
import type { DraftKeeper } from '../keep-draft';
import { stateWords } from '../words';
import { hubFailure } from './hub-connection';

interface ReleaseProps {
  survey: SurveyView;
  form: AuthorForm;
  keeper: DraftKeeper;
  /** Goes to the question, page or ending with a fault. */
  onFault(where: string): void;
}

/** Which version is out, what waits to be, and what keeps it. */
export function Release({ survey, form, keeper, onFault }: ReleaseProps) {
  const { client } = useDesk();
  const act = useAction();
  const [busy, setBusy] = useState(false);
  const faults = useFaults(form);
  const upload = async () => {
    try {
      await client.call('hub.upload', { surveyId: survey.id });
    } catch (failure) {
      toast(`${t('surveys.not_uploaded')} ${hubFailure(failure)}`, { failed: true });
    }
  };
  const publish = async () => {
    setBusy(true);
    await keeper.flush();
    const done = await act('surveys.publish', { id: survey.id }, t('surveys.published'));
    if (done && survey.hub) await upload();
    await keeper.load();
    setBusy(false);
  };
  const setState = async (state: 'open' | 'closed') => {
    const said = t(state === 'open' ? 'surveys.opened' : 'surveys.closed');
    const done = await act('surveys.setState', { id: survey.id, state }, said);
    if (done && survey.hub) await upload();
    await keeper.load();
  };
  const wants = survey.version === 0 || survey.changed;

  return (
    <section class="release" aria-label={t('surveys.version')}>
      <p>
        <strong>
          {stateWords(survey.state)}
          {t('workspace.full_stop')}
        </strong>{' '}
        {versionWords(survey, form)}
      </p>
      <Limit survey={survey} />
      {survey.version === 0 && faults.length === 0 && <p class="quiet-text">{t('surveys.publish_next')}</p>}
      {faults.length > 0 && wants && (
        <>
          <p>{t('surveys.faults_block', { count: faults.length })}</p>
          <FaultList form={form} faults={faults} onFault={onFault} />
        </>
      )}
      {wants && <TranslationNotes survey={survey} form={form} />}
      <div class="way-actions">
        {wants && (
          <Button kind="ink" loading={busy} disabled={faults.length > 0} onClick={() => void publish()}>
            {t('surveys.publish')}
          </Button>
        )}
        {survey.hub && survey.version > 0 && survey.atHub !== 'latest' && (
          <Button onClick={() => void upload().then(() => keeper.load())}>{t('surveys.upload')}</Button>
        )}
        {survey.state === 'open' && (
          <Button onClick={() => void setState('closed')}>{t('surveys.close')}</Button>
        )}
        {survey.state === 'closed' && (
          <Button onClick={() => void setState('open')}>{t('surveys.reopen')}</Button>
        )}
      </div>
    </section>
  );
}

/**
 * A survey that takes so many answers says how far it is. The hub counts by itself, and what is begun, for it reads no answer: those of
 * files and in person it never saw.
 */
function Limit({ survey: { state, published, answers, hub } }: Pick<ReleaseProps, 'survey'>) {
  const most = published?.show.stop;
  if (most === undefined || state !== 'open') return null;
  const said = { answers: number(answers), most: number(most) };
  const how = hub === null ? 'no_hub' : answers < most ? 'far' : 'full';
  return <p class="quiet-text">{t(`surveys.limit_${how}`, said)}</p>;
}

/** Translations that are missing where none has to be there, or older than what they translate: said before it is published. */
function TranslationNotes({ survey, form }: Pick<ReleaseProps, 'survey' | 'form'>) {
  const first = languageName(form.lang);
  const notes = form.langs.flatMap((lang) => {
    const { missing, stale } = todoIn(form, lang);
    const said = { language: languageName(lang), first };
    return [
      ...(missing.length > 0 ? [t('logic.publish_missing', { ...said, count: missing.length })] : []),
      ...(stale.length > 0 ? [t('logic.publish_stale', { ...said, count: stale.length })] : []),
    ];
  });
  if (notes.length === 0) return null;
  return (
    <div class="release-notes" role="note">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <a href={`#/surveys/${survey.id}/texts`}>{t('logic.publish_look')}</a>
    </div>
  );
}

function versionWords(survey: SurveyView, form: AuthorForm): string {
  const last = survey.versions.find(({ version }) => version === survey.version);
  if (!last || !survey.published) return t('surveys.never_published');
  const said = t('surveys.version_out', { n: last.version, when: dateTime(last.at, Date.now()) });
  if (!survey.changed) return said;
  const what = changeWords(differenceOf(survey.published, form));
  return what.length === 0
    ? said
    : sentences(said, t('surveys.changed_since', { what: list(what) }), t('surveys.changed_keeps'));
}

function changeWords({ added, removed, changed, order, endings, show, start }: Difference): string[] {
  return [
    ...(added > 0 ? [t('surveys.change_added', { count: added })] : []),
    ...(removed > 0 ? [t('surveys.change_removed', { count: removed })] : []),
    ...(changed > 0 ? [t('surveys.change_changed', { count: changed })] : []),
    ...(order ? [t('surveys.change_order')] : []),
    ...(endings ? [t('surveys.change_endings')] : []),
    ...(show ? [t('surveys.change_show')] : []),
    ...(start ? [t('surveys.change_start')] : []),
  ];
}
