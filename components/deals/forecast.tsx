import { momentOfDay } from '@/components/advice/words';
import type { DealBoard } from '@/lib/api/deal-views';
import { t } from '@/lib/i18n';
import { list, money, monthYear, number, share } from '@/lib/i18n/format';
import { stageWords } from './words';
import './deals.css';

/** What open deals come to by month, and how sure the chances are that this rests on. */
export function Forecast({ board }: { board: DealBoard }) {
  const { baseCurrency, forecast, noRate } = board;
  if (forecast.length === 0 && noRate.length === 0) return null;
  const amount = (minor: number) => money(minor, baseCurrency);
  const sum = (of: 'deals' | 'all' | 'weighted') => forecast.reduce((total, month) => total + month[of], 0);
  return (
    <section class="deal-forecast" aria-label={t('deals.forecast')}>
      <h2>{t('deals.forecast')}</h2>
      <p class="small quiet-text">{t('deals.forecast_how', { currency: baseCurrency })}</p>
      {forecast.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('deals.forecast_month')}</th>
              <th scope="col">{t('deals.forecast_deals')}</th>
              <th scope="col">{t('deals.forecast_all')}</th>
              <th scope="col">{t('deals.forecast_weighted')}</th>
            </tr>
          </thead>
          <tbody>
            {forecast.map((one) => (
              <tr key={one.month}>
                <th scope="row">
                  {one.month === '' ? t('deals.no_day') : monthYear(momentOfDay(`${one.month}-01`))}
                </th>
                <td class="num">{number(one.deals)}</td>
                <td class="num">{amount(one.all)}</td>
                <td class="num">{amount(one.weighted)}</td>
              </tr>
            ))}
          </tbody>
          {forecast.length > 1 && (
            <tfoot>
              <tr>
                <th scope="row">{t('deals.forecast_all')}</th>
                <td class="num">{number(sum('deals'))}</td>
                <td class="num">{amount(sum('all'))}</td>
                <td class="num">{amount(sum('weighted'))}</td>
              </tr>
            </tfoot>
          )}
        </table>
      )}
      {noRate.length > 0 && (
        <>
          <p class="small late">{t('deals.no_rate', { currencies: list(noRate) })}</p>
          <p class="small">
            <a class="link" href="#/settings/currency">
              {t('deals.set_rates')}
            </a>
          </p>
        </>
      )}
      <Chances board={board} />
    </section>
  );
}

/** The chance of each stage as it was typed, and as closed deals show it. */
function Chances({ board: { stages, closed, enoughClosed } }: { board: DealBoard }) {
  if (stages.every((stage) => stage.measured === null)) {
    return <p class="small quiet-text">{t('deals.chance_too_few', { of: enoughClosed, n: closed })}</p>;
  }
  return (
    <ul class="deal-chances small">
      {stages.map((stage) => (
        <li key={stage.id}>
          <span>{stageWords(stage)}</span> <span class="num">{share(stage.chance)}</span>{' '}
          {stage.measured && (
            <span class="num quiet-text">
              {t('deals.chance_measured', {
                percent: share(stage.measured.value),
                low: share(stage.measured.low),
                high: share(stage.measured.high),
                n: stage.measured.n,
              })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
