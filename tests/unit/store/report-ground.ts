import { toAnswers } from '@/components/responses/counted';
import type { ReportGround } from '@/components/responses/report/report';
import { loadLanguage } from '@/lib/i18n';
import { fullDate } from '@/lib/i18n/format';
import type { Store } from './support';

/** The words that a report is written with. */
export const loadReportWords = (language: 'en' | 'zh-Hans' | 'zh-Hant'): Promise<void> =>
  loadLanguage(language, [
    'common',
    'analysis',
    'insights',
    'report',
    'responses',
    'results',
    'schedules',
    'surveys',
  ]);

/** What the page of a report asks for. Its links say where they lead. */
export async function groundOf(store: Store, surveyId: string): Promise<ReportGround> {
  const scope = { surveyId };
  const results = await store.call('results.view', scope);
  const [first, last] = results.between!;
  return {
    survey: await store.call('surveys.view', { id: surveyId }),
    results,
    index: await store.call('analysis.index', scope),
    drivers: await store.call('analysis.drivers', scope),
    groups: await store.call('analysis.compare', { ...scope, by: 'tag' }),
    topics: await store.call('analysis.topics', scope),
    bias: await store.call('analysis.bias', scope),
    waves: await store.call('analysis.waves', scope),
    loop: await store.call('analysis.loop', scope),
    between: { first: fullDate(first), last: fullDate(last) },
    today: fullDate(store.clock.now),
    links: {
      answers: toAnswers({ surveyId }),
      answer: (id) => `answer:${id}`,
      survey: 'survey',
      results: 'results',
      analysis: 'analysis',
    },
  };
}
