import type { QuestionResult } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { CountLink } from './count-link';
import { valueWords } from './question-words';

interface RanksProps {
  of: QuestionResult;
  label: string;
  /** Leads to the answers that put this choice first. */
  hrefOf(value: string): string;
}

/** The mean rank of each choice, best first, and how often each was first. */
export function Ranks({ of, label, hrefOf }: RanksProps) {
  const first = new Map(of.counts.map(({ value, n }) => [value, n]));
  return (
    <table class="figures" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('results.answer')}</th>
          <th scope="col" class="end">
            {t('results.mean_rank')}
          </th>
          <th scope="col" class="end">
            {t('results.first')}
          </th>
        </tr>
      </thead>
      <tbody>
        {(of.ranks ?? []).map(({ value, mean }) => (
          <tr key={value}>
            <th scope="row">{valueWords(of.question, value)}</th>
            <td class="end num">{number(mean, { maximumFractionDigits: 1, minimumFractionDigits: 1 })}</td>
            <td class="end num">
              <CountLink
                n={first.get(value) ?? 0}
                href={hrefOf(value)}
                what={`${t('results.first')}, ${valueWords(of.question, value)}`}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
