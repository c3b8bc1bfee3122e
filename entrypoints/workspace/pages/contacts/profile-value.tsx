import { useState } from 'preact/hooks';
import { useAction, useCommand } from '@/components/contacts/command';
import { SmallForm } from '@/components/contacts/small-form';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { PointKind } from '@/lib/crm/contacts';
import { t } from '@/lib/i18n';

export interface ProfileLine {
  id: string;
  /** Kind of a contact point; null for a fact. */
  point: PointKind | null;
  /** Name of the fact, or the point's own label. */
  field: string;
  label: string;
  value: string;
  /** Address of the page of what the value stands for: a company, another contact. */
  page: string | null;
  source: string;
  /** Another value of the same field stands beside it, and none is confirmed. */
  contested: boolean;
  /** Number of the footnote that names the source. */
  number: number;
}

/** One value with the number of its source. A press opens the field in its place. */
export function ProfileValue({ contactId, line }: { contactId: string; line: ProfileLine }) {
  const [text, setText] = useState<string | null>(null);
  const { run, busy, error, setError } = useCommand();
  const act = useAction();
  const close = () => {
    setText(null);
    setError(null);
  };

  const save = async () => {
    const value = text?.trim() ?? '';
    if (!value || value === line.value) return close();
    const saved = line.point
      ? await run('contacts.setPoint', {
          id: contactId,
          pointId: line.id,
          point: { kind: line.point, value, ...(line.field && { label: line.field }) },
        })
      : await run('contacts.setFact', {
          id: contactId,
          factId: line.id,
          fact: { field: line.field, value },
        });
    if (saved) close();
  };
  const remove = () =>
    line.point
      ? act('contacts.removePoint', { id: contactId, pointId: line.id })
      : act('contacts.removeFact', { id: contactId, factId: line.id });

  return (
    <div class="profile-line">
      <dt>{line.label}</dt>
      <dd>
        {text === null ? (
          <span class="profile-value">
            <button
              type="button"
              class="profile-edit one-line"
              aria-label={t('workspace.edit_value', { field: line.label, value: line.value })}
              onClick={() => setText(line.value)}
            >
              {line.value}
            </button>
            <sup class="profile-mark" title={line.source}>
              {line.number}
            </sup>
            {line.contested && (
              <Button
                kind="bare"
                aria-label={t('importing.confirm_value', { field: line.label, value: line.value })}
                onClick={() => void act('health.confirm', { contactId, of: 'facts', id: line.id })}
              >
                {t('importing.confirm')}
              </Button>
            )}
            {line.page && (
              <a class="profile-link" href={line.page}>
                {t('workspace.open')}
              </a>
            )}
          </span>
        ) : (
          <SmallForm label={line.label} busy={busy} onSave={() => void save()} onCancel={close}>
            <Field label={line.label} labelUnseen value={text} error={error} onInput={setText} />
            <Button kind="bare" class="profile-remove" onClick={() => void remove()}>
              {t('common.remove')}
            </Button>
          </SmallForm>
        )}
      </dd>
    </div>
  );
}
