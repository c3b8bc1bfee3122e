import { usesOf } from '@/lib/store/segment-uses';
import { deleteSegments, putSegment } from '@/lib/store/segments';
import { takeSnapshots } from '@/lib/store/snapshots';
import { applyTagRule, rulesOf, setTagRule } from '@/lib/store/tag-rules';
import { clusterViews } from '@/lib/store/views/segment-clusters';
import { portraitOf } from '@/lib/store/views/segment-portrait';
import { readySegments } from '@/lib/store/views/segment-ready';
import {
  compareSegment,
  explainSegment,
  findSegment,
  listSegments,
  snapshotDays,
} from '@/lib/store/views/segment-views';
import type { Handlers, LaterOf } from './context';

export const segmentHandlers: Handlers<LaterOf<'segments'>> = {
  'segments.list': ({ db, now, zone }) => listSegments(db, { now: now(), zone }),
  'segments.ready': ({ db, now, zone }) => readySegments(db, { now: now(), zone }),
  'segments.clusters': ({ db, now, zone }) => clusterViews(db, { now: now(), zone }),
  'segments.put': putSegment,
  'segments.delete': deleteSegments,
  'segments.find': ({ db, now, zone }, input) => findSegment(db, input, { now: now(), zone }),
  'segments.portrait': ({ db, now, zone }, { what }) => portraitOf(db, what, { now: now(), zone }),
  'segments.explain': ({ db, now, zone }, input) => explainSegment(db, input, { now: now(), zone }),
  'segments.uses': ({ db }, { id }) => usesOf(db, id),
  'segments.rules': ({ db }, { id }) => rulesOf(db, id),
  'segments.setRule': setTagRule,
  'segments.applyRule': applyTagRule,
  'segments.snapshot': async ({ db, now, zone }, { ids }) => ({
    count: await takeSnapshots(db, { now: now(), zone }, ids),
  }),
  'segments.snapshots': ({ db }, { id }) => snapshotDays(db, id),
  'segments.compare': ({ db, now, zone }, input) => compareSegment(db, input, { now: now(), zone }),
};
