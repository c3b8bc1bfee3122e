import type { Sidelight } from '../loader/contract';
import { makeLoader } from '../loader/loader';

/** The script that a page includes. It takes over what the snippet has queued; a second copy does nothing. */
const page = window as { sidelight?: Sidelight & { q?: IArguments[]; on?: boolean } };
const stub = page.sidelight;
if (!stub?.on) {
  // Beside this script, wherever it is hosted. A classic script of another origin has no address of its own to import from, and a
  // module no element.
  const src = (document.currentScript as HTMLScriptElement | null)?.src;
  const sidelight = makeLoader(
    () => import(/* @vite-ignore */ src ? `${new URL('app.js', src)}` : './app.js'),
  );
  page.sidelight = Object.assign(sidelight, { on: true });
  for (const call of stub?.q || []) sidelight(...(call as unknown as Parameters<Sidelight>));
}
