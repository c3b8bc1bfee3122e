import { useState } from 'preact/hooks';
import { FACTS_TO_ADD, factWord } from '@/components/contacts/field-words';
import { useOwnFields } from '@/components/fields/own-fields';
import { ValueField } from '@/components/fields/value-field';
import { useQuery } from '@/components/query/use-query';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { type Key, t } from '@/lib/i18n';
import { BULK, type BulkDraft, type BulkWhat, EMPTY_DRAFT } from './draft';

const WORDS = {
  tag: 'common.add_tag',
  untag: 'health.bulk_untag',
  company: 'health.bulk_company',
  setFact: 'health.bulk_setFact',
  addFact: 'health.bulk_addFact',
  removeFact: 'health.bulk_removeFact',
  work: 'workspace.make_work',
  personal: 'workspace.make_personal',
  cadence: 'common.stay_in_touch',
  noCadence: 'health.bulk_no_cadence',
  owner: 'health.bulk_owner',
  consent: 'common.consent',
  doNotContact: 'health.bulk_do_not_contact',
  mayContact: 'health.bulk_may_contact',
} as const satisfies Record<BulkWhat, Key>;

const CHANNELS = ['mail', 'phone', 'message', 'visit', 'survey'] as const;

interface BulkFormProps {
  draft: BulkDraft;
  onChange(draft: BulkDraft): void;
}

/** What is to be changed, and into what. */
export function BulkForm({ draft, onChange }: BulkFormProps) {
  const put = (more: Partial<BulkDraft>) => onChange({ ...draft, ...more });
  const { what } = draft;
  return (
    <>
      <Select
        label={t('health.bulk_what')}
        value={what}
        choices={BULK.map((value) => ({ value, label: t(WORDS[value]) }))}
        onChoose={(chosen) => onChange({ ...EMPTY_DRAFT, what: chosen, field: draft.field })}
      />
      {(what === 'tag' || what === 'untag') && <TagChoice key={what} draft={draft} put={put} />}
      {what === 'company' && (
        <Field label={t('common.company')} value={draft.value} onInput={(value) => put({ value })} />
      )}
      {(what === 'setFact' || what === 'addFact' || what === 'removeFact') && (
        <FactChoice draft={draft} put={put} />
      )}
      {what === 'owner' && <OwnerChoice draft={draft} put={put} />}
      {what === 'cadence' && (
        <Field
          label={t('health.bulk_days')}
          inputMode="numeric"
          value={draft.value}
          onInput={(value) => put({ value })}
        />
      )}
      {what === 'consent' && <ConsentChoice draft={draft} put={put} />}
      {what === 'doNotContact' && (
        <Field label={t('health.bulk_reason')} value={draft.value} onInput={(value) => put({ value })} />
      )}
    </>
  );
}

interface PartProps {
  draft: BulkDraft;
  put(more: Partial<BulkDraft>): void;
}

function TagChoice({ draft, put }: PartProps) {
  const tags = useQuery('tags.tree', {});
  const [chosen, setChosen] = useState('');
  const isNew = draft.what === 'tag';
  const options = (tags.value ?? []).map(({ id, path }) => ({ value: id, label: path.join(' / ') }));
  const choose = (tag: string, label: string) => {
    setChosen(label);
    put({ tag });
  };
  return (
    <Combobox
      label={t('common.tag')}
      hint={chosen || (isNew ? t('workspace.tag_new_hint') : undefined)}
      options={options}
      onChoose={(id) => {
        const label = options.find(({ value }) => value === id)?.label ?? '';
        choose(isNew ? label : id, label);
      }}
      onCreate={isNew ? (path) => choose(path, path) : undefined}
    />
  );
}

function FactChoice({ draft, put }: PartProps) {
  const own = useOwnFields();
  const known = FACTS_TO_ADD.filter((field) => field !== 'company' && field !== 'introducer');
  const choices = [
    ...own.map(({ key, label }) => ({ value: key, label })),
    ...known.map((field) => ({ value: field as string, label: factWord(field) })),
  ];
  return (
    <>
      <Select
        label={t('health.field')}
        value={draft.field}
        choices={choices}
        onChoose={(field) => put({ field, value: '' })}
      />
      {draft.what !== 'removeFact' && (
        <ValueField
          field={own.find(({ key }) => key === draft.field)}
          value={draft.value}
          onInput={(value) => put({ value })}
        />
      )}
    </>
  );
}

const NOBODY = 'nobody';

/** Whom contacts belong to is one of the contacts, a colleague; or nobody. */
function OwnerChoice({ put }: PartProps) {
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const found = useQuery('contacts.find', { text, limit: 10 }, { keep: true });
  const options = [
    { value: NOBODY, label: t('health.bulk_owner_none') },
    ...(found.value ?? []).map((one) => ({ value: one.id, label: one.name })),
  ];
  return (
    <Combobox
      label={t('health.bulk_owner')}
      hint={name || undefined}
      options={options}
      onText={setText}
      onChoose={(id) => {
        setName(options.find(({ value }) => value === id)?.label ?? '');
        put({ ownerId: id === NOBODY ? null : id });
      }}
    />
  );
}

function ConsentChoice({ draft, put }: PartProps) {
  const states = ['given', 'refused', 'withdrawn', 'asked'] as const;
  return (
    <>
      <Select
        label={t('health.bulk_channel')}
        value={draft.channel}
        choices={CHANNELS.map((value) => ({ value, label: t(`unfolded.consent_${value}`) }))}
        onChoose={(channel) => put({ channel })}
      />
      <Select
        label={t('health.bulk_state')}
        value={draft.state}
        choices={[
          ...states.map((value) => ({ value, label: t(`workspace.value_${value}`) })),
          { value: '' as const, label: t('health.bulk_forget') },
        ]}
        onChoose={(state) => put({ state })}
      />
      {draft.state && (
        <Field label={t('health.bulk_basis')} value={draft.value} onInput={(value) => put({ value })} />
      )}
    </>
  );
}
