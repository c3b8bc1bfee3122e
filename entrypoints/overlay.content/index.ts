import { defineContentScript } from 'wxt/utils/define-content-script';
import { startOverlay } from './overlay';

/** Registered at run time, only for the sites that the user switched on. Without matches: WXT would ask for them at install. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  allFrames: true,
  // Else every page would be told the extension's id by a message.
  noScriptStartedPostMessage: true,
  main: startOverlay,
});
