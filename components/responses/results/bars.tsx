import { t } from '@/lib/i18n';
import { number, share } from '@/lib/i18n/format';
import { CountLink } from './count-link';

export interface Bar {
  key: string;
  label: string;
  n: number;
  /** Leads to the answers that it counts. */
  href?: string;
}

interface BarsProps {
  /** What is counted. */
  label: string;
  bars: Bar[];
  /** What the shares are of: who answered. Of several choices each, they add up to more than one. */
  of: number;
}

/** How often each answer was given: a table whose bars are drawn beside the figures. */
export function Bars({ label, bars, of }: BarsProps) {
  const most = Math.max(1, ...bars.map((bar) => bar.n));
  return (
    <table class="bars" aria-label={label}>
      <colgroup>
        <col class="bars-words" />
        <col />
        <col class="bars-shares" />
      </colgroup>
      <thead class="unseen">
        <tr>
          <th scope="col">{t('results.answer')}</th>
          <th scope="col">{t('results.count')}</th>
          <th scope="col">{t('results.share')}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, n, href }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td class="bars-n num">
              {n > 0 && <span class="bars-bar" style={{ width: `${(100 * n) / most}%` }} />}
              <span class="unseen">{number(n)}</span>
            </td>
            <td class="bars-figures num">
              <CountLink n={n} href={href} what={label} hidden />
              <span class="quiet-text">{of > 0 ? share(n / of) : ''}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
