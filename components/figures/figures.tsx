import { momentOfDay } from '@/components/advice/words';
import { useQuery } from '@/components/query/use-query';
import { ErrorNote } from '@/components/ui/error-note';
import type { FiguresView } from '@/lib/api/figure-views';
import { t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';
import { FigureLine, FigureTold } from './figure-line';
import { StageBlock } from './stage-block';
import './figures.css';

/** On the contact's page: the stage with its reason (of somebody personal none), what is unusual, and the others folded. */
export function PageFigures({ contactId }: { contactId: string }) {
  const { value, error } = useQuery('figures.view', { contactId });
  if (error) return <ErrorNote what={t('figures.failed')} todo={t('common.try_again')} />;
  if (!value) return null;
  const { trade, stage, unusual, figures } = value;
  if (!trade && figures.length === 0) return null;
  return (
    <section class="figures-page" aria-label={t('common.figures')}>
      {trade && <h2>{t('common.stage')}</h2>}
      {stage && <StageBlock contactId={contactId} stage={stage} />}
      {trade && !stage && (
        <p class="small quiet-text">
          {value.countedOn || figures.length === 0 ? t('figures.nothing') : t('figures.not_counted')}
        </p>
      )}
      {unusual.length > 0 && (
        <div class="profile-rows">
          {unusual.map((figure) => (
            <FigureTold key={figure.name} figure={figure} />
          ))}
        </div>
      )}
      {figures.length > 0 && (
        <details class="figures-folded">
          <summary>
            <h2>{t('common.figures')}</h2>
          </summary>
          <AllFigures contactId={contactId} view={{ ...value, stage: null }} />
        </details>
      )}
    </section>
  );
}

/** All figures of a contact, and of which day they are. */
export function AllFigures({ contactId, view }: { contactId: string; view: FiguresView }) {
  return (
    <>
      {view.stage && <StageBlock contactId={contactId} stage={view.stage} />}
      <dl class="figure-list">
        {view.figures.map((figure) => (
          <FigureLine key={figure.name} figure={figure} />
        ))}
      </dl>
      <p class="small quiet-text">
        {view.countedOn
          ? t('figures.counted_on', { date: shortDate(momentOfDay(view.countedOn), Date.now()) })
          : t('figures.not_counted')}
      </p>
    </>
  );
}

/** In the panel: the figures out of their usual range. */
export function FiguresTold({ view }: { view: FiguresView }) {
  return (
    <>
      {view.unusual.map((figure) => (
        <FigureTold key={figure.name} figure={figure} />
      ))}
    </>
  );
}
