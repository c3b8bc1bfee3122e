import { percent, tenth } from '@/components/insights/words';
import type { DriversView } from '@/lib/api/analysis-views';
import { t } from '@/lib/i18n';
import { labelRows } from './label-rows';
import { ratedName } from './named';
import './analysis.css';

type Of = Extract<DriversView, { missing: null }>;

/** Room above the highest interval and below nothing, for the words in the corners; in shares of what lies between. */
const EDGE = 0.16;

/**
 * Importance by rating. The lines that part it stand at an equal share of importance and at the mean of the ratings; every point bears
 * its name, and its interval as a line upwards and downwards.
 */
export function DriverChart({ of: { drivers } }: { of: Of }) {
  const most = Math.max(...drivers.map(({ high }) => high));
  const ratings = drivers.map(({ performance }) => performance);
  const middle = ratings.reduce((sum, one) => sum + one, 0) / ratings.length;
  const reach = Math.max(5, ...ratings.map((one) => Math.abs(one - middle))) * (1 + EDGE);
  const acrossShare = (rating: number) => (rating - middle + reach) / (2 * reach);
  const across = (rating: number) => `${100 * acrossShare(rating)}%`;
  const downShare = (share: number) => (1 + EDGE - share / most) / (1 + 2 * EDGE);
  const down = (share: number) => `${100 * downShare(share)}%`;
  const places = labelRows(
    drivers.map((driver) => ({
      text: ratedName(driver),
      x: acrossShare(driver.performance),
      y: downShare(driver.share),
      before: driver.performance > middle,
    })),
  );
  const corners = ['fix', 'keep', 'watch', 'rest'] as const;
  return (
    <figure class="driver-chart">
      <ul class="driver-field" aria-label={t('analysis.chart_of')}>
        {corners.map((corner) => (
          <li key={corner} class={`driver-corner ${corner}`} aria-hidden="true">
            {t(`analysis.corner_${corner}`)}
          </li>
        ))}
        <li class="driver-line across" style={{ top: down(1 / drivers.length) }} aria-hidden="true" />
        <li class="driver-line upright" style={{ left: across(middle) }} aria-hidden="true" />
        {drivers.map((driver, at) => (
          <li key={driver.key}>
            <span
              class="driver-range"
              style={{
                left: across(driver.performance),
                top: down(driver.high),
                height: `${(100 * (driver.high - driver.low)) / most / (1 + 2 * EDGE)}%`,
              }}
            />
            <span
              class={places[at]!.before ? 'driver-point before' : 'driver-point'}
              style={{ left: across(driver.performance), top: down(driver.share) }}
            >
              <span class="driver-name" style={{ translate: `0 ${places[at]!.move}px` }}>
                {ratedName(driver)}
              </span>
              <span class="unseen">
                {t('analysis.importance')} {percent(driver.share)}, {t('analysis.performance')}{' '}
                {tenth(driver.performance)}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <figcaption class="small quiet-text">{t('analysis.chart_of')}</figcaption>
    </figure>
  );
}
