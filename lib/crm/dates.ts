import { z } from 'zod';
import { type Due, isDay, isPossibleDate, isTime, type PartialDate } from './calendar';

export * from './calendar';

/** `YYYY-MM-DD`, and such a day exists. */
export const DaySchema = z.string().refine(isDay, { error: 'no such day' });

/** Loose like all stored shapes: a field of a newer version survives an older device. */
export const PartialDateSchema: z.ZodType<PartialDate> = z
  .looseObject({
    calendar: z.enum(['gregorian', 'lunar']),
    year: z.int().min(1).max(9999).optional(),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31).optional(),
    leap: z.boolean().optional(),
  })
  .refine(isPossibleDate, { error: 'no such date' });

export const DueSchema: z.ZodType<Due> = z.looseObject({
  date: DaySchema,
  time: z.string().refine(isTime, { error: 'no such time' }).optional(),
});
