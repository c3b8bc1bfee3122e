/** Look of the bar at the upper edge and of the frame around what is pointed at. */
export const BAR_CSS = `
:host{position:fixed!important;inset:0!important;z-index:2147483647!important;pointer-events:none!important}
.frame{position:fixed;box-sizing:border-box;border:2px solid #bf7410;border-radius:3px;background:rgba(191,116,16,.12)}
.bar{position:fixed;top:12px;left:50%;transform:translateX(-50%);box-sizing:border-box;width:min(560px,calc(100vw - 24px));padding:14px 18px;pointer-events:auto;
border-radius:6px;background:#1d2029;color:#fdfaf3;box-shadow:0 6px 20px rgba(58,44,20,.3);font:400 14px/20px system-ui,sans-serif;text-align:start;text-autospace:normal}
.bar:focus{outline:none}
.bar:focus-visible{outline:2px solid #e0a34a;outline-offset:2px}
h2{margin:0 0 2px;font-size:13px;line-height:18px;font-weight:500;color:#c9c2b2}
p{margin:0;overflow-wrap:anywhere}
.ask{font-weight:600}
.keys{margin-top:2px;font-size:13px;color:#c9c2b2}
.fault{margin-top:6px;color:#f3b6a4}
.acts{display:flex;flex-wrap:wrap;gap:8px;margin-top:10px}
button{font:500 13px/20px system-ui,sans-serif;padding:5px 12px;border:1px solid #6d6a62;border-radius:5px;background:transparent;color:#fdfaf3;cursor:pointer}
button.main{border-color:#fdfaf3;background:#fdfaf3;color:#1d2029}
button:focus-visible{outline:2px solid #e0a34a;outline-offset:2px}`;
