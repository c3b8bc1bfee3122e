#!/usr/bin/env node
// Runs on any Node: an older one refuses the program itself before a line of it has run, and says nothing that helps.
const NEEDED = 24;
if (Number.parseInt(process.versions.node, 10) < NEEDED) {
  console.error(
    `sidelight-hub needs Node ${NEEDED} or newer, and this is ${process.version}. Install one from https://nodejs.org, or name it: /path/to/node ${process.argv[1]}`,
  );
  process.exit(1);
}
await import('./cli.js');
