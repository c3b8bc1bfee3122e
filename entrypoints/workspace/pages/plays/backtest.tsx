import { useState } from 'preact/hooks';
import { momentOfDay, sentence } from '@/components/advice/words';
import { failureWords } from '@/components/contacts/failure';
import { useQuery } from '@/components/query/use-query';
import { Button } from '@/components/ui/button';
import { ErrorNote } from '@/components/ui/error-note';
import type { BacktestView } from '@/lib/api/advice-views';
import { t } from '@/lib/i18n';
import { number, share, shortDate } from '@/lib/i18n/format';

/** Answers that are as many as these must be there before a verdict. */
const ENOUGH = 50;

/** The engine on the user's own past: nothing is counted before it is asked for. */
export function Backtest() {
  const [asked, setAsked] = useState(false);
  const test = useQuery('advice.backtest', asked ? {} : null, { keep: true });
  return (
    <section aria-label={t('advising.backtest')} class="plays-backtest">
      <h2 class="today-group plays-caption">{t('advising.backtest')}</h2>
      <p class="quiet-text">{t('advising.backtest_how')}</p>
      {!test.value && (
        <Button loading={asked && !test.error} onClick={() => setAsked(true)}>
          {asked && !test.error ? t('advising.backtest_running') : t('advising.backtest_run')}
        </Button>
      )}
      {test.error != null && !test.value && (
        <ErrorNote what={failureWords(test.error)} todo={t('workspace.reload_page')} />
      )}
      {test.value && <Past view={test.value} />}
      {test.value && <Answers view={test.value} />}
    </section>
  );
}

function Past({ view }: { view: BacktestView }) {
  const usual = view.plays[0]?.usual;
  if (view.plays.length === 0) return <p>{t('advising.backtest_nothing')}</p>;
  return (
    <>
      <p role="status">
        {t('advising.backtest_said', {
          count: view.said,
          contacts: view.contacts,
          from: shortDate(momentOfDay(view.from), Date.now()),
          to: shortDate(momentOfDay(view.to), Date.now()),
        })}{' '}
        {usual != null && t('advising.usual_share', { percent: Math.round(100 * usual) })}
      </p>
      <table class="plays-table">
        <thead class="small quiet-text">
          <tr>
            <th scope="col">{t('advising.col_play')}</th>
            <th scope="col" class="num">
              {t('advising.col_said')}
            </th>
            <th scope="col" class="num">
              {t('advising.col_hits')}
            </th>
            <th scope="col" class="num">
              {t('advising.col_alarms')}
            </th>
            <th scope="col" class="num">
              {t('advising.col_share')}
            </th>
            <th scope="col" class="num">
              {t('advising.col_lift')}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.plays.map((play) => (
            <tr key={play.title.key + sentence(play.title)}>
              <td>{sentence(play.title)}</td>
              <td class="num">{play.said}</td>
              <td class="num">{play.hits}</td>
              <td class="num">{play.said - play.hits}</td>
              <td class="num">
                {t('advising.share_range', {
                  value: Math.round((100 * play.hits) / play.said),
                  low: Math.round(100 * play.low),
                  high: Math.round(100 * play.high),
                })}
              </td>
              <td class="num">{liftWords(play)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** How many times as often something followed as after any look; said with a doubt where the usual share lies within the interval. */
function liftWords({ said, hits, low, high, usual }: BacktestView['plays'][number]): string {
  if (usual === null || usual === 0 || said === 0) return '';
  const times = number(hits / said / usual, { maximumFractionDigits: 1 });
  return low <= usual && usual <= high ? t('advising.lift_unsure', { times }) : t('advising.lift', { times });
}

function Answers({ view: { answered, offPolicy } }: { view: BacktestView }) {
  const whole = (share: number) => Math.round(100 * share);
  return (
    <>
      <h3>{t('advising.answers_told')}</h3>
      {!answered && <p class="quiet-text">{t('advising.answers_none')}</p>}
      {answered && (
        <p>
          {t('advising.loss', {
            count: answered.n,
            plays: answered.lossPlays.toFixed(2),
            learned: answered.lossLearned.toFixed(2),
          })}
        </p>
      )}
      {answered && answered.bins.length > 0 && (
        <table class="plays-table plays-bins" aria-label={t('advising.bins')}>
          <thead class="small quiet-text">
            <tr>
              <th scope="col">{t('advising.col_chance')}</th>
              <th scope="col" class="num">
                {t('advising.col_came')}
              </th>
            </tr>
          </thead>
          <tbody>
            {answered.bins.map((bin) => (
              <tr key={bin.from}>
                <td>{share(bin.said)}</td>
                <td class="num">{t('common.in_brackets', { what: share(bin.came), more: bin.n })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {offPolicy && (
        <p>
          {offPolicy.ess < ENOUGH
            ? t('advising.no_verdict', { ess: Math.floor(offPolicy.ess) })
            : t('advising.verdict', {
                dr: whole(offPolicy.dr),
                done: whole(offPolicy.done),
                ess: Math.floor(offPolicy.ess),
                ips: whole(offPolicy.ips),
                snips: whole(offPolicy.snips),
                dm: whole(offPolicy.dm),
              })}
        </p>
      )}
    </>
  );
}
