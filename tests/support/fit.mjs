import { handOver } from './bootstrap.mjs';
import { bringSilently } from './silent-packages.mjs';

/** `npm run fit -- FILE.csv [--calibrate-until DATE]`: standard output is for the result alone. */
bringSilently();
// npm runs scripts in the project's folder; INIT_CWD is where the command was given.
handOver('tests/support/fit-here.mjs', [process.env.INIT_CWD ?? process.cwd(), ...process.argv.slice(2)]);
