import { activities, notes } from './activities';
import { advice, plays } from './advice';
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
import { relations } from './relations';
import { responses } from './responses';
import { search } from './search';
import { segments } from './segments';
import { changes, settings, text } from './store';
import { invites, results, surveys } from './surveys';
import { tab } from './tab';
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
  ...text,
  ...surveys,
  ...invites,
  ...responses,
  ...results,
  ...cases,
  ...deals,
  ...needs,
  ...care,
  ...hub,
  ...search,
  ...segments,
  ...health,
  ...bulk,
  ...views,
  ...fields,
  ...advice,
  ...plays,
  ...tab,
} as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;

/**
 * Whether the views ask again after it: it wrote something that some view shows. A draft is its own field's alone, a look at the
 * order of the data answers whoever asked, what was shown is on the screen already, and a look at the
 * hub that brought nothing concerns nobody.
 */
export function wakesViews(op: OperationName, result?: unknown): boolean {
  const { kind } = operations[op];
  if (op === 'duplicates.look') return (result as { changed: boolean } | undefined)?.changed !== false;
  if (op === 'figures.refresh') return (result as { changed: boolean } | undefined)?.changed !== false;
  if (op === 'hub.pull') return (result as { taken: number } | undefined)?.taken !== 0;
  return (
    kind === 'command' ||
    (kind === 'local' && op !== 'drafts.put' && op !== 'health.look' && op !== 'advice.shown')
  );
}
