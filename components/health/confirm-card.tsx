import { useEffect, useRef, useState } from 'preact/hooks';
import { useCommand } from '@/components/contacts/command';
import { factWord } from '@/components/contacts/field-words';
import { pointWord } from '@/components/contacts/point-words';
import { SmallForm } from '@/components/contacts/small-form';
import { sourceText } from '@/components/contacts/value-row';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { Field } from '@/components/ui/field';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { ToConfirm } from '@/lib/api/health-views';
import type { PointKind } from '@/lib/crm/contacts';
import { laterKey } from '@/lib/crm/health-kinds';
import { t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';

const MONTH = 30 * 86_400_000;

interface ConfirmCardProps {
  item: ToConfirm;
  /** Address of the contact's page. */
  page: string;
  onAnswered(): void;
}

/** One value, where it is from, and the four answers, each on a key. */
export function ConfirmCard({ item, page, onAnswered }: ConfirmCardProps) {
  const [text, setText] = useState<string | null>(null);
  const { run, busy, error, setError } = useCommand();
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => question.current?.focus({ preventScroll: true }), []);
  const { contactId, of, id } = item;
  const label = of === 'points' ? pointWord(item.field as PointKind) : factWord(item.field);
  const answered = (done: unknown) => done && onAnswered();

  const confirm = async (which = id) =>
    answered(await run('health.confirm', { contactId, of, id: which }, t('health.confirmed')));
  const wrong = async () =>
    answered(
      of === 'points'
        ? await run('contacts.removePoint', { id: contactId, pointId: id }, t('health.removed'))
        : await run('contacts.removeFact', { id: contactId, factId: id }, t('health.removed')),
    );
  const later = async () => {
    const until = Date.now() + MONTH;
    answered(await run('steps.snooze', { contactId, key: laterKey(id), until }, t('health.put_off')));
  };
  const change = async () => {
    const value = text?.trim() ?? '';
    if (!value) return setError(t('unfolded.value_empty'));
    answered(
      of === 'points'
        ? await run('contacts.setPoint', {
            id: contactId,
            pointId: id,
            point: { kind: item.field as PointKind, value },
          })
        : await run('contacts.setFact', { id: contactId, factId: id, fact: { field: item.field, value } }),
    );
  };
  const free = !busy && text === null;
  useShortcut({ code: 'Enter' }, () => free && void confirm());
  useShortcut({ code: 'KeyC' }, () => free && setText(item.value));
  useShortcut({ code: 'KeyW' }, () => free && void wrong());
  useShortcut({ code: 'KeyL' }, () => free && void later());

  return (
    <section class="confirm-card" aria-label={t('health.queue')}>
      <p class="confirm-asked" ref={question} tabIndex={-1}>
        {t(item.why === 'contradiction' ? 'health.which_holds' : 'health.does_hold')}
      </p>
      <p>
        <a class="name contacts-name" href={page}>
          {item.contact}
        </a>{' '}
        <span class="quiet-text">{label}</span>
      </p>
      <div class="confirm-values">
        <Stated value={item.value} provenance={item.provenance} confirmedAt={item.confirmedAt} />
        {item.others.map((other) => (
          <div key={other.id}>
            <Stated value={other.value} provenance={other.provenance} confirmedAt={null} />
            <Button kind="bare" class="flush" disabled={!free} onClick={() => void confirm(other.id)}>
              {t('health.other_holds', { value: other.value })}
            </Button>
          </div>
        ))}
      </div>
      {text === null ? (
        <div class="confirm-actions">
          <Button kind="ink" loading={busy} aria-keyshortcuts="Enter" onClick={() => void confirm()}>
            {t('health.confirm')} <span class="keys" data-keys="Enter" />
          </Button>
          <Button aria-keyshortcuts="C" disabled={busy} onClick={() => setText(item.value)}>
            {t('health.change')} <span class="keys" data-keys="C" />
          </Button>
          <Button aria-keyshortcuts="W" disabled={busy} onClick={() => void wrong()}>
            {t('health.wrong')} <span class="keys" data-keys="W" />
          </Button>
          <Button aria-keyshortcuts="L" disabled={busy} onClick={() => void later()}>
            {t('health.later')} <span class="keys" data-keys="L" />
          </Button>
        </div>
      ) : (
        <SmallForm label={label} busy={busy} onSave={() => void change()} onCancel={() => setText(null)}>
          <Field label={label} value={text} error={error} onInput={setText} />
        </SmallForm>
      )}
      {error && text === null && <ErrorNote what={t('common.not_saved')} todo={error} />}
    </section>
  );
}

/** A value with its source, and what was read there. */
function Stated({ value, provenance, confirmedAt }: Pick<ToConfirm, 'value' | 'provenance' | 'confirmedAt'>) {
  return (
    <div>
      <p class="confirm-value">{value}</p>
      <p class="small quiet-text">
        {sourceText(provenance)}
        {' · '}
        {confirmedAt === null
          ? t('health.never_confirmed')
          : t('health.last_confirmed', { date: shortDate(confirmedAt, Date.now()) })}
      </p>
      {provenance.evidence && (
        <blockquote class="confirm-evidence small" aria-label={t('health.evidence')}>
          {provenance.evidence}
        </blockquote>
      )}
    </div>
  );
}
