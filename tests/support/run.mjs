import { handOver } from './bootstrap.mjs';

handOver('tests/support/test-run.ts', process.argv.slice(2), '0 passed, 1 failed');
