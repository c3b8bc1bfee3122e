import { activities, notes } from './activities';
import { advice, plays } from './advice';
import { analysis } from './analysis';
import { answers } from './answers';
import { care } from './care';
import { cases } from './cases';
import { companies } from './companies';
import { contacts } from './contacts';
import { data } from './data';
import { deals } from './deals';
import { duplicates } from './duplicates';
import { figures } from './figures';
import { bulk, fields, health, views } from './health';
import { hub } from './hub';
import { imports } from './imports';
import { insights } from './insights';
import { lists } from './lists';
import { needs } from './needs';
import { promises } from './promises';
import { relations } from './relations';
import { responses } from './responses';
import { schedules } from './schedules';
import { search } from './search';
import { segments } from './segments';
import { changes, settings, text } from './store';
import { invites, results, surveys } from './surveys';
import { tab } from './tab';
import { templates } from './templates';
import { tiers } from './tiers';
import { steps, tags, tasks } from './work';

/** Every operation there is. */
export const operations = {
  ...contacts,
  ...duplicates,
  ...relations,
  ...lists,
  ...figures,
  ...insights,
  ...companies,
  ...activities,
  ...notes,
  ...tags,
  ...tasks,
  ...steps,
  ...changes,
  ...settings,
  ...data,
  ...imports,
  ...answers,
  ...text,
  ...surveys,
  ...invites,
  ...responses,
  ...results,
  ...schedules,
  ...analysis,
  ...cases,
  ...deals,
  ...needs,
  ...care,
  ...promises,
  ...hub,
  ...search,
  ...segments,
  ...tiers,
  ...health,
  ...bulk,
  ...views,
  ...fields,
  ...advice,
  ...plays,
  ...templates,
  ...tab,
} as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;
