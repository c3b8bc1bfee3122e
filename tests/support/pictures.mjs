import { handOver } from './bootstrap.mjs';

handOver('tests/support/take-pictures.ts', process.argv.slice(2));
