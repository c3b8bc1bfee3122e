import { defineContentScript } from 'wxt/utils/define-content-script';
import { structureOf } from '@/lib/sites/structure';

/** Run in a document when the user asks to see what a report of its page would tell; answers with that, and stays not. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  allFrames: true,
  noScriptStartedPostMessage: true,
  main: () => structureOf(document.body ?? document.documentElement),
});
