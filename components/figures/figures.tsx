import { momentOfDay } from '@/components/advice/words';
import { useQuery } from '@/components/query/use-query';
import { ErrorNote } from '@/components/ui/error-note';
import { Row, Section } from '@/components/ui/sheet';
import type { FiguresView } from '@/lib/api/figure-views';
import { t } from '@/lib/i18n';
import { shortDate } from '@/lib/i18n/format';
import { FigureLine, FigureTold } from './figure-line';
import { StageBlock } from './stage-block';
import './figures.css';

/** In the panel: figures out of their usual range, at most two, and the others folded. */
export function PanelFigures({ contactId, unfolded }: { contactId: string; unfolded: boolean }) {
  const { value } = useQuery('figures.view', { contactId });
  // A panel without figures lacks nothing that the user came for.
  if (!value || value.figures.length === 0) return null;
  return (
    <Section label={t('figures.title')} class={unfolded ? undefined : 'where-room'}>
      {value.unusual.map((figure) => (
        <FigureTold key={figure.name} figure={figure} />
      ))}
      <Row>
        <details class="figures-folded">
          <summary class="small">{t('figures.title')}</summary>
          <AllFigures contactId={contactId} view={value} />
        </details>
      </Row>
    </Section>
  );
}

/** On the contact's page: the stage with its reason, what is unusual, and the others folded. */
export function PageFigures({ contactId }: { contactId: string }) {
  const { value, error } = useQuery('figures.view', { contactId });
  if (error) return <ErrorNote what={t('figures.failed')} todo={t('common.try_again')} />;
  if (!value) return null;
  const { stage, unusual, figures } = value;
  return (
    <section class="figures-page" aria-label={t('figures.title')}>
      <h2>{t('common.stage')}</h2>
      {stage ? (
        <StageBlock contactId={contactId} stage={stage} />
      ) : (
        <p class="small quiet-text">{t('figures.nothing')}</p>
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
            <h2>{t('figures.title')}</h2>
          </summary>
          <AllFigures contactId={contactId} view={{ ...value, stage: null }} />
        </details>
      )}
    </section>
  );
}

function AllFigures({ contactId, view }: { contactId: string; view: FiguresView }) {
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
