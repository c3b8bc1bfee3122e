import { z } from 'zod';
import { operation } from '../contract';
import { scope } from './surveys';

/** What lies behind the results of a survey. Its views stand in `analysis-views.ts`. */
export const analysis = {
  /** The weighted index by dimension. */
  'analysis.index': operation('query', ['workspace'], () => z.object(scope)),
  /** What moves the score: takes up to some seconds, in which the page goes on. */
  'analysis.drivers': operation('query', ['workspace'], () => z.object(scope)),
  'analysis.compare': operation('query', ['workspace'], () =>
    z.object({
      ...scope,
      by: z.union([z.enum(['tag', 'segment']), z.object({ question: z.string().max(40) })]),
    }),
  ),
  /** Wave by wave of a schedule; of the first where none is named. */
  'analysis.waves': operation('query', ['workspace'], () =>
    z.object({ ...scope, scheduleId: z.uuid().optional() }),
  ),
  /** What became of low scores. */
  'analysis.loop': operation('query', ['workspace'], () => z.object(scope)),
  'analysis.topics': operation('query', ['workspace'], () => z.object(scope)),
  /** Who of those asked did not answer. */
  'analysis.bias': operation('query', ['workspace'], () => z.object({ surveyId: scope.surveyId })),
} as const;
