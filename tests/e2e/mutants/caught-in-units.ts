import { test } from 'vitest';
import { expectCaught, trialsOf } from './trial.ts';

test.each(trialsOf('vitest'))('%s is caught by: %s', expectCaught);
