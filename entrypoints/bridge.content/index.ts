import { defineContentScript } from 'wxt/utils/define-content-script';
import { startBridge } from './bridge';

/** Registered at run time, only for the sites whose surveys the user takes answers from. Without matches, as the overlay. */
export default defineContentScript({
  matches: [],
  registration: 'runtime',
  allFrames: true,
  noScriptStartedPostMessage: true,
  main: ({ signal }) => startBridge(signal),
});
