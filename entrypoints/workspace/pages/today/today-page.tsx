import { useState } from 'preact/hooks';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorNote } from '@/components/ui/error-note';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { TodayItem } from '@/lib/api/views';
import { t, vocabulary } from '@/lib/i18n';
import { longDate } from '@/lib/i18n/format';
import { PageHeading } from '../../page-heading';
import { AskToday } from './ask-today';
import { groupsOf } from './groups';
import { LooseTasks } from './loose-tasks';
import { Plan } from './plan';
import { summary } from './summary';
import { TodayRow } from './today-row';
import { Why } from './why';
import './today.css';

/** What waits, what is due, what comes: each row with its reason beside it. */
export function TodayPage({ onAdd }: { onAdd(): void }) {
  const today = useQuery('today.view', {}, { keep: true });
  const [chosen, setChosen] = useState<string | null>(null);
  const groups = today.value ? groupsOf(today.value, vocabulary.value) : [];
  const all = groups.flatMap((group) => group.items);
  const current = all.find((item) => keyOf(item) === chosen) ?? all[0] ?? null;

  const move = (by: number) => {
    const at = current ? all.indexOf(current) : -1;
    const next = all[Math.max(0, Math.min(all.length - 1, at + by))];
    if (!next) return;
    setChosen(keyOf(next));
    document
      .getElementById(rowId(keyOf(next)))
      ?.querySelector('a')
      ?.focus();
  };
  useShortcut({ code: 'KeyJ' }, () => move(1));
  useShortcut({ code: 'KeyK' }, () => move(-1));

  return (
    <>
      <div class="today-head">
        <PageHeading title={t('common.today')} beside={longDate(Date.now())} />
        {today.value && all.length > 0 && <p class="today-summary">{summary(today.value)}</p>}
      </div>
      {today.error != null && !today.value && (
        <ErrorNote what={failureWords(today.error)} todo={t('workspace.reload_page')} />
      )}
      <div class="today">
        <div class="today-list">
          {today.value && all.length === 0 && <TodayEmpty onAdd={onAdd} />}
          {groups.map(({ name, title, items }) => (
            <section key={name} aria-label={t(title)}>
              <h2 class="today-group">
                {t(title)} <span class="quiet-text num">{items.length}</span>
              </h2>
              <ul>
                {items.map((item) => (
                  <TodayRow
                    key={keyOf(item)}
                    id={rowId(keyOf(item))}
                    item={item}
                    current={item === current}
                    onChoose={() => setChosen(keyOf(item))}
                  />
                ))}
              </ul>
            </section>
          ))}
          <AskToday />
          <LooseTasks tasks={today.value?.tasks ?? []} />
          <Plan />
        </div>
        {current && <Why item={current} />}
      </div>
    </>
  );
}

function TodayEmpty({ onAdd }: { onAdd(): void }) {
  return (
    <EmptyState
      title={t('workspace.today_empty')}
      action={<Button onClick={onAdd}>{t('common.add_contact')}</Button>}
    >
      {t('workspace.today_empty_how')}
    </EmptyState>
  );
}

function keyOf(item: TodayItem): string {
  return `${item.contact.id} ${item.step.key}`;
}

function rowId(key: string): string {
  return `today ${key}`.replace(/[^\w-]/g, '-');
}
