/** The frame stands in its own layer at the right edge; folded, a narrow tab is left, and the page has the rest of its edge. */
export const PANEL_FRAME_CSS = `
:host{position:fixed!important;top:0!important;right:0!important;height:100dvh!important;z-index:2147483646!important;display:block!important;pointer-events:none!important}
:host([hidden]){display:none!important}
iframe{display:block;border:0;width:100%;height:100%;background:var(--paper);color-scheme:normal}
.dock{position:relative;height:100%;pointer-events:auto;--paper:#fbf8f1;--rule:#e2dacb;--ink:#1d2029;--light:#bf7410;background:var(--paper);box-shadow:-1px 0 0 var(--rule)}
.dock.dark{--paper:#171511;--rule:#2e2a23;--ink:#ece6da;--light:#e8a63c}
.dock.folded{width:20px!important;height:64px;top:96px;border-radius:5px 0 0 5px;box-shadow:0 0 0 1px var(--rule)}
.dock.folded iframe,.dock.folded .edge{display:none}
.fold{all:unset;display:none;box-sizing:border-box;width:20px;height:64px;text-align:center;color:var(--ink);border-radius:5px 0 0 5px}
.dock.folded .fold{display:block}
.fold::before{content:"";display:inline-block;width:10px;height:10px;margin-top:27px;border-radius:50%;border:1px solid var(--ink);background:linear-gradient(90deg,var(--ink) 50%,var(--light) 50%)}
.fold:focus-visible,.edge:focus-visible{outline:2px solid var(--light);outline-offset:-2px}
.edge{position:absolute;left:-6px;top:0;bottom:0;width:6px;cursor:ew-resize;touch-action:none}`;
