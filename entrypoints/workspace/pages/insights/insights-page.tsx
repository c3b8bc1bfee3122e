import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { CohortSection } from '@/components/insights/cohorts';
import { ConcentrationSection } from '@/components/insights/concentration';
import { ExitSection } from '@/components/insights/exits';
import { ForecastSections } from '@/components/insights/forecast';
import { LifecycleSection } from '@/components/insights/lifecycle';
import { OpportunitySection } from '@/components/insights/opportunities';
import { type Place, PlaceContext } from '@/components/insights/place';
import { ProductSections } from '@/components/insights/products';
import { RfmSection } from '@/components/insights/rfm';
import { ValueSection } from '@/components/insights/value';
import { WarningSection } from '@/components/insights/warnings';
import { WhenSeen } from '@/components/insights/when-seen';
import { useQuery } from '@/components/query/use-query';
import { EmptyState } from '@/components/ui/empty-state';
import { Select } from '@/components/ui/select';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import { href } from '../../router';
import '@/components/insights/insights.css';

type Title =
  | 'warnings'
  | 'opportunities'
  | 'exits'
  | 'rfm'
  | 'value'
  | 'concentration'
  | 'cohorts'
  | 'churn'
  | 'products'
  | 'next_bought'
  | 'forecast'
  | 'next_orders';

/** Behind the first one, in their order: each asks for its own when it comes into view. */
const SECTIONS: { titles: Title[]; Part: () => JSX.Element }[] = [
  { titles: ['warnings'], Part: WarningSection },
  { titles: ['opportunities'], Part: OpportunitySection },
  { titles: ['exits'], Part: ExitSection },
  { titles: ['rfm'], Part: RfmSection },
  { titles: ['value'], Part: ValueSection },
  { titles: ['concentration'], Part: ConcentrationSection },
  { titles: ['cohorts', 'churn'], Part: CohortSection },
  { titles: ['products', 'next_bought'], Part: ProductSections },
  { titles: ['forecast', 'next_orders'], Part: ForecastSections },
];

/** What all contacts come to: section by section, each when it is looked at and as soon as it is counted. */
export function InsightsPage() {
  const ready = useQuery('insights.ready', {});
  const tags = useQuery('tags.tree', {}, { keep: true });
  const segments = useQuery('segments.names', {}, { keep: true });
  /** A tag, or a segment behind an `s`; empty: everybody. */
  const [of, setOf] = useState('');
  const place: Place = {
    whom: of === '' ? {} : of.startsWith('s') ? { segmentId: of.slice(1) } : { tagId: of },
    cell: (name) => href('contacts', null, { cell: of ? `${name}@${of}` : name }),
    contact: (id) => href('contacts', id),
    company: (id) => href('companies', id),
  };
  return (
    <>
      <PageHeading title={t('insights.insights')} />
      {ready.value && !ready.value.ready && (
        <div class="insights">
          <EmptyState title={t('insights.empty')}>{t('insights.empty_how')}</EmptyState>
        </div>
      )}
      {ready.value?.ready && (
        <PlaceContext.Provider value={place}>
          <div class="insights">
            {(!!tags.value?.length || !!segments.value?.length) && (
              <div class="insights-whom">
                <Select
                  label={t('insights.whom')}
                  value={of}
                  choices={[
                    { value: '', label: t('insights.everybody') },
                    ...(segments.value ?? []).map(({ id, name }) => ({
                      value: `s${id}`,
                      label: t('insights.of_segment', { name }),
                    })),
                    ...(tags.value ?? []).map(({ id, path }) => ({
                      value: id,
                      label: t('insights.of_tag', { name: path.join(' / ') }),
                    })),
                  ]}
                  onChoose={setOf}
                />
              </div>
            )}
            <LifecycleSection />
            {SECTIONS.map(({ titles, Part }) => (
              <WhenSeen key={titles[0]} titles={titles.map((title) => t(`insights.${title}`))}>
                <Part />
              </WhenSeen>
            ))}
          </div>
        </PlaceContext.Provider>
      )}
    </>
  );
}
