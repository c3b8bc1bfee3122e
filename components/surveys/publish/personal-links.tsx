import { useState } from 'preact/hooks';
import { download } from '@/components/backup/files';
import { askQuietly, useCommand } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { useQuery } from '@/components/query/use-query';
import { TAG_SEPARATOR } from '@/components/tags/tag-separator';
import { Button } from '@/components/ui/button';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import type { Results } from '@/lib/api/results';
import type { SurveyView } from '@/lib/api/survey-views';
import { type Key, t } from '@/lib/i18n';
import { list, shortDate } from '@/lib/i18n/format';
import { surveyLink } from './addresses';
import { type LinkRow, linksFile } from './links-file';

type Invited = Results['invites.add'];
type Why = Invited['skipped'][number]['why'];

/** Contacts that are asked for at once. */
const AT_ONCE = 500;

interface PersonalLinksProps {
  survey: SurveyView;
}

/** A link of their own for every contact with a tag; who is left out stands there with the reason. */
export function PersonalLinks({ survey }: PersonalLinksProps) {
  const { client } = useDesk();
  const { run, busy, error, setError } = useCommand();
  const [text, setText] = useState('');
  const [invited, setInvited] = useState<(Invited & { tag: string }) | null>(null);
  const [names, setNames] = useState(new Map<string, { name: string; address: string | null }>());

  const found = useQuery('tags.find', { text, limit: 8 }, { keep: true });
  const options: ComboboxOption[] = (found.value ?? []).map((tag) => ({
    value: tag.id,
    label: tag.path.join(TAG_SEPARATOR),
  }));

  const learnNames = async (ids: readonly string[]) => {
    const known = new Map(names);
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const rows = await askQuietly(client, 'contacts.rows', { ids: ids.slice(from, from + AT_ONCE) });
      for (const { id, name, address } of rows ?? []) known.set(id, { name, address });
    }
    setNames(known);
  };
  const ask = async (contactIds: string[], tag: string, force: boolean) => {
    const made = await run(
      'invites.add',
      { surveyId: survey.id, contactIds, channel: 'mail', force },
      t('surveys.links_made'),
    );
    if (!made) return;
    const before = force && invited ? invited.links : [];
    await learnNames([...made.links, ...made.skipped].map(({ contactId }) => contactId));
    setInvited({ links: [...before, ...made.links], skipped: made.skipped, tag });
  };
  const chooseTag = async (tagId: string) => {
    setError(null);
    const tag = options.find(({ value }) => value === tagId)?.label ?? '';
    const sort = { by: 'name', descending: false } as const;
    const ids = await askQuietly(client, 'contacts.ids', { filter: { tagId }, sort });
    if (ids?.length) await ask(ids, tag, false);
    else setError(t('surveys.nobody_with_tag', { tag }));
  };
  const askedBefore = invited?.skipped.filter(({ why }) => why === 'asked') ?? [];
  const saveLinks = () => {
    const rows = (invited?.links ?? []).map(
      ({ contactId, token }): LinkRow => ({
        name: names.get(contactId)?.name ?? '',
        address: names.get(contactId)?.address ?? '',
        link: surveyLink(survey, { token }) ?? '',
      }),
    );
    download(`${survey.code}.csv`, linksFile(rows), 'text/csv');
  };

  return (
    <div class="personal">
      <h3>{t('surveys.personal')}</h3>
      <p class="way-note">{t('surveys.personal_how')}</p>
      <Combobox
        label={t('surveys.personal_tag')}
        labelUnseen
        placeholder={t('surveys.personal_tag')}
        options={options}
        error={error}
        onText={setText}
        onChoose={(id) => void chooseTag(id)}
      />
      {invited && (
        <div class="personal-made" role="status">
          <p>{t('surveys.links_for', { count: invited.links.length, tag: invited.tag })}</p>
          <LeftOut invited={invited} nameOf={(id) => names.get(id)?.name ?? ''} />
          <div class="way-actions">
            {invited.links.length > 0 && <Button onClick={saveLinks}>{t('surveys.save_links')}</Button>}
            {askedBefore.length > 0 && (
              <Button
                kind="bare"
                loading={busy}
                onClick={() =>
                  void ask(
                    askedBefore.map(({ contactId }) => contactId),
                    invited.tag,
                    true,
                  )
                }
              >
                {t('surveys.ask_all_the_same', { count: askedBefore.length })}
              </Button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

const WHY = {
  asked: 'surveys.left_asked',
  doNotContact: 'surveys.left_do_not_contact',
  consent: 'surveys.left_consent',
  personal: 'surveys.left_personal',
} as const satisfies Record<Why, Key>;

/** So many names stand in a sentence; the others are counted. */
const NAMED = 4;

function LeftOut({ invited, nameOf }: { invited: Invited; nameOf(id: string): string }) {
  const reasons = (Object.keys(WHY) as Why[])
    .map((why) => ({ why, left: invited.skipped.filter((one) => one.why === why) }))
    .filter(({ left }) => left.length > 0);
  if (reasons.length === 0) return null;
  return (
    <ul class="left-out">
      {reasons.map(({ why, left }) => (
        <li key={why}>
          {t(WHY[why], { count: left.length })}{' '}
          <span class="quiet-text">
            {list([
              ...left
                .slice(0, NAMED)
                .map(({ contactId, at }) =>
                  at === null ? nameOf(contactId) : `${nameOf(contactId)} (${shortDate(at, Date.now())})`,
                ),
              ...(left.length > NAMED ? [t('surveys.and_more', { count: left.length - NAMED })] : []),
            ])}
          </span>
        </li>
      ))}
    </ul>
  );
}
