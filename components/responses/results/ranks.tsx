import type { QuestionResult } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { valueWords } from './question-words';

/** The mean rank of each choice, best first, and how often each was first. */
export function Ranks({ of, label }: { of: QuestionResult; label: string }) {
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
            <td class="end num">{number(first.get(value) ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
