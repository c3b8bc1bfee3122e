import { useMemo } from 'preact/hooks';
import { ClusterList } from '@/components/segments/clusters';
import { SegmentEditor } from '@/components/segments/editor';
import { ReadyList } from '@/components/segments/ready-list';
import { t } from '@/lib/i18n';
import { PageHeading } from '../../page-heading';
import { go, href } from '../../router';
import { SegmentPage } from './segment-page';
import { SegmentsPage } from './segments-page';

/** The page that the rest of the address names. */
export function SegmentPages({ rest }: { rest: string | null }) {
  if (rest === 'new') return <NewSegmentPage />;
  if (!rest) return <SegmentsPage />;
  const [id = '', part] = rest.split('/');
  return <SegmentPage key={rest} id={id} isEdited={part === 'edit'} />;
}

function NewSegmentPage() {
  const id = useMemo(() => crypto.randomUUID(), []);
  return (
    <div class="segments-page">
      <PageHeading title={t('segments.new')} />
      <div class="segment-page">
        <SegmentEditor
          id={id}
          name=""
          query={{ all: [] }}
          onSaved={() => go(href('segments', id))}
          onCancel={() => go(href('segments'))}
        />
        <ReadyList onMade={(made) => go(href('segments', made))} />
        <ClusterList onMade={(made) => go(href('segments', made))} />
      </div>
    </div>
  );
}
