import { cleanup } from '@testing-library/preact';
import { afterEach, beforeAll } from 'vitest';
import { loadLanguage } from '@/lib/i18n';

/** English words before the tests of a file, an empty page after each. */
export function inEnglish(): void {
  beforeAll(() => loadLanguage('en', ['common']));
  afterEach(cleanup);
}
