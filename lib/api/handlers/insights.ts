import { writeCsv } from '@/lib/exchange/csv-write';
import { cohortView } from '@/lib/store/views/insights-cohorts';
import { concentrationView } from '@/lib/store/views/insights-concentration';
import { exitsView } from '@/lib/store/views/insights-exits';
import { forecastView, nextOrdersView } from '@/lib/store/views/insights-forecast';
import { lifecycleView } from '@/lib/store/views/insights-lifecycle';
import { opportunitiesView } from '@/lib/store/views/insights-opportunities';
import { productsView } from '@/lib/store/views/insights-products';
import { rfmView } from '@/lib/store/views/insights-rfm';
import { valueView } from '@/lib/store/views/insights-value';
import { warningsView } from '@/lib/store/views/insights-warnings';
import type { Handlers, LaterOf } from './context';

export const insightHandlers: Handlers<LaterOf<'insights'>> = {
  'insights.lifecycle': lifecycleView,
  'insights.value': valueView,
  'insights.exits': exitsView,
  'insights.opportunities': opportunitiesView,
  'insights.warnings': warningsView,
  'insights.concentration': concentrationView,
  'insights.rfm': rfmView,
  'insights.cohorts': cohortView,
  'insights.products': productsView,
  'insights.forecast': forecastView,
  'insights.nextOrders': nextOrdersView,
  'insights.csv': async (_, { rows }) => ({ file: writeCsv(rows) }),
};
