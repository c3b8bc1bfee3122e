/** Look of the bar at the upper edge and of the frame around what is pointed at; it is light or dark as the page is. */
export const BAR_CSS = `
:host{position:fixed!important;inset:0!important;z-index:2147483647!important;pointer-events:none!important}
.frame{position:fixed;box-sizing:border-box;border:2px solid #bf7410;border-radius:3px;background:rgba(191,116,16,.12);box-shadow:0 0 0 1px #fdfaf3}
.bar{--ink:#1d2029;--quiet:#5d5952;--paper:#fffdf8;--edge:#8c8270;--light:#8a5200;--late:#a5281b;
position:fixed;top:12px;left:50%;transform:translateX(-50%);box-sizing:border-box;width:min(560px,calc(100vw - 24px));padding:14px 18px;pointer-events:auto;
border:1px solid var(--edge);border-radius:6px;background:var(--paper);color:var(--ink);box-shadow:0 6px 20px rgba(58,44,20,.3);font:400 14px/20px system-ui,sans-serif;text-align:start;text-autospace:normal}
.bar.dark{--ink:#ece6da;--quiet:#b9b1a3;--paper:#24211c;--edge:#7d7566;--light:#f0b95f;--late:#f08a76}
.bar.low{top:auto;bottom:12px}
.bar:focus{outline:none}
.bar:focus-visible{outline:2px solid var(--light);outline-offset:2px}
h2{margin:0 0 2px;font-size:13px;line-height:18px;font-weight:500;color:var(--quiet)}
p{margin:0;overflow-wrap:anywhere}
.ask{font-weight:600}
.keys{margin-top:2px;font-size:13px;color:var(--quiet)}
.here{margin-top:6px}
.here:empty{display:none}
.fault{margin-top:6px;color:var(--late)}
.acts{display:flex;flex-wrap:wrap;gap:8px;margin-top:10px}
button{font:500 13px/20px system-ui,sans-serif;padding:5px 12px;border:1px solid var(--edge);border-radius:5px;background:transparent;color:var(--ink);cursor:pointer;text-autospace:normal}
button.main{border-color:var(--ink);background:var(--ink);color:var(--paper)}
button:focus-visible{outline:2px solid var(--light);outline-offset:2px}
@media (forced-colors:active){.frame{border-color:Highlight}}`;
