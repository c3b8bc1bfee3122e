import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useDesk } from '@/components/contacts/desk';
import type { Sight } from '@/components/people/visible';
import { useQuery } from '@/components/query/use-query';
import { surveyLink } from '@/components/surveys/publish/addresses';
import { Button } from '@/components/ui/button';
import type { SurveyRow } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { type Draft, usePutIn, wordOn } from './ready-text';

interface SurveyLinkProps extends Draft {
  sight: Sight;
  contactId: string;
  survey: SurveyRow;
  /** Of the contact. */
  name: string | null;
  onBack(): void;
  onDone(): void;
}

/** A link of the contact's own to a survey, put into the mail. The invitation is kept when it is put in or copied: what went nowhere is taken back. */
export function SurveyLink({ survey, contactId, name, onBack, ...draft }: SurveyLinkProps) {
  const { client } = useDesk();
  const checked = useQuery('invites.check', { surveyId: survey.id, contactIds: [contactId] });
  const reached = useQuery('templates.reached', { surveyId: survey.id });
  const hasHub = reached.value === null || reached.value.hub !== null;
  const [failure, setFailure] = useState<string | null>(null);
  const put = usePutIn({ ...draft, templateId: null });
  const skipped = checked.value?.skipped[0] ?? null;

  const made = useRef<string | null>(null);

  async function make(): Promise<string | null> {
    const commandId = crypto.randomUUID();
    const force = skipped?.why === 'asked';
    const { links } = await client.call(
      'invites.add',
      { surveyId: survey.id, contactIds: [contactId], channel: 'link', force },
      { commandId },
    );
    made.current = commandId;
    const token = links[0]?.token;
    const link = token && reached.value ? surveyLink(reached.value, { token }) : null;
    if (!link) setFailure(t('templates.survey_none'));
    // On a line of its own: what stands behind it would become a part of it.
    return link ? `${link}\n` : null;
  }
  async function takeBack(): Promise<void> {
    const commandId = made.current;
    made.current = null;
    if (commandId) await client.call('changes.undo', { commandId });
  }
  const isBarred = skipped !== null && skipped.why !== 'asked';
  const told =
    failure ??
    (isBarred ? t('templates.survey_refused', { name: skipped.name }) : null) ??
    (hasHub ? null : t('templates.survey_none'));
  const box = useRef<HTMLDivElement>(null);
  const isReady = !told && checked.value !== null && reached.value !== null;
  // The list that it was chosen from has gone, and the focus with it.
  useLayoutEffect(() => {
    box.current?.querySelector<HTMLElement>(isReady ? '.ink' : 'button')?.focus();
  }, [isReady]);
  return (
    <div class="template-ready" ref={box}>
      <p>{t('templates.survey_link_of', { name: survey.name })}</p>
      {draft.recipients > 1 && !told && checked.value && (
        <p class="small" role="status">
          {t('templates.survey_whose', { name: name ?? '', count: draft.recipients })}
        </p>
      )}
      {told && (
        <p class="small" role="alert">
          {told}
        </p>
      )}
      <div class="button-line">
        {isReady && (
          <Button kind="ink" loading={put.busy} onClick={() => void put.run(make, takeBack)}>
            {wordOn(draft.network, 'insert')}
          </Button>
        )}
        <Button kind="bare" onClick={onBack}>
          {t('templates.back')}
        </Button>
      </div>
    </div>
  );
}
