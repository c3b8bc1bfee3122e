import { useState } from 'preact/hooks';
import { sentence } from '@/components/advice/words';
import { PlayDialog } from '@/components/advising/play-dialog';
import { settingOf } from '@/components/advising/play-setting';
import { useAction } from '@/components/contacts/command';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import { Switch } from '@/components/ui/switch';
import type { PlayRow } from '@/lib/api/advice-views';
import { type Key, t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import { Backtest } from './backtest';
import { Effect } from './effect';
import { groupsOfPlays } from './groups';
import './plays.css';

const GROUPS = {
  stages: 'advising.group_stages',
  care: 'advising.group_care',
  trade: 'advising.group_trade',
  own: 'advising.group_own',
} as const satisfies Record<string, Key>;

/** What is suggested, for whom and why: to be switched off, changed, tried, and added to. */
export function PlaysPage() {
  const plays = useQuery('plays.list', {}, { keep: true });
  const [editing, setEditing] = useState<PlayRow | 'new' | null>(null);
  return (
    <>
      <PageHeading
        title={t('advising.plays')}
        actions={<Button onClick={() => setEditing('new')}>{t('advising.add_play')}</Button>}
      />
      <div class="plays-page">
        <p class="quiet-text plays-how">{t('advising.plays_how')}</p>
        {plays.error != null && !plays.value && (
          <ErrorNote what={failureWords(plays.error)} todo={t('workspace.reload_page')} />
        )}
        {plays.value &&
          groupsOfPlays(plays.value).map(({ name, rows }) => (
            <PlayTable key={name} title={t(GROUPS[name])} rows={rows} onEdit={setEditing} />
          ))}
        <Effect />
        <Backtest />
      </div>
      {editing && <PlayDialog play={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </>
  );
}

interface PlayTableProps {
  title: string;
  rows: readonly PlayRow[];
  onEdit(play: PlayRow): void;
}

function PlayTable({ title, rows, onEdit }: PlayTableProps) {
  const act = useAction();
  return (
    <section aria-label={title}>
      <h2 class="today-group plays-caption">{title}</h2>
      <table class="plays-table" aria-label={title}>
        <thead class="small quiet-text">
          <tr>
            <th scope="col">{t('advising.col_play')}</th>
            <th scope="col" class="num">
              {t('advising.col_minutes')}
            </th>
            <th scope="col" class="num">
              {t('advising.col_pause')}
            </th>
            <th scope="col" class="num">
              {t('advising.col_answers')}
            </th>
            <th scope="col">{t('advising.col_on')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((play) => (
            <tr key={play.id} class={play.off ? 'plays-off' : undefined}>
              <td>
                <button
                  type="button"
                  class="plays-name"
                  aria-label={t('advising.edit_play', { title: sentence(play.title) })}
                  onClick={() => onEdit(play)}
                >
                  {sentence(play.title)}
                </button>
              </td>
              <td class="num">{play.minutes}</td>
              <td class="num">{t('advising.days', { count: play.coolingDays })}</td>
              <td class="num">
                {play.done ? t('advising.done_of', { done: play.outcomes.done, n: play.done.n }) : ''}
              </td>
              <td>
                <Switch
                  label={t('advising.play_on', { title: sentence(play.title) })}
                  labelUnseen
                  on={!play.off}
                  onSwitch={(on) =>
                    void act('plays.set', { id: play.id, setting: { ...settingOf(play), off: !on } })
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
