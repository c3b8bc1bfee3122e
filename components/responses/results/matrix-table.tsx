import type { QuestionResult } from '@/lib/api/survey-views';
import { t } from '@/lib/i18n';
import { CountLink } from './count-link';
import { own } from './question-words';

interface MatrixTableProps {
  of: QuestionResult;
  label: string;
  /** Leads to the answers that chose this, `row|choice`. */
  hrefOf(value: string): string;
}

/** A matrix as it was asked, each cell with how often it was chosen; the more of its row, the darker. */
export function MatrixTable({ of, label, hrefOf }: MatrixTableProps) {
  const { rows = [], choices = [] } = of.question;
  const counts = new Map(of.counts.map(({ value, n }) => [value, n]));
  const count = (row: string, choice: string) => counts.get(`${row}|${choice}`) ?? 0;
  return (
    <div class="figures-scroller">
      <table class="figures" aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('results.row')}</th>
            {choices.map(({ id, text }) => (
              <th key={id} scope="col" class="end">
                {own(text)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const all = choices.reduce((sum, { id }) => sum + count(row.id, id), 0);
            return (
              <tr key={row.id}>
                <th scope="row">{own(row.text)}</th>
                {choices.map(({ id, text }) => (
                  <td
                    key={id}
                    class="end num matrix-cell"
                    style={{ '--share': all ? `${(100 * count(row.id, id)) / all}%` : '0%' }}
                  >
                    <CountLink
                      n={count(row.id, id)}
                      href={hrefOf(`${row.id}|${id}`)}
                      what={`${own(row.text)}, ${own(text)}`}
                    />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
