import { stageName } from '@/components/contacts/stage-name';
import { useQuery } from '@/components/query/use-query';
import type { WarningRow, WarningsView } from '@/lib/api/insights-views';
import { t } from '@/lib/i18n';
import { list } from '@/lib/i18n/format';
import { cells } from './cells';
import { type Place, usePlace } from './place';
import { type Drawn, Section } from './section';
import { major, note, percent, sum } from './words';

type Of = Extract<WarningsView, { missing: null }>;

/** Who falls out of a rhythm that was there, and what else speaks against them coming back. */
export function WarningSection() {
  const place = usePlace();
  const answer = useQuery('insights.warnings', place.whom, { keep: true });
  return (
    <Section title={t('insights.warnings')} file="warnings" answer={answer} draw={(of) => drawn(of, place)} />
  );
}

function drawn({ rows, total, watched, currency }: Of, place: Place): Drawn {
  return {
    lead: t('insights.warnings_lead', { count: total, watched }),
    ...(total > 0 ? { more: { text: t('insights.warnings_all'), href: place.cell(cells.warned()) } } : {}),
    note: note(t('insights.warnings_note'), t('insights.n_watched', { count: watched })),
    table: {
      columns: [
        { text: t('insights.by_contact') },
        { text: t('insights.why') },
        { text: t('insights.passed'), end: true },
        { text: t('insights.stage') },
        { text: t('insights.stake', { currency }), end: true },
      ],
      rows: rows.map((row) => [
        { text: row.name || t('insights.no_name'), href: place.contact(row.id) },
        { text: whyWords(row) },
        { text: percent(row.overdue), value: row.overdue },
        { text: row.stage ? stageName(row.stage) : '' },
        row.stake > 0 ? { text: sum(row.stake, currency), value: major(row.stake, currency) } : { text: '' },
      ]),
    },
  };
}

/** "No order for 94 days, usually every 30; a promise of yours is late". */
function whyWords({ basis, silence, gap, promises, cases, score }: WarningRow): string {
  const first = t(basis === 'buy' ? 'insights.why_buy' : 'insights.why_talk', {
    count: silence,
    gap: Math.round(gap),
  });
  const more = [
    ...(promises > 0 ? [t('insights.why_promises', { count: promises })] : []),
    ...(cases > 0 ? [t('insights.why_cases', { count: cases })] : []),
    ...(score !== null && score <= 6 ? [t('insights.why_score', { score })] : []),
  ];
  return more.length > 0 ? t('insights.why_more', { first, more: list(more) }) : first;
}
