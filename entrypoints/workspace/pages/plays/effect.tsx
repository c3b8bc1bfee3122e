import { useState } from 'preact/hooks';
import { momentOfDay, sentence } from '@/components/advice/words';
import { failureWords } from '@/components/contacts/failure';
import { pointsOf } from '@/components/insights/difference-words';
import { percent } from '@/components/insights/words';
import { useQuery } from '@/components/query/use-query';
import { ErrorNote } from '@/components/ui/error-note';
import { Select } from '@/components/ui/select';
import type { EffectView } from '@/lib/api/advice-views';
import { t } from '@/lib/i18n';
import { number, shortDate } from '@/lib/i18n/format';
import { effectWords } from './effect-words';

type Row = EffectView['total'];

/** Whom something was suggested about beside who was held out: whether advice is good for anything. */
export function Effect() {
  const [of, setOf] = useState<EffectView['of']>('contact');
  const { value: view, error } = useQuery('advice.effect', { of }, { keep: true });
  return (
    <section aria-label={t('advising.effect')} class="plays-backtest">
      <h2 class="today-group plays-caption">{t('advising.effect')}</h2>
      {error != null && !view && <ErrorNote what={failureWords(error)} todo={t('workspace.reload_page')} />}
      {view && <p class="quiet-text">{t('advising.effect_how', { needs: view.needs })}</p>}
      {view && view.since === null && (
        <p>{t('advising.effect_not_yet', { count: view.advised, needs: view.needs })}</p>
      )}
      {view && view.since !== null && (
        <>
          <Select
            label={t('advising.effect_of')}
            value={of}
            choices={(['contact', 'purchase'] as const).map((value) => ({
              value,
              label: t(`advising.effect_of_${value}`),
            }))}
            onChoose={(value) => setOf(value as EffectView['of'])}
          />
          <Groups view={view} since={view.since} />
        </>
      )}
    </section>
  );
}

function Groups({ view, since }: { view: EffectView; since: string }) {
  const { of, days, early, total, plays } = view;
  const rows = [
    { playId: null, title: t('advising.effect_all'), row: total },
    ...plays.map((row) => ({ playId: row.playId, title: sentence(row.title), row })),
  ];
  const isSure = ({ difference }: Row) => difference !== null && difference.chance < 0.05;
  const note = { since: shortDate(momentOfDay(since), Date.now()), days };
  return (
    <>
      <p role="status">{effectWords(view)}</p>
      {total.advised.n + total.held.n > 0 && (
        <table class="plays-table" aria-label={t(`advising.effect_came_${of}`)}>
          <thead class="small quiet-text">
            <tr>
              <th scope="col">{t('advising.col_play')}</th>
              {[t('advising.effect_advised'), t('advising.effect_held')].map((group) => (
                <th key={group} scope="col" class="num">
                  {group}
                </th>
              ))}
              <th scope="col" class="num plays-difference">
                {t('advising.effect_difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ playId, title, row }) => (
              <tr key={playId ?? ''}>
                <td>{title}</td>
                <td class="num">{groupWords(row.advised)}</td>
                <td class="num">{groupWords(row.held)}</td>
                <td class="num plays-difference">
                  {row.difference
                    ? t('advising.effect_range', pointsOf(row.difference))
                    : t('advising.effect_too_few')}
                  {playId !== null && isSure(row) && '*'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {plays.some(isSure) && <p class="small quiet-text">{t('advising.effect_sure')}</p>}
      {early > 0 && <p class="small quiet-text">{t('advising.effect_early', { count: early, days })}</p>}
      <p class="small quiet-text">{t(`advising.effect_note_${of}`, note)}</p>
    </>
  );
}

const groupWords = ({ n, share }: Row['advised']): string =>
  share ? t('advising.effect_share', { percent: percent(share.value), n: number(n) }) : number(0);
