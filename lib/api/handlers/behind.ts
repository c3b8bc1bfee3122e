import type { Known } from '../perform-known';

type Modules = readonly [declared: Promise<object>, answered?: Promise<object>];

/**
 * What the background answers for views that have no database: by the first word of an operation's name, where it is declared and
 * what answers it. The operations of tabs have no second: the background answers them itself. A noun is loaded when one of its
 * operations is first asked for: schemas and rules of everything would hold up every start of the worker, and most of its lives
 * need two of them. What only a page with the database is asked for does not stand here: files, figures of everybody, segments.
 */
const NOUNS: Record<string, () => Modules> = {
  activities: () => [import('../operations/activities'), import('./activities')],
  advice: () => [import('../operations/advice'), import('./advice')],
  calendar: () => [import('../operations/care'), import('./care')],
  cases: () => [import('../operations/cases'), import('./cases')],
  changes: () => [import('../operations/store'), import('./store')],
  companies: () => [import('../operations/companies'), import('./companies')],
  contacts: () => [import('../operations/contacts'), import('./contacts')],
  deals: () => [import('../operations/deals'), import('./deals')],
  device: () => [import('../operations/store'), import('./store')],
  drafts: () => [import('../operations/activities'), import('./activities')],
  duplicates: () => [import('../operations/duplicates'), import('./duplicates')],
  figures: () => [import('../operations/figures'), import('./figures')],
  greetings: () => [import('../operations/care'), import('./care')],
  hub: () => [import('../operations/hub'), import('./hub')],
  invites: () => [import('../operations/surveys'), import('./surveys')],
  needs: () => [import('../operations/needs'), import('./needs')],
  notes: () => [import('../operations/activities'), import('./activities')],
  pipeline: () => [import('../operations/deals'), import('./deals')],
  promises: () => [import('../operations/promises'), import('./promises')],
  relations: () => [import('../operations/relations'), import('./relations')],
  responses: () => [import('../operations/responses'), import('./responses')],
  search: () => [import('../operations/search'), import('./search')],
  settings: () => [import('../operations/store'), import('./store')],
  sites: () => [import('../operations/tab')],
  steps: () => [import('../operations/work'), import('./work')],
  surveys: () => [import('../operations/surveys'), import('./surveys')],
  tab: () => [import('../operations/tab')],
  tags: () => [import('../operations/work'), import('./work')],
  tasks: () => [import('../operations/work'), import('./work')],
  templates: () => [import('../operations/templates'), import('./templates')],
  text: () => [import('../operations/store'), import('./text')],
  today: () => [import('../operations/work'), import('./work')],
  trust: () => [import('../operations/care'), import('./care')],
  workspace: () => [import('../operations/tab')],
};

/** An operation that the background knows, with its handler unless it is one of tabs. Null: unknown, whatever was sent as a name. */
export async function behind(op: unknown): Promise<Known | null> {
  const noun = typeof op === 'string' ? op.slice(0, op.indexOf('.')) : '';
  if (!Object.hasOwn(NOUNS, noun)) return null;
  // Before the first schema is made.
  await import('../jitless');
  const [declared, answered] = await Promise.all((NOUNS[noun] as () => Modules)());
  const operation = named(declared, op as string) as Known['operation'] | undefined;
  if (!operation) return null;
  const handler = (named(answered, op as string) as Known['handler'] | undefined) ?? null;
  return operation.kind === 'tab' || handler ? { operation, handler } : null;
}

/** What a module has under this name in one of the records that it exports. */
function named(module: object | undefined, op: string): unknown {
  const records: object[] = Object.values(module ?? {});
  const record = records.find((one) => Object.hasOwn(one, op));
  return record?.[op as keyof typeof record];
}
