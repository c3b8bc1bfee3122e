import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { Results } from '@/lib/api/results';
import type { ContactView } from '@/lib/api/views';
import { type Key, t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';
import { surveyLink } from './publish/addresses';
import { copyText } from './publish/copy';
import { mailQuestion } from './publish/mail-question';
import { mailHtml, mailText } from './publish/mail-text';
import './editor.css';

type Person = Pick<ContactView, 'id' | 'name' | 'kind'>;

/** Asks one contact by a link of their own. It stands where there is a survey to ask, and not beside a personal contact. */
export function AskButton({ contact }: { contact: Person }) {
  const [open, setOpen] = useState(false);
  const surveys = useQuery('surveys.list', {});
  const asking = surveys.value?.filter(({ state }) => state === 'open') ?? [];
  if (contact.kind === 'personal' || asking.length === 0) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('surveys.ask')}</Button>
      {open && (
        <AskDialog
          contact={contact}
          surveys={asking.map(({ id, name }) => ({ value: id, label: name }))}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

interface AskDialogProps {
  contact: Person;
  surveys: { value: string; label: string }[];
  onClose(): void;
}

type Skipped = Results['invites.add']['skipped'][number];

const WHY = {
  doNotContact: 'surveys.ask_do_not_contact',
  consent: 'surveys.ask_consent',
  personal: 'surveys.ask_personal',
} as const satisfies Record<Exclude<Skipped['why'], 'asked'>, Key>;

function AskDialog({ contact, surveys, onClose }: AskDialogProps) {
  const [surveyId, setSurveyId] = useState(surveys[0]?.value ?? '');
  const [token, setToken] = useState<string | null>(null);
  const [skipped, setSkipped] = useState<Skipped | null>(null);
  const survey = useQuery('surveys.view', surveyId ? { id: surveyId } : null);
  const { run, busy, error } = useCommand();
  const { id, name } = contact;

  const make = async (force: boolean) => {
    const made = await run(
      'invites.add',
      { surveyId, contactIds: [id], channel: 'link', force },
      t('surveys.links_made'),
    );
    setToken(made?.links[0]?.token ?? null);
    setSkipped(made?.skipped[0] ?? null);
  };
  const view = survey.value;
  const link = view && token ? surveyLink(view, { token }) : null;
  const mail = view && token ? mailQuestion(view, view.draft, view.draft.lang, token) : null;

  return (
    <Dialog title={t('surveys.ask_title', { name })} onClose={onClose}>
      <div class="editor-fields">
        <Select
          label={t('surveys.ask_survey')}
          value={surveyId}
          choices={surveys}
          error={error}
          onChoose={(chosen) => {
            setSurveyId(chosen);
            setToken(null);
            setSkipped(null);
          }}
        />
        {view && !view.hub && <p>{t('surveys.ask_none')}</p>}
        {skipped && <p role="alert">{skippedWords(skipped, name)}</p>}
        {link && <Field label={t('surveys.ask_link')} readOnly value={link} onInput={() => {}} />}
      </div>
      <footer class="dialog-actions">
        {mail && (
          <Button onClick={() => void copyText(mailText(mail), mailHtml(mail))}>
            {t('surveys.copy_mail')}
          </Button>
        )}
        {link ? (
          <Button kind="ink" onClick={() => void copyText(link)}>
            {t('surveys.copy_link')}
          </Button>
        ) : (
          view?.hub &&
          (skipped === null || skipped.why === 'asked') && (
            <Button kind="ink" loading={busy} onClick={() => void make(skipped !== null)}>
              {t(skipped ? 'surveys.ask_anyway' : 'surveys.ask_make')}
            </Button>
          )
        )}
      </footer>
    </Dialog>
  );
}

function skippedWords({ why, at }: Skipped, name: string): string {
  if (why !== 'asked') return t(WHY[why], { name });
  return t('surveys.ask_asked', { name, day: at === null ? '' : shortDate(at, Date.now()) });
}
