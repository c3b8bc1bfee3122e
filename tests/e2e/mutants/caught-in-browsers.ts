import { test } from 'vitest';
import { expectCaught, trialsOf } from './trial.ts';

test.each(trialsOf('playwright'))('%s is caught by: %s', expectCaught);
