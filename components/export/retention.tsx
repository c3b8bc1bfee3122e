import { useEffect, useRef, useState } from 'preact/hooks';
import { askQuietly, useCommand } from '@/components/contacts/command';
import { useDesk } from '@/components/contacts/desk';
import { failureCode, failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorNote } from '@/components/ui/error-note';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import type { Input } from '@/lib/api/client';
import type { RetentionPreview } from '@/lib/api/data-views';
import { t } from '@/lib/i18n';
import { dateTime } from '@/lib/i18n/format';
import './export.css';

type Rule = Input<'retention.preview'>['rule'];
const YEARS = ['', '1', '2', '3', '5', '7', '10'] as const;
const ANY = '';

/** A rule of keeping: what it names is looked at first, then deleted with an undo, or erased by a second word. */
export function Retention() {
  const { client, refresh } = useDesk();
  const { run, busy } = useCommand();
  const tags = useQuery('tags.tree', {}, { keep: true });
  const log = useQuery('data.log', {}, { keep: true });
  const settings = useQuery('settings.get', {}, { keep: true });
  const [contactYears, setContactYears] = useState('');
  const [noteYears, setNoteYears] = useState('');
  const [kind, setKind] = useState('');
  const [tagId, setTagId] = useState('');
  const [preview, setPreview] = useState<RetentionPreview | null>(null);
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<{ what: string; todo: string } | null>(null);
  const kept = settings.value?.settings.retention;
  const isTouched = useRef(false);
  useEffect(() => {
    if (!kept || isTouched.current) return;
    setContactYears(kept.contactYears?.toString() ?? '');
    setNoteYears(kept.noteYears?.toString() ?? '');
    setKind(kept.kind ?? '');
    setTagId(kept.tagId ?? '');
  }, [kept]);
  const rule: Rule = {
    contactYears: contactYears ? Number(contactYears) : null,
    noteYears: noteYears ? Number(noteYears) : null,
    ...(kind ? { kind: kind as 'work' | 'personal' } : {}),
    ...(tagId ? { tagId } : {}),
  };
  const changed = (set: (value: string) => void) => (value: string) => {
    isTouched.current = true;
    set(value);
    setPreview(null);
  };
  const look = async () => {
    setError(null);
    try {
      setPreview(await client.call('retention.preview', { rule }));
    } catch (failure) {
      setError({ what: failureWords(failure), todo: t('workspace.restore_unchanged') });
      return;
    }
    // What was looked at stands, remembered for the next time or not.
    if (JSON.stringify(kept) !== JSON.stringify(rule))
      await askQuietly(client, 'settings.set', { settings: { retention: rule } });
  };
  const remove = async () => {
    const said = preview ? doneWords({ contacts: preview.contactCount, notes: preview.noteCount }) : '';
    if (await run('retention.run', { rule, erase: false }, said)) setPreview(null);
  };
  const erase = async () => {
    setAsking(false);
    setError(null);
    try {
      const done = await client.call('retention.run', { rule, erase: true });
      toast(doneWords(done));
      setPreview(null);
      await refresh();
    } catch (failure) {
      // One goes after the other: those before the failure are gone.
      const waits = failureCode(failure) === 'conflict';
      const what = waits ? t('workspace.erase_import') : failureWords(failure);
      setError({ what, todo: t('data.retention_partly') });
      setPreview(null);
      await refresh();
    }
  };
  const last = log.value?.find(({ op }) => op === 'retention.run');
  const years = YEARS.map((value) => ({
    value: value as string,
    label: value ? t('data.retention_years', { count: Number(value) }) : t('data.retention_never'),
  }));

  return (
    <>
      <p class="quiet-text">{t('data.retention_about')}</p>
      <div class="retention-rule">
        <Select
          label={t('data.retention_contacts')}
          value={contactYears}
          choices={years}
          onChoose={changed(setContactYears)}
        />
        <Select
          label={t('data.retention_kind')}
          value={kind}
          choices={[
            { value: ANY, label: t('data.retention_any') },
            { value: 'work', label: t('workspace.kind_work') },
            { value: 'personal', label: t('workspace.kind_personal') },
          ]}
          onChoose={changed(setKind)}
        />
        <Select
          label={t('data.retention_tag')}
          value={tagId}
          choices={[
            { value: ANY, label: t('data.retention_any') },
            ...(tags.value ?? []).map((tag) => ({ value: tag.id, label: tag.path.join(' / ') })),
          ]}
          onChoose={changed(setTagId)}
        />
        <Select
          label={t('data.retention_notes')}
          value={noteYears}
          choices={years}
          onChoose={changed(setNoteYears)}
        />
      </div>
      <div class="setting-actions">
        <Button disabled={!contactYears && !noteYears} onClick={() => void look()}>
          {t('data.retention_preview')}
        </Button>
      </div>
      {preview && <Named preview={preview} />}
      {preview && preview.contactCount + preview.noteCount > 0 && (
        <div class="setting-actions">
          <Button kind="ink" loading={busy} onClick={() => void remove()}>
            {t('data.retention_delete')}
          </Button>
          {preview.contactCount > 0 && (
            <Button kind="danger" onClick={() => setAsking(true)}>
              {t('data.retention_erase')}
            </Button>
          )}
        </div>
      )}
      {error && <ErrorNote what={error.what} todo={error.todo} />}
      {last && (
        <p class="small quiet-text">{t('data.retention_last', { when: dateTime(last.at, Date.now()) })}</p>
      )}
      {asking && preview && (
        <Dialog
          title={t('data.retention_erase_ask', { count: preview.contactCount })}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
              <Button kind="danger" onClick={() => void erase()}>
                {t('workspace.erase')}
              </Button>
            </>
          }
        >
          <p>{t('data.retention_erase_why')}</p>
        </Dialog>
      )}
    </>
  );
}

function doneWords({ contacts, notes }: { contacts: number; notes: number }): string {
  return t('data.retention_done', {
    contacts: t('data.log_contacts', { count: contacts }),
    notes: t('data.log_notes', { count: notes }),
  });
}

function Named({ preview }: { preview: RetentionPreview }) {
  const { contacts, contactCount, notes, noteCount } = preview;
  if (contactCount + noteCount === 0) return <p role="status">{t('data.retention_nothing')}</p>;
  const more = contactCount + noteCount - contacts.length - notes.length;
  return (
    <>
      <p role="status">
        {t('data.retention_names', {
          contacts: t('data.log_contacts', { count: contactCount }),
          notes: t('data.log_notes', { count: noteCount }),
        })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard */}
      <ul class="retention-named" tabIndex={0} aria-label={t('data.retention')}>
        {contacts.map(({ id, name, lastAt }) => (
          <li key={id}>
            <a href={`#/contacts/${id}`}>{name}</a>
            <span class="small quiet-text">{dateTime(lastAt, Date.now())}</span>
          </li>
        ))}
        {notes.map(({ id, text, at }) => (
          <li key={id}>
            <span class="one-line">{text}</span>
            <span class="small quiet-text">{dateTime(at, Date.now())}</span>
          </li>
        ))}
        {more > 0 && <li class="quiet-text">{t('data.retention_more', { count: more })}</li>}
      </ul>
    </>
  );
}
