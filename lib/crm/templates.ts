import { z } from 'zod';
import { MOST_TEXT } from './merge-fields';
import { Moment, rowShape } from './row';

export const TEMPLATE_SCHEMA = 1;

export const TEMPLATE_LANGUAGES = ['en', 'zh-Hans', 'zh-Hant'] as const;

/** What the user says of a template. Fields stand in braces: see `merge-fields.ts`. */
export const TemplateFields = z.object({
  name: z.string().trim().min(1).max(120),
  language: z.enum(TEMPLATE_LANGUAGES),
  /** Words of the template's own; one that is also a tag of a contact lifts it for them. */
  labels: z.array(z.string().trim().min(1).max(60)).max(12),
  text: z.string().min(1).max(MOST_TEXT),
});
export type TemplateFields = z.infer<typeof TemplateFields>;

/** A text that is put into mails: a whole mail, or a snippet. */
export const Template = z.looseObject({
  ...rowShape,
  ...TemplateFields.shape,
  createdAt: Moment,
  changedAt: Moment,
});
export type Template = z.infer<typeof Template>;
