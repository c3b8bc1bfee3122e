import { defineContentScript } from 'wxt/utils/define-content-script';
import { startTeaching } from './teach';

/** Run in a page when its user wants to point at the people on it; leaves when they are done. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: startTeaching,
});
