import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { findChromium } from '../support/browsers.ts';
import { ROOT } from '../support/build.ts';
import { projectNode } from '../support/programs.ts';
import { npsForm } from '../support/widget/forms.ts';
import { startWorld } from '../support/widget/world.ts';
import { type Figure, percentile } from './figures.ts';

const run = promisify(execFile);

/** Too heavy to come with the project's own tools (180 MB) for one figure: installed when the bench is first run. */
const VERSION = '13.5.0';
const PLACE = path.join(ROOT, '.tmp', 'lighthouse');
const PROGRAM = path.join(PLACE, 'node_modules', 'lighthouse', 'cli', 'index.js');
const NODE = projectNode(ROOT);
const RUNS = 3;

interface Audited {
  score: number;
  blocking: number;
  largest: number;
}

async function provideLighthouse(): Promise<void> {
  if (existsSync(PROGRAM)) return;
  mkdirSync(PLACE, { recursive: true });
  writeFileSync(path.join(PLACE, 'package.json'), '{"private":true}');
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `lighthouse@${VERSION}`], {
    cwd: PLACE,
  });
}

async function audit(url: string): Promise<Audited> {
  const words = [
    PROGRAM,
    url,
    '--quiet',
    '--output=json',
    '--only-categories=performance',
    '--chrome-flags=--headless=new --no-sandbox',
  ];
  const { stdout } = await run(NODE, words, {
    env: { ...process.env, CHROME_PATH: findChromium() as string },
    maxBuffer: 64_000_000,
  });
  const { categories, audits } = JSON.parse(stdout);
  return {
    score: categories.performance.score * 100,
    blocking: audits['total-blocking-time'].numericValue,
    largest: audits['largest-contentful-paint'].numericValue,
  };
}

/** What Lighthouse says of a page without the widget, and of the same page with a survey that is shown at once. */
export async function lighthouse(): Promise<Figure[]> {
  await provideLighthouse();
  const world = await startWorld();
  const body = `<h1>Made this week</h1>${'<p>Rice bowl, ash. Tall cup, slate. Serving plate. Small jug.</p>'.repeat(40)}`;
  const head =
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kiln Street</title></head>';
  try {
    await world.publish(npsForm());
    world.site.set('/with', { html: world.page(body) });
    world.site.set('/without', { html: `${head}<body>${body}</body></html>` });
    const figures: Figure[] = [];
    for (const kind of ['without', 'with'] as const) {
      const audits: Audited[] = [];
      for (let turn = 0; turn < RUNS; turn += 1) audits.push(await audit(`${world.site.url}/${kind}`));
      const middle = (of: keyof Audited) =>
        percentile(
          audits.map((one) => one[of]),
          0.5,
        );
      const name = `Lighthouse, a page ${kind} the widget`;
      const method = `lighthouse ${VERSION}, phone, performance; median of ${RUNS}`;
      figures.push(
        { name: `${name}: score`, value: middle('score'), unit: 'points', method },
        { name: `${name}: blocking`, value: middle('blocking'), unit: 'ms', method: 'total blocking time' },
        {
          name: `${name}: largest paint`,
          value: middle('largest'),
          unit: 'ms',
          method: 'largest contentful paint',
        },
      );
    }
    return figures;
  } finally {
    await world.close();
  }
}
