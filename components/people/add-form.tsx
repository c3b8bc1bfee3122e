import { useState } from 'preact/hooks';
import { askQuietly, useCommand } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { LineField } from '@/components/contacts/line-field';
import { AlreadyKnown, type Points, useKnown } from '@/components/duplicates/already-known';
import { DraftTags } from '@/components/tags/draft-tags';
import { Button } from '@/components/ui/button';
import { Row } from '@/components/ui/sheet';
import type { PromiseProposal } from '@/lib/api/care-views';
import type { Proposal, TabPerson } from '@/lib/api/views';
import { t, vocabulary } from '@/lib/i18n';
import { IntroducedBy, type Introducer } from './introduced-by';
import { PasteBox } from './paste-box';
import {
  type ContactDraft,
  type DraftFieldName,
  type DraftFields,
  draftOf,
  fieldFor,
  fieldsOf,
  type Origin,
  pageFrom,
  promiseOf,
  shownFields,
  withProposals,
} from './stranger-draft';

const LABELS = {
  name: 'common.name',
  company: 'common.company',
  title: 'common.role',
  email: 'panel.point_email',
  phone: 'common.phone',
  city: 'common.city',
} as const;

/** Addresses that are looked up at once. */
const MOST_ASKED = 20;

interface AddFormProps {
  /** Whom the page shows; null for somebody who is typed or pasted. */
  person: TabPerson | null;
  origin: Origin;
  /** The page is a mail: its header names the sender. */
  fromMail: boolean;
  pasting: boolean;
  /** The caret stands in the name when a dialog opens with it. */
  autofocus?: boolean;
  /** Contacts on the same mail. */
  introducers?: readonly Introducer[];
  onAdded(contactId: string): Promise<void> | void;
  onKnown?(): void;
}

/** Somebody new: what the page shows and what was pasted, each value with its source. Saved by "Add contact". */
export function AddForm({
  person,
  origin,
  fromMail,
  pasting,
  autofocus,
  introducers = [],
  onAdded,
  onKnown,
}: AddFormProps) {
  const { client } = useDesk();
  const [typed, setTyped] = useState<DraftFields>(() => fieldsOf(person));
  const [chosen, setChosen] = useState<readonly Proposal[]>([]);
  const [promises, setPromises] = useState<readonly PromiseProposal[]>([]);
  const [dropped, setDropped] = useState<readonly Proposal[]>([]);
  const [tags, setTags] = useState<readonly string[]>([]);
  const [introducer, setIntroducer] = useState<string | null>(null);
  const { run, busy, error, unread, setError } = useCommand();
  const fields = withProposals(typed, chosen);
  const known = useKnown(pointsOf(draftOf(fields, person, chosen, origin)));

  function write(name: DraftFieldName, value: string) {
    setError(null);
    // What is typed over a pasted value takes its place.
    setDropped([
      ...dropped,
      ...chosen.filter((one) => fieldFor(one) === name && one.value === fields[name].value),
    ]);
    setTyped({ ...typed, [name]: { value, from: null } });
  }

  async function add(event: Event) {
    event.preventDefault();
    if (busy) return;
    if (fields.name.value.trim() === '') return setError(t('unfolded.name_empty'));
    const draft = draftOf(fields, person, chosen, origin);
    const birthday = chosen.find((proposal) => proposal.field === 'birthday');
    const read = birthday && (await askQuietly(client, 'text.date', { text: birthday.value }));
    if (birthday && read) {
      const from = { how: 'paste' as const, evidence: birthday.evidence };
      draft.dates = [{ kind: 'birthday', date: read.date, from }];
    }
    if (tags.length > 0) draft.tags = [...tags];
    if (promises.length > 0) draft.promises = promises.map(promiseOf);
    const by = introducers.find(({ id }) => id === introducer);
    if (by) draft.facts?.push({ field: 'introducer', value: by.name, ref: by.id, from: pageFrom(origin) });
    const added = await run('contacts.add', { draft });
    if (added) await onAdded(added.id);
  }

  // What is wrong is told where it stands, and else where the form begins.
  const faulty = unread === 'email' || unread === 'phone' ? unread : 'name';

  const sourceWord = (from: 'page' | 'paste' | null) => {
    if (from === 'page') return fromMail ? t('unfolded.from_header') : t('unfolded.from_page');
    return from === 'paste' ? t('unfolded.from_paste') : null;
  };

  return (
    <form class="add-form" aria-label={t('common.add_contact')} noValidate onSubmit={add}>
      {pasting && (
        <PasteBox name={fields.name.value} dropped={dropped} onChosen={setChosen} onPromises={setPromises} />
      )}
      {shownFields(fields, vocabulary.value).map((name) => (
        <LineField
          key={name}
          label={t(LABELS[name])}
          value={fields[name].value}
          source={sourceWord(fields[name].from)}
          isName={name === 'name'}
          autofocus={autofocus && name === 'name'}
          inputMode={name === 'email' ? 'email' : name === 'phone' ? 'tel' : undefined}
          error={name === faulty ? error : null}
          onInput={(value) => write(name, value)}
        />
      ))}
      <AlreadyKnown known={known} />
      <DraftTags paths={tags} onChange={setTags} />
      <IntroducedBy people={introducers} chosen={introducer} onChoose={setIntroducer} />
      <Row>
        <div class="person-actions">
          <Button kind="ink" type="submit" loading={busy}>
            {known.length > 0 ? t('unfolded.add_anyway') : t('common.add_contact')}
          </Button>
          {onKnown && <Button onClick={onKnown}>{t('unfolded.is_someone_i_know')}</Button>}
        </div>
        <p class="small quiet-text">{t('unfolded.nothing_saved_yet')}</p>
      </Row>
    </form>
  );
}

/** What somebody may be known by already, among all that would be saved. A page or a postal address is shared by many. */
function pointsOf({ points = [] }: ContactDraft): Points {
  return points
    .filter(({ kind }) => kind !== 'url' && kind !== 'postal')
    .map(({ kind, value }) => ({ kind, value }))
    .slice(0, MOST_ASKED);
}
