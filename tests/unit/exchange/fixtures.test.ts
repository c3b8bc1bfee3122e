import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBytes } from '@/lib/exchange/files';
import { inspect } from '../../support/inspection';
import { Result } from './result-schema';

/**
 * Files of the project's own making, each with what is read of it to the field in a JSON beside it, as `npm run inspect-file` prints
 * it.
 */
const FOLDER = join(import.meta.dirname, '../../fixtures/exchange');
const FILES = readdirSync(FOLDER).filter((name) => !name.endsWith('.json'));
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FOLDER, name)));

describe.each(FILES)('%s', (name) => {
  test('is read to the field', () => {
    const expected = join(FOLDER, `${name}.json`);
    expect(existsSync(expected), `${name}.json says what is in it`).toBe(true);
    expect(inspect(bytesOf(name))).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });

  test('gives what the contract takes', () => {
    expect(Result.safeParse(readBytes(bytesOf(name))).error).toBeUndefined();
  });

  test('twice is the same', () => {
    expect(readBytes(bytesOf(name))).toEqual(readBytes(bytesOf(name)));
  });
});

test('every format has its file', () => {
  const formats = new Set(FILES.map((name) => readBytes(bytesOf(name)).format));
  expect([...formats].sort()).toEqual([
    'csv',
    'google-csv',
    'hubspot-csv',
    'ldif',
    'linkedin-csv',
    'outlook-csv',
    'thunderbird-csv',
    'vcard',
    'windows-live-csv',
    'zoho-csv',
  ]);
});
