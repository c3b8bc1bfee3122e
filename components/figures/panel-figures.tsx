import { useState } from 'preact/hooks';
import { later } from '@/components/people/later';
import { useQuery } from '@/components/query/use-query';
import { Row, Section } from '@/components/ui/sheet';
import { t } from '@/lib/i18n';
import './figures.css';

const FiguresTold = later(() => import('./figures').then((part) => part.FiguresTold), ['figures']);
const AllFigures = later(() => import('./figures').then((part) => part.AllFigures), ['figures', 'unfolded']);

/** In the panel: figures out of their usual range, at most two, and the others folded. Drawn with code of its own once there is one to tell. */
export function PanelFigures({ contactId, unfolded }: { contactId: string; unfolded: boolean }) {
  const { value } = useQuery('figures.view', { contactId });
  const [open, setOpen] = useState(false);
  // A panel without figures lacks nothing that the user came for.
  if (!value || value.figures.length === 0) return null;
  return (
    <Section label={t('common.figures')} class={unfolded ? undefined : 'where-room'}>
      {value.unusual.length > 0 && <FiguresTold view={value} />}
      <Row>
        <details class="figures-folded" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary class="small">{t('common.figures')}</summary>
          {open && <AllFigures contactId={contactId} view={value} />}
        </details>
      </Row>
    </Section>
  );
}
