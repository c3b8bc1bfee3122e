/**
 * A chip has the same size whatever it says, so that the page learns no more than that a chip stands there. Its words are
 * generated content: neither `window.find` nor select-all meets them.
 */
export const CHIP_CSS = `
:host{display:inline-block!important;position:relative!important;vertical-align:middle!important;line-height:0!important;user-select:none!important}
:host([data-sidelight=chip]){width:18px!important;height:18px!important;margin:0 4px!important}
:host([data-sidelight=dot]){width:6px!important;height:6px!important;margin:0 5px 0 3px!important}
button{all:unset;box-sizing:border-box;display:block;width:100%;height:100%;border-radius:3px;cursor:default;forced-color-adjust:auto}
button:focus-visible{outline:2px solid #8a5200;outline-offset:2px}
.chip{background:#fbf8f1;box-shadow:inset 0 0 0 1px #cdc3b0;color:#4a4a4f}
.chip svg{display:block;width:11px;height:11px;margin:3.5px}
.chip.open{box-shadow:inset 2px 0 0 #bf7410,inset 0 0 0 1px #cdc3b0}
.dark.chip{background:#171511;box-shadow:inset 0 0 0 1px #443d32;color:#b9b1a3}
.dark.chip.open{box-shadow:inset 2px 0 0 #e8a63c,inset 0 0 0 1px #443d32}
.chip.note{box-shadow:inset 0 -2px 0 #4a4a4f,inset 0 0 0 1px #cdc3b0}
.dark.chip.note{box-shadow:inset 0 -2px 0 #b9b1a3,inset 0 0 0 1px #443d32}
.dot{border-radius:50%;background:#bf7410}
.dark.dot{background:#e8a63c}
.tip{all:unset;position:fixed;inset:auto;margin:0;pointer-events:none;padding:5px 9px;border-radius:5px;background:#fffdf8;color:#1d2029;
box-shadow:0 1px 2px rgba(58,44,20,.08),0 6px 20px rgba(58,44,20,.12);font:12px/18px system-ui,sans-serif;white-space:nowrap}
.dark.tip{background:#24211c;color:#ece6da;box-shadow:0 6px 20px rgba(0,0,0,.5)}
.tip:not(:popover-open){display:none}
.tip::before{content:attr(data-words)}
@media (forced-colors:active){.dot{background:Highlight}.chip{border:1px solid CanvasText}}`;
