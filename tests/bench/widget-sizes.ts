import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { ROOT } from '../support/build.ts';
import { ensureWidget } from '../support/widget/built.ts';
import { makeForm, QUESTIONS } from '../support/widget/forms.ts';
import type { Figure } from './figures.ts';

/** Bytes until one question is visible, of others (esbuild, brotli 11), as they were measured for comparison. */
const OTHERS: Record<string, number> = {
  'SurveyJS 2.5': 320_158,
  'Formbricks (js-core + surveys)': 231_873,
  'PostHog 1.449 (array.js + surveys.js)': 145_257,
  'Sprig 2.50': 93_877,
  'Sentry feedback form 11.12': 50_738,
};

const packed = (bytes: Uint8Array): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const script = (name: string): number => packed(readFileSync(path.join(ROOT, 'widget/dist', name)));

/** What a visitor's browser fetches, brotli 11, each file by itself. The form is told apart: it is as long as its author made it. */
export function widgetSizes(): Figure[] {
  ensureWidget();
  const [loader, app, seal] = [script('w.js'), script('app.js'), script('seal.js')];
  const longest = Math.max(...['en', 'zh-Hans', 'zh-Hant', 'ar'].map((lang) => script(`rest.${lang}.js`)));
  const nps = makeForm({ pages: [[QUESTIONS.nps]] });
  const all = makeForm({
    pages: Object.values(QUESTIONS).map((question) => [{ ...question, id: question.type }]),
  });
  const json = (form: object) => packed(new TextEncoder().encode(JSON.stringify(form)));
  const method = 'brotli 11 of widget/dist';
  const figure = (name: string, value: number, budget?: number): Figure => ({
    name,
    value,
    unit: 'bytes',
    method,
    ...(budget !== undefined && { budget }),
  });
  return [
    figure('Widget, loader: all that a page has when nothing is due', loader, 1500),
    figure('Widget, until the first question of any survey', loader + app, 15_000),
    figure(
      'Widget, the rest in its longest language: fetched while the first question is read',
      longest,
      9000,
    ),
    figure('Widget, what computes and draws orders: only for surveys that do', script('more.js'), 2500),
    figure('Widget, sealing: fetched at the first answer', seal, 9000),
    figure('Widget, until the answer is sent', loader + app + longest + seal, 24_000),
    figure('Widget, page of a link, until the first question', script('page.js') + app, 15_000),
    figure('Widget, npm package in one script', script('all.js')),
    figure('Widget, the form itself: one question', json(nps)),
    figure('Widget, the form itself: 18 types', json(all)),
    ...Object.entries(OTHERS).map(([name, value]) => ({
      ...figure(`for comparison: ${name}`, value),
      method: `${(value / (loader + app)).toFixed(1)} times ours`,
    })),
  ];
}
