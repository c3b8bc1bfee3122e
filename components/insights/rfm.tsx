import { useQuery } from '@/components/query/use-query';
import type { RfmView } from '@/lib/api/insights-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { cells } from './cells';
import { HeatGrid } from './heat-grid';
import { type Place, usePlace } from './place';
import { type Drawn, Section } from './section';
import { dayWords, groupWords, major, note, percent, rateWords, sum } from './words';

type Of = Extract<RfmView, { missing: null }>;

const SCORES = [1, 2, 3, 4, 5];
const MOVES = 8;

/** Customers by how recently and how often they bought, in groups, and who moved within a quarter. */
export function RfmSection() {
  const place = usePlace();
  const answer = useQuery('insights.rfm', place.whom, { keep: true });
  return <Section title={t('insights.rfm')} file="rfm" answer={answer} draw={(of) => drawn(of, place)} />;
}

function drawn(of: Of, place: Place): Drawn {
  const moved = of.moves.filter(({ from, to }) => from !== null && from !== to);
  const count = moved.reduce((all, one) => all + one.count, 0);
  return {
    lead: t('insights.rfm_lead', { count, since: dayWords(of.from) }),
    note: note(t('insights.rfm_note'), t('insights.n_contact', { count: of.customers }), ...rateWords(of)),
    chart: (
      <div class="insight-pair">
        <HeatGrid
          label={t('insights.rfm')}
          corner={t('insights.rfm_corner')}
          columns={SCORES.map((score) => ({ key: String(score), text: t('insights.rfm_f', { score }) }))}
          rows={[...SCORES].reverse().map((score) => ({
            key: String(score),
            text: t('insights.rfm_r', { score }),
            cells: of.cells
              .filter(({ recency }) => recency === score)
              .map((cell) => ({
                text: cell.customers > 0 ? number(cell.customers) : '',
                share: cell.customers / of.customers,
                href:
                  cell.customers > 0 ? place.cell(cells.rfm(of.to, cell.recency, cell.frequency)) : undefined,
                hint: t('insights.rfm_cell', {
                  count: cell.customers,
                  amount: sum(cell.spent, of.currency),
                }),
              })),
          }))}
        />
        <Movements of={of} moved={moved} place={place} />
      </div>
    ),
    table: {
      columns: [
        { text: t('insights.group') },
        { text: dayWords(of.to), end: true },
        { text: dayWords(of.from), end: true },
        { text: t('insights.spent_in', { currency: of.currency }), end: true },
      ],
      rows: of.groups
        .filter(({ now, before }) => now + before > 0)
        .map(({ group, now, before, spent }) => [
          { text: groupWords(group), href: now > 0 ? place.cell(cells.group(of.to, group)) : undefined },
          { text: number(now), value: now },
          { text: number(before), value: before },
          { text: sum(spent, of.currency), value: major(spent, of.currency) },
        ]),
    },
  };
}

function Movements({ of, moved, place }: { of: Of; moved: Of['moves']; place: Place }) {
  return (
    <div class="insight-side">
      <ul class="insight-figures" aria-label={t('insights.groups')}>
        {of.groups
          .filter(({ now, before }) => now + before > 0)
          .map(({ group, now, before }) => (
            <li key={group}>
              <a class="insight-link" href={place.cell(cells.group(of.to, group))}>
                {groupWords(group)}
              </a>
              <span class="num">{number(now)}</span>
              <span class="num quiet-text">{percent(now / of.customers)}</span>
              <span class="num quiet-text">{changeWords(now - before)}</span>
            </li>
          ))}
      </ul>
      {moved.length > 0 && (
        <>
          <h3>{t('insights.moves', { since: dayWords(of.from) })}</h3>
          <ul class="insight-figures two">
            {moved.slice(0, MOVES).map(({ from, to, count }) => (
              <li key={`${from} ${to}`}>
                <a class="insight-link" href={place.cell(cells.move(of.from, of.to, from, to))}>
                  {t('insights.move', { from: from ? groupWords(from) : '', to: groupWords(to) })}
                </a>
                <span class="num">{number(count)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** "+3", "−2", "0". */
function changeWords(change: number): string {
  return number(change, { signDisplay: 'exceptZero' });
}
