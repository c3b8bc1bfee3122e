import { handOver } from './bootstrap.mjs';

handOver('tests/support/try-out.ts', process.argv.slice(2));
