import { useState } from 'preact/hooks';
import { download } from '@/components/backup/files';
import { askQuietly, useCommand } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { TAG_SEPARATOR } from '@/components/tags/tag-separator';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import type { Results } from '@/lib/api/results';
import type { SurveyView } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { surveyLink } from './addresses';
import { LeftOut } from './left-out';
import { linksFile } from './links-file';

/** Contacts that are asked for at once. */
const AT_ONCE = 500;

interface Plan extends Pick<Results['invites.check'], 'ask' | 'skipped'> {
  tag: string;
}

interface PersonalLinksProps {
  survey: SurveyView;
}

/** A link of their own for every contact with a tag or in a segment. Before one is made it is said who will be asked, and who is left out and why. */
export function PersonalLinks({ survey }: PersonalLinksProps) {
  const { client } = useDesk();
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [plan, setPlan] = useState<Plan | null>(null);
  const found = useQuery('tags.find', { text, limit: 8 }, { keep: true });
  const segments = useQuery('segments.names', {}, { keep: true });
  const options: ComboboxOption[] = [
    ...(found.value ?? []).map((tag) => ({ value: tag.id, label: tag.path.join(TAG_SEPARATOR) })),
    ...(segments.value ?? []).map(({ id, name }) => ({
      value: id,
      label: name,
      hint: t('segments.segment'),
    })),
  ];

  const chooseGroup = async (id: string) => {
    setError(null);
    setPlan(null);
    const tag = options.find(({ value }) => value === id)?.label ?? '';
    const isSegment = segments.value?.some((one) => one.id === id);
    const sort = { by: 'name', descending: false } as const;
    try {
      const filter = isSegment ? { segmentId: id } : { tagId: id };
      const contactIds = await client.call('contacts.ids', { filter, sort });
      if (contactIds.length === 0) {
        return setError(isSegment ? t('segments.members_none') : t('surveys.nobody_with_tag', { tag }));
      }
      setPlan({ ...(await client.call('invites.check', { surveyId: survey.id, contactIds })), tag });
    } catch (failure) {
      setError(failureWords(failure));
    }
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
        onChoose={(id) => void chooseGroup(id)}
      />
      {plan && <Planned key={plan.tag} survey={survey} plan={plan} onCancel={() => setPlan(null)} />}
    </div>
  );
}

interface PlannedProps extends PersonalLinksProps {
  plan: Plan;
  onCancel(): void;
}

/** Who will be asked; then, once that was confirmed, their links. */
function Planned({ survey, plan, onCancel }: PlannedProps) {
  const { run, busy, error } = useCommand();
  const [force, setForce] = useState(false);
  const [links, setLinks] = useState<Results['invites.add']['links'] | null>(null);
  const { ask, skipped, tag } = plan;
  const lately = skipped.flatMap(({ why, contactId }) => (why === 'asked' ? [contactId] : []));
  const contactIds = force ? [...ask, ...lately] : ask;
  const count = contactIds.length;

  const make = async () => {
    const input = { surveyId: survey.id, contactIds, channel: 'mail', force } as const;
    const made = await run('invites.add', input, t('surveys.links_made'));
    if (made) setLinks(made.links);
  };

  if (links) return <Made survey={survey} links={links} tag={tag} />;
  return (
    <div class="personal-made" role="status">
      <p>{count > 0 ? t('surveys.will_ask', { count, tag }) : t('surveys.will_ask_nobody', { tag })}</p>
      <LeftOut skipped={force ? skipped.filter(({ why }) => why !== 'asked') : skipped} />
      {lately.length > 0 && (
        <Checkbox
          label={t('surveys.ask_all_the_same', { count: lately.length })}
          checked={force}
          onToggle={setForce}
        />
      )}
      {error && <p class="late small">{error}</p>}
      <div class="way-actions">
        {count > 0 && (
          <Button kind="ink" loading={busy} onClick={() => void make()}>
            {t('surveys.make_links', { count })}
          </Button>
        )}
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}

interface MadeProps extends PersonalLinksProps {
  links: Results['invites.add']['links'];
  tag: string;
}

function Made({ survey, links, tag }: MadeProps) {
  const { client } = useDesk();
  const save = async () => {
    const known = new Map<string, { name: string; address: string | null }>();
    for (let from = 0; from < links.length; from += AT_ONCE) {
      const ids = links.slice(from, from + AT_ONCE).map(({ contactId }) => contactId);
      for (const row of (await askQuietly(client, 'contacts.rows', { ids })) ?? []) known.set(row.id, row);
    }
    const rows = links.map(({ contactId, token }) => ({
      name: known.get(contactId)?.name ?? '',
      address: known.get(contactId)?.address ?? '',
      link: surveyLink(survey, { token }) ?? '',
    }));
    download(`${survey.code}.csv`, linksFile(rows), 'text/csv');
  };
  return (
    <div class="personal-made" role="status">
      <p>{t('surveys.links_for', { count: links.length, tag })}</p>
      <div class="way-actions">
        <Button kind="ink" onClick={() => void save()}>
          {t('surveys.save_links')}
        </Button>
      </div>
    </div>
  );
}
