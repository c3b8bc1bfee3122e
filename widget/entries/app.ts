import { start as startApp } from '../app/app';
import type { LoadRest, Rest } from '../app/rest';
import type { Loader, LoadSeal } from '../loader/contract';

export { follows, kept } from '../../lib/surveys/path';
// What the files beside this one would otherwise have a second time: they take it from here (see build.mjs).
export { fill } from '../../lib/surveys/piping';
export { isAnswered } from '../../lib/surveys/rules';
export { scaleOf } from '../../lib/surveys/scale';
export { GOES_ON } from '../app/goes-on';
export { open } from '../app/render';
export { languageOf } from '../app/words';
export { heard, untilThere, wait } from '../seal/patience';

// Each named in full: a site's bundler finds them so.
const RESTS: Record<string, () => Promise<Rest>> = {
  en: () => import('./rest.en.js'),
  'zh-Hans': () => import('./rest.zh-Hans.js'),
  'zh-Hant': () => import('./rest.zh-Hant.js'),
  ar: () => import('./rest.ar.js'),
};
/**
 * Firefox remembers of an address that nothing came from it, and asks never again: every second time it is asked for by another one.
 * The times between are for what a bundler has renamed.
 */
const again = (name: string, tries: number) => import(/* @vite-ignore */ `./${name}.js?${tries}`);
export const loadRest: LoadRest = (lang, tries) =>
  tries % 2 ? again(`rest.${lang}`, tries) : RESTS[lang]!();
export const loadSeal: LoadSeal = (tries) => (tries % 2 ? again('seal', tries) : import('./seal.js'));

/** The app as a file of its own; what comes after the first question, and sealing, are others beside it. */
export const start = (loader: Loader) => startApp(loader, loadRest, loadSeal);
