import { type Drawn, Section } from '@/components/insights/section';
import type { DataTable } from '@/components/insights/table';
import { percent, percentRange, tenth } from '@/components/insights/words';
import { useQuery } from '@/components/query/use-query';
import type { DriversView } from '@/lib/api/analysis-views';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { type ToAnswers, toAnswers } from '../counted';
import { noteOf, plain, type Said, SaidWords } from '../counted-words';
import { DriverChart } from './driver-chart';
import { basisNote, namesOf, ratedName } from './named';
import type { AnalysisScope } from './scope';

type Of = Extract<DriversView, { missing: null }>;

/** What goes together with the score, and how it is rated: what is important and rated low comes first. */
export function DriversSection({ scope }: { scope: AnalysisScope }) {
  const answer = useQuery('analysis.drivers', scope, { keep: true });
  return (
    <Section
      title={t('analysis.drivers')}
      file="drivers"
      answer={answer}
      draw={(of) => drawn(of, toAnswers(scope))}
    />
  );
}

/** The strongest driver in a sentence; null where there is none. */
export function driversLead({ drivers: [first, second] }: Of): string | null {
  if (!first) return null;
  const name = ratedName(first);
  const share = percent(first.share);
  if (second && second.high > first.low)
    return t('analysis.drivers_lead_unsure', { name, share, other: ratedName(second) });
  return t('analysis.drivers_lead', { name, share, low: percent(first.low), high: percent(first.high) });
}

/** How it was counted. */
export function driversNote({ n, r2, method, resamples, left, repeated }: Of, to: ToAnswers): Said {
  const how = method === 'lmg' ? 'analysis.drivers_note' : 'analysis.drivers_note_many';
  return noteOf(
    plain(t(how, { resamples: number(resamples), r2: percent(r2) })),
    ...(left.length > 0 ? [plain(t('analysis.drivers_left', { names: namesOf(left) }))] : []),
    ...basisNote(n, repeated, {
      what: t('analysis.drivers'),
      href: (more) => to({ basis: 'drivers', ...more }),
    }),
  );
}

/** Each driver with its share and interval, and how it is rated. */
export function driversTable(of: Of): DataTable {
  return {
    columns: [
      { text: t('analysis.driver') },
      { text: t('analysis.importance'), end: true },
      { text: t('analysis.between'), end: true },
      { text: t('analysis.relative'), end: true },
      { text: t('analysis.performance'), end: true },
      { text: t('analysis.direction'), end: true },
    ],
    rows: of.drivers.map((driver) => [
      { text: ratedName(driver) },
      { text: percent(driver.share), value: driver.share },
      { text: percentRange({ ...driver, value: driver.share, n: of.n }) },
      { text: percent(driver.relative), value: driver.relative },
      { text: tenth(driver.performance), value: driver.performance },
      { text: number(driver.correlation, { maximumFractionDigits: 2 }), value: driver.correlation },
    ]),
  };
}

function drawn(of: Of, to: ToAnswers): Drawn {
  const lead = driversLead(of);
  return {
    ...(lead ? { lead } : {}),
    note: <SaidWords of={driversNote(of, to)} />,
    chart: <DriverChart of={of} />,
    table: driversTable(of),
  };
}
