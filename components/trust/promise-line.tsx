import { Ellipsis } from 'lucide';
import { useState } from 'preact/hooks';
import { dayOfMoment } from '@/components/activities/log-type';
import { momentOfDay } from '@/components/advice/words';
import { useAction, useCommand } from '@/components/contacts/command';
import { SmallForm } from '@/components/contacts/small-form';
import { FieldFrame } from '@/components/ui/field-frame';
import { Menu, type MenuItem } from '@/components/ui/menu';
import type { TrustView } from '@/lib/api/care-views';
import type { Input } from '@/lib/api/client';
import { t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';

type Promised = TrustView['promises'][number];
type Correction = Input<'promises.correct'>['as'];

/** One promise with what became of it, and a menu to put that right. */
export function PromiseLine({ promised }: { promised: Promised }) {
  const act = useAction();
  const [asking, setAsking] = useState<'kept' | 'moved' | null>(null);
  const { id, state, what, was, by } = promised;
  const name = what || t('common.promise');
  const correct = (as: Correction, said?: string) => void act('promises.correct', { id, as }, said);

  const items: (MenuItem | false)[] = [
    state === 'open' || state === 'overdue'
      ? {
          id: 'today',
          label: t('care.trust_kept_today'),
          run: () => correct({ kind: 'kept', on: dayOfMoment(Date.now()) }),
        }
      : { id: 'open', label: t('care.trust_reopen'), run: () => correct({ kind: 'open' }) },
    { id: 'kept', label: `${t('care.trust_kept_on')} …`, run: () => setAsking('kept') },
    (state === 'late' || state === 'overdue') && {
      id: 'counts',
      label: t('care.trust_counts'),
      run: () => correct({ kind: 'counts' }),
    },
    { id: 'moved', label: `${t('care.trust_moved')} …`, run: () => setAsking('moved') },
    {
      id: 'none',
      label: t('care.trust_none'),
      run: () => correct({ kind: 'none' }, t('care.trust_none_said')),
    },
  ];

  return (
    <li>
      <div class="trust-promise">
        <span class="one-line" title={what}>
          {name}
        </span>
        <span class={state === 'overdue' || state === 'late' ? 'small late' : 'small quiet-text'}>
          {[by === 'them' ? t('care.trust_of_theirs') : '', becameWords(promised), wasWords(was)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <Menu
          label={t('care.trust_menu', { what: name.slice(0, 60) })}
          icon={Ellipsis}
          items={items.filter((item) => item !== false)}
        />
      </div>
      {asking && <DayForm promised={promised} kind={asking} onDone={() => setAsking(null)} />}
    </li>
  );
}

interface DayFormProps {
  promised: Promised;
  kind: 'kept' | 'moved';
  onDone(): void;
}

function DayForm({ promised: { id, due }, kind, onDone }: DayFormProps) {
  const today = dayOfMoment(Date.now());
  const [day, setDay] = useState(kind === 'kept' ? (due ?? today) : today);
  const { run, busy, error } = useCommand();
  const label = kind === 'kept' ? t('care.trust_kept_day') : t('care.trust_new_day');

  async function save() {
    const as: Correction = kind === 'kept' ? { kind, on: day } : { kind, due: { date: day } };
    if (day !== '' && (await run('promises.correct', { id, as }))) onDone();
  }

  return (
    <SmallForm label={label} busy={busy} onSave={() => void save()} onCancel={onDone}>
      <FieldFrame label={label} error={error}>
        {(links) => (
          <span class="field-box">
            <input
              {...links}
              type="date"
              required
              value={day}
              {...(kind === 'kept' ? { max: today } : { min: today })}
              onInput={(event) => setDay(event.currentTarget.value)}
            />
          </span>
        )}
      </FieldFrame>
    </SmallForm>
  );
}

function wasWords(was: string | null): string {
  return was ? t('care.trust_was', { day: shortDate(momentOfDay(was), Date.now()) }) : '';
}

function becameWords({ state, days, due, doneAt, counts }: Promised): string {
  const now = Date.now();
  if (counts && days > 0) return t('care.trust_counted_late', { n: days });
  if (state === 'kept') return t('care.trust_on_time', { day: shortDate(doneAt ?? now, now) });
  if (state === 'late') return t('care.trust_late_by', { n: days });
  if (state === 'overdue') return t('care.trust_still', { n: days });
  return due ? t('care.trust_due', { day: shortDate(momentOfDay(due), now) }) : t('care.need_open');
}
