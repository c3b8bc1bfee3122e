import { countCases } from '@/lib/store/case-reads';
import { counts } from '@/lib/store/contact-counts';
import { contactIds } from '@/lib/store/contact-list';
import { countDeals } from '@/lib/store/deal-reads';
import { countDuplicates } from '@/lib/store/duplicates';
import { filling } from '@/lib/store/fill-lists';
import { listImports } from '@/lib/store/import-reports';
import { contactPhotos } from '@/lib/store/photos-shown';
import { responseCounts } from '@/lib/store/response-list';
import { segmentNames } from '@/lib/store/segment-names';
import { deviceOf, settingsOf } from '@/lib/store/settings';
import { countSurveys } from '@/lib/store/survey-counts';
import { contactRows } from '@/lib/store/views/contact-rows';
import { insightsReady } from '@/lib/store/views/insights-ready';
import type { First, Handlers } from './context';

/**
 * What the workspace asks before its first page stands: the list, what is counted beside the navigation, the settings. It comes with
 * the page's own script; whatever else is asked is loaded for it.
 */
export const firstHandlers: Handlers<
  | First
  | 'contacts.counts'
  | 'contacts.photos'
  | 'duplicates.count'
  | 'imports.list'
  | 'responses.counts'
  | 'settings.get'
  | 'surveys.count'
  | 'templates.count'
> = {
  'cases.count': ({ db }) => countCases(db),
  'contacts.counts': ({ db }) => counts(db),
  'contacts.ids': ({ db, now, zone }, input) => contactIds(db, { ...input, now: now(), zone }),
  'contacts.photos': ({ db }, input) => contactPhotos(db, input),
  'contacts.rows': ({ db, now, zone }, { ids }) => contactRows(db, ids, { now: now(), zone }),
  'deals.count': ({ db }) => countDeals(db),
  'duplicates.count': ({ db }) => countDuplicates(db),
  'imports.list': ({ db }) => listImports(db),
  'insights.ready': ({ db }) => insightsReady(db),
  'lists.filling': ({ db }) => filling(db),
  'responses.counts': ({ db }) => responseCounts(db),
  'segments.names': ({ db }) => segmentNames(db),
  'settings.get': async ({ db }) => ({ settings: await settingsOf(db), device: await deviceOf(db) }),
  'surveys.count': ({ db }) => countSurveys(db),
  'templates.count': async ({ db }) => ({ all: await db.templates.where('k.all').above('').count() }),
};
