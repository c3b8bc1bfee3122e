import { stageName } from '@/components/contacts/stage-name';
import { useQuery } from '@/components/query/use-query';
import { Moon } from '@/components/ui/moon';
import type { LifecycleView, StageRow } from '@/lib/api/insights-views';
import { SHOWN_STAGE } from '@/lib/crm/stage-names';
import { t } from '@/lib/i18n';
import { number } from '@/lib/i18n/format';
import { cells } from './cells';
import { HeatGrid } from './heat-grid';
import { type Place, usePlace } from './place';
import { type Drawn, Section } from './section';
import { note, percent } from './words';

type Of = Extract<LifecycleView, { missing: null }>;

const PHASES = ['gain', 'keep', 'loyalty', 'left'] as const;

/** Where contacts stand, for how long, and where they go from month to month. */
export function LifecycleSection() {
  const place = usePlace();
  const answer = useQuery('insights.lifecycle', place.whom, { keep: true });
  return (
    <Section
      title={t('insights.lifecycle')}
      file="lifecycle"
      answer={answer}
      draw={(of) => drawn(of, place)}
    />
  );
}

function drawn(of: Of, place: Place): Drawn {
  const { stages, steps, contacts, personal, span } = of;
  const inPhase = (phase: string) =>
    stages.filter((row) => row.phase === phase).reduce((sum, { count }) => sum + count, 0);
  const outOf = (stage: string) =>
    steps.filter(({ from }) => from === stage).reduce((sum, { count }) => sum + count, 0);
  const set = stages.reduce((sum, row) => sum + row.set, 0);
  return {
    lead: t('insights.lifecycle_lead', {
      gain: inPhase('gain'),
      keep: inPhase('keep'),
      loyalty: inPhase('loyalty'),
      left: inPhase('left'),
    }),
    note: note(
      t('insights.lifecycle_note', { span }),
      t('insights.n_of_exchange', { count: contacts }),
      ...(set > 0 ? [t('insights.stage_set', { count: set })] : []),
      ...(personal > 0 ? [t('insights.stage_personal', { count: personal })] : []),
    ),
    chart: (
      <>
        <ul class="stage-board" aria-label={t('insights.stages')}>
          {stages.map((row) => (
            <StageCard key={row.stage} of={row} share={row.count / contacts} place={place} />
          ))}
        </ul>
        <div class="insight-pair">
          <div>
            <h3>{t('insights.steps', { span })}</h3>
            <HeatGrid
              label={t('insights.steps', { span })}
              corner={t('insights.step_corner')}
              columns={stages.map(({ stage }) => ({ key: stage, text: stageName(stage) }))}
              rows={stages.map(({ stage }) => ({
                key: stage,
                text: stageName(stage),
                cells: steps
                  .filter(({ from }) => from === stage)
                  .map(({ count }) => ({
                    text: outOf(stage) > 0 ? percent(count / outOf(stage)) : '',
                    share: outOf(stage) > 0 ? count / outOf(stage) : 0,
                    quiet: count === 0,
                    hint: t('insights.n_of', { n: count, of: outOf(stage) }),
                  })),
              }))}
            />
          </div>
          <div class="insight-side">
            <h3>{t('insights.phases')}</h3>
            <ul class="insight-figures three">
              {PHASES.map((phase) => (
                <li key={phase}>
                  <span>{t(`insights.phase_${phase}`)}</span>
                  <span class="num">{number(inPhase(phase))}</span>
                  <span class="num quiet-text">{percent(inPhase(phase) / contacts)}</span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      </>
    ),
    table: {
      columns: [
        { text: t('insights.stage') },
        { text: t('insights.phase') },
        { text: t('insights.contacts'), end: true },
        { text: t('insights.share'), end: true },
        { text: t('insights.there_for'), end: true },
        { text: t('insights.stays_for'), end: true },
        ...stages.map(({ stage }) => ({ text: t('insights.to', { stage: stageName(stage) }), end: true })),
      ],
      rows: stages.map(({ stage, phase, count, days, months }) => [
        { text: stageName(stage), href: count > 0 ? place.cell(cells.stage(stage)) : undefined },
        { text: t(`insights.phase_${phase}`) },
        { text: number(count), value: count },
        { text: percent(count / contacts), value: count / contacts },
        { text: days === null ? '' : t('insights.days', { count: days }), value: days ?? undefined },
        {
          text: months === null ? '' : t('insights.n_months', { count: months }),
          value: months ?? undefined,
        },
        ...steps
          .filter(({ from }) => from === stage)
          .map((step) => ({ text: number(step.count), value: step.count })),
      ]),
    },
  };
}

function StageCard({ of, share, place }: { of: StageRow; share: number; place: Place }) {
  const { stage, count, days, months, spells } = of;
  return (
    <li>
      <span class="stage-name">
        <Moon phase={SHOWN_STAGE[stage]} />
        {stageName(stage)}
      </span>
      <span class="stage-count num">
        {count > 0 ? (
          <a class="insight-link" href={place.cell(cells.stage(stage))}>
            {number(count)}
          </a>
        ) : (
          number(count)
        )}
        <span class="small quiet-text">{percent(share)}</span>
      </span>
      <span class="stage-bar" style={{ width: `${100 * share}%` }} />
      <span class="small quiet-text">
        {days === null ? t('insights.nobody_there') : t('insights.there_days', { count: days })}
      </span>
      <span class="small quiet-text">
        {months === null
          ? t('insights.stays_longer', { count: spells })
          : t('insights.stays_months', { count: months, spells })}
      </span>
    </li>
  );
}
