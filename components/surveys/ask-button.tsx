import { useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { Results } from '@/lib/api/results';
import type { ContactView } from '@/lib/api/views';
import { t } from '@/lib/i18n';
import { surveyLink } from './publish/addresses';
import { mailQuestion } from './publish/mail-question';
import { mailHtml, mailText } from './publish/mail-text';
import { isRefused, skippedWords } from './skipped-words';
import './editor.css';

type Person = Pick<ContactView, 'id' | 'name' | 'kind'>;

/** Asks one contact by a link of their own. It stands where there is a survey to ask, and not beside a personal contact. */
export function AskButton({ contact }: { contact: Person }) {
  const [open, setOpen] = useState(false);
  const surveys = useQuery('surveys.count', {});
  if (contact.kind === 'personal' || !surveys.value?.open) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('surveys.ask')}</Button>
      {open && <AskDialog contact={contact} onClose={() => setOpen(false)} />}
    </>
  );
}

interface AskDialogProps {
  contact: Person;
  onClose(): void;
}

type Skipped = Results['invites.add']['skipped'][number];

function AskDialog({ contact, onClose }: AskDialogProps) {
  const surveys = useQuery('surveys.list', {}, { keep: true });
  const asking = (surveys.value ?? []).filter(({ state }) => state === 'open');
  const [chosen, setSurveyId] = useState('');
  const surveyId = chosen || (asking[0]?.id ?? '');
  const [token, setToken] = useState<string | null>(null);
  const [refused, setRefused] = useState<Skipped | null>(null);
  const checked = useQuery('invites.check', surveyId ? { surveyId, contactIds: [contact.id] } : null);
  const skipped = refused ?? checked.value?.skipped[0] ?? null;
  const survey = useQuery('surveys.view', surveyId ? { id: surveyId } : null);
  const { run, busy, error } = useCommand();
  const { openWorkspace } = useDesk();
  const { id, name } = contact;

  const make = async (force: boolean) => {
    const made = await run(
      'invites.add',
      { surveyId, contactIds: [id], channel: 'link', force },
      t('surveys.links_made'),
    );
    setToken(made?.links[0]?.token ?? null);
    setRefused(made?.skipped[0] ?? null);
  };
  const view = survey.value;
  const link = view && token ? surveyLink(view, { token }) : null;
  const mail =
    view && token ? mailQuestion(view, view.published ?? view.draft, view.draft.lang, token) : null;

  return (
    <Dialog title={t('surveys.ask_title', { name })} onClose={onClose}>
      <div class="editor-fields">
        <Select
          label={t('surveys.ask_survey')}
          value={surveyId}
          choices={asking.map(({ id, name }) => ({ value: id, label: name }))}
          error={error}
          onChoose={(wanted) => {
            setSurveyId(wanted);
            setToken(null);
            setRefused(null);
          }}
        />
        {view && !view.hub && <p>{t('surveys.ask_none')}</p>}
        {skipped && !link && <p role="alert">{skippedWords(skipped, name)}</p>}
        {link && <Field label={t('surveys.ask_link')} readOnly value={link} onInput={() => {}} />}
      </div>
      <footer class="dialog-actions">
        {view && !isRefused(skipped) && (
          <Button
            kind="bare"
            onClick={() => {
              onClose();
              openWorkspace(`#/surveys/${surveyId}/ask?contact=${id}`);
            }}
          >
            {t('surveys.ask_in_person')}
          </Button>
        )}
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
          (checked.value || checked.error) &&
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
