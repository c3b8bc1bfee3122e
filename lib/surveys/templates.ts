import type { AuthorForm } from './form';
import { ces } from './templates/ces';
import { complaint } from './templates/complaint';
import { contact } from './templates/contact';
import { csat } from './templates/csat';
import { event } from './templates/event';
import { exit } from './templates/exit';
import { nps } from './templates/nps';
import { relationship } from './templates/relationship';

export interface Template {
  id: 'nps' | 'csat' | 'ces' | 'relationship' | 'exit' | 'complaint' | 'event' | 'contact';
  form: AuthorForm;
}

/** What a survey can begin with; the name of each is the title of its form. They are drafts: copy before changing one. */
export const TEMPLATES: readonly Template[] = [
  { id: 'nps', form: nps },
  { id: 'csat', form: csat },
  { id: 'ces', form: ces },
  { id: 'relationship', form: relationship },
  { id: 'exit', form: exit },
  { id: 'complaint', form: complaint },
  { id: 'event', form: event },
  { id: 'contact', form: contact },
];
