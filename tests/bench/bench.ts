import { cpus } from 'node:os';
import { ensureBuild } from '../support/build.ts';
import { provide } from '../support/system-packages.ts';
import { advice } from './advice.ts';
import { answers } from './answers.ts';
import { backup } from './backup.ts';
import { burstOfRows } from './burst.ts';
import { type Figure, line } from './figures.ts';
import { fits } from './fits.ts';
import { hub } from './hub.ts';
import { idle } from './idle.ts';
import { imports } from './imports.ts';
import { insight } from './insight.ts';
import { lighthouse } from './lighthouse.ts';
import { lookUp } from './look-up.ts';
import { panel } from './panel.ts';
import { recipes } from './recipes.ts';
import { schedules } from './schedules.ts';
import { search } from './search.ts';
import { segments } from './segments.ts';
import { sites } from './sites.ts';
import { sizes } from './sizes.ts';
import { store } from './store.ts';
import { today } from './today.ts';
import { widgetSizes } from './widget-sizes.ts';
import { widgetTime } from './widget-time.ts';
import { workerStart } from './worker-start.ts';
import { health, start, table } from './workspace.ts';
import { openWorld, type World } from './world.ts';

const CONTACTS = Number(process.env.SIDELIGHT_BENCH_CONTACTS ?? 100_000);
const WARM_TURNS = 60;

/** Those that do not need the extension. */
const ALONE: Record<string, () => Promise<Figure[]>> = {
  hub,
  answers,
  'widget-sizes': async () => widgetSizes(),
  'widget-time': widgetTime,
  lighthouse,
  advice,
  fits,
  recipes,
};

/** Those over a full store; the last one writes to it. */
const OVER_STORE: Record<string, (world: World) => Promise<Figure[]>> = {
  panel: (world) => panel(world, CONTACTS, WARM_TURNS),
  lookup: (world) => lookUp(world, CONTACTS),
  burst: (world) => burstOfRows(world, CONTACTS),
  idle,
  start: (world) => start(world, CONTACTS),
  table: (world) => table(world, CONTACTS),
  health: (world) => health(world, CONTACTS),
  search: (world) => search(world, CONTACTS),
  insight,
  segments,
  today,
  schedules,
  backup,
  store: (world) => store(world, CONTACTS),
};

/** Prints each figure as soon as it is there. A missed budget is told, and is no failure: a crash is. */
async function main(): Promise<void> {
  const names = [...Object.keys(ALONE), 'sizes', 'worker', 'sites', 'import', ...Object.keys(OVER_STORE)];
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`There is no bench ${unknown}. Choose of: ${names.join(', ')}.`);
  const chosen = asked.length > 0 ? asked : names;
  const [cpu] = cpus();
  console.log(`${cpus().length} x ${cpu?.model.trim()}; ${CONTACTS.toLocaleString('en')} contacts`);
  const print = (figures: Figure[]) => console.log(figures.map(line).join('\n'));
  for (const [name, run] of Object.entries(ALONE)) if (chosen.includes(name)) print(await run());
  if (chosen.every((name) => name in ALONE)) return;
  const [missing] = provide(['chromium']);
  if (missing) throw new Error(missing.reason);
  ensureBuild('chrome');
  if (chosen.includes('sizes')) print(sizes());
  if (chosen.includes('worker')) print(workerStart());
  if (chosen.includes('sites')) print(await sites());
  if (chosen.includes('import')) print(await imports(CONTACTS));
  const rest = Object.entries(OVER_STORE).filter(([name]) => chosen.includes(name));
  if (rest.length === 0) return;
  const world = await openWorld(CONTACTS);
  try {
    for (const [, run] of rest) print(await run(world));
  } finally {
    await world.close();
  }
}

await main().catch((error: Error) => {
  console.error(error.stack);
  process.exit(1);
});
