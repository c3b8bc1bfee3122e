import { handOver } from '../support/bootstrap.mjs';

handOver('tests/bench/bench.ts', process.argv.slice(2));
