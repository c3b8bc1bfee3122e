import { Ellipsis } from 'lucide';
import { useState } from 'preact/hooks';
import { safeLink } from '@/components/activities/link';
import { Aftercare, Closing } from '@/components/cases/closing';
import { FirstReply } from '@/components/cases/first-reply';
import { Said } from '@/components/cases/said';
import { useKeptText } from '@/components/cases/use-kept-text';
import { CASE_KINDS, CASE_STATES, kindWords, stateWords } from '@/components/cases/words';
import { useAction } from '@/components/contacts/command';
import { failureWords } from '@/components/contacts/failure';
import { FindContact } from '@/components/contacts/find-contact';
import { ChangeList } from '@/components/history/change-list';
import { useQuery } from '@/components/query/use-query';
import { EmptyState } from '@/components/ui/empty-state';
import { Field } from '@/components/ui/field';
import { Menu } from '@/components/ui/menu';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import type { CaseView, ResponseView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { dayName } from '@/lib/i18n/format';
import { PageHeading } from '../../page-heading';
import { go, href } from '../../router';
import { AnsweredToo, WroteIt } from './case-answer';
import './cases.css';

/** One case from its number to "told the customer". */
export function CasePage({ id }: { id: string }) {
  const found = useQuery('cases.view', { id });
  if (found.value) return <CaseSheet key={id} of={found.value} />;
  if (found.error != null)
    return (
      <>
        <PageHeading title={t('cases.cases')} />
        <EmptyState title={failureWords(found.error)}>{t('cases.gone')}</EmptyState>
      </>
    );
  return <PageHeading title={t('common.loading')} />;
}

function CaseSheet({ of }: { of: CaseView }) {
  const found = useQuery('responses.view', of.responseId ? { id: of.responseId } : null);
  const answer = found.value ?? null;
  return (
    <>
      <PageHeading
        title={of.title}
        beside={`${of.number} · ${dayName(of.openedAt, Date.now())}`}
        actions={<CaseMenu of={of} />}
      />
      <div class="case">
        <div class="case-side">
          <Particulars of={of} answer={answer} />
          <section aria-label={t('common.history')}>
            <h2>{t('common.history')}</h2>
            <div class="contact-history">
              <ChangeList subject={of.id} step={8} />
            </div>
          </section>
        </div>
        <div class="case-text">
          <States of={of} />
          <Said of={of} field="text" label={t('cases.text')} />
          {answer && <AnsweredToo of={answer} text={of.text} />}
          <FirstReply of={of} written={answer?.address ?? null} />
          <Closing of={of} />
          <Aftercare of={of} />
        </div>
      </div>
    </>
  );
}

/** A case is resolved by its own button, once what has to be asked was asked. */
function States({ of }: { of: CaseView }) {
  const act = useAction();
  const canBe = CASE_STATES.filter(
    (state) => state !== 'resolved' || of.state === 'resolved' || of.missing.length === 0,
  );
  return (
    <RadioGroup
      label={t('cases.state')}
      inline
      value={of.state}
      choices={canBe.map((value) => ({ value, label: stateWords(value) }))}
      onChoose={(state) => {
        if (state !== of.state) void act('cases.move', { id: of.id, state });
      }}
    />
  );
}

function Particulars({ of, answer }: { of: CaseView; answer: ResponseView | null }) {
  const act = useAction();
  const [owner, setOwner] = useKeptText(of.owner);
  const [changing, setChanging] = useState(false);
  const link = safeLink(of.link);
  return (
    <section aria-label={t('cases.contact')}>
      <h2>{t('cases.contact')}</h2>
      {of.contacts.map((contact) => (
        <p key={contact.id}>
          <a class="name case-contact" href={href('contacts', contact.id)}>
            {contact.name}
          </a>
        </p>
      ))}
      {answer && of.contacts.length === 0 ? (
        <WroteIt of={answer} />
      ) : changing || of.contacts.length === 0 ? (
        <FindContact
          focused={changing}
          onFound={(hit) => {
            setChanging(false);
            void act('cases.edit', { id: of.id, contactIds: [hit.id] });
          }}
        />
      ) : (
        <button type="button" class="button bare" onClick={() => setChanging(true)}>
          {t('cases.contact_change')}
        </button>
      )}
      <Select
        label={t('cases.kind')}
        value={of.kind}
        choices={CASE_KINDS.map((value) => ({ value, label: kindWords(value) }))}
        onChoose={(kind) => void act('cases.edit', { id: of.id, kind })}
      />
      <Field
        label={t('cases.owner')}
        hint={t('cases.owner_hint')}
        value={owner}
        maxLength={100}
        onInput={setOwner}
        onBlur={() => {
          if (owner.trim() !== of.owner) void act('cases.edit', { id: of.id, owner: owner.trim() });
        }}
      />
      {(of.responseId || link) && (
        <p class="case-origin">
          {t('cases.origin')}{' '}
          {of.responseId ? (
            <a href={`#/responses/${of.responseId}`}>{t('cases.origin_answer')}</a>
          ) : (
            <a href={link ?? ''} target="_blank" rel="noreferrer">
              {t('cases.origin_link')}
            </a>
          )}
        </p>
      )}
    </section>
  );
}

function CaseMenu({ of }: { of: CaseView }) {
  const act = useAction();
  const remove = async () => {
    if (await act('cases.delete', { ids: [of.id] }, t('cases.deleted', { number: of.number })))
      go(href('cases'));
  };
  return (
    <Menu
      label={t('cases.menu', { number: of.number })}
      icon={Ellipsis}
      items={[{ id: 'delete', label: t('common.delete'), danger: true, run: () => void remove() }]}
    />
  );
}
