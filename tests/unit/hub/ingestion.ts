import { expect } from 'vitest';
import { queryAt } from '../../support/postgres';
import { FORM, SPACE, sealed, submission } from './client';

const ROLE = 'CREATE ROLE visitor LOGIN IN ROLE sidelight_hub_ingest';

/** Makes a login that may do what the hub may when an answer comes in, and nothing else. @returns its address */
export async function visitorOf(url: string): Promise<string> {
  await queryAt(url, `DROP ROLE IF EXISTS visitor; ${ROLE}`);
  return url.replace('//postgres@', '//visitor@');
}

/** Tries to read and to change everything as this visitor. A standby refuses each change for its own reason first. */
export async function expectReadsNothing(url: string, visitor: string): Promise<void> {
  const tables = await queryAt<{ name: string }>(
    url,
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'sidelight_hub'::regnamespace AND relkind = 'r'",
  );
  expect(tables.map(({ name }) => name).sort()).toEqual(
    ['answers', 'forms', 'meta', 'spaces', 'submissions', 'tallies'].sort(),
  );
  const denied = (sql: string) => expect(queryAt(visitor, sql), sql).rejects.toThrow('permission denied');
  const refused = (sql: string) =>
    expect(queryAt(visitor, sql), sql).rejects.toThrow(/permission denied|read-only transaction/);
  for (const { name } of tables) {
    await denied(`SELECT count(*) FROM sidelight_hub.${name}`);
    await denied(`COPY sidelight_hub.${name} TO STDOUT`);
    await refused(`DELETE FROM sidelight_hub.${name}`);
  }
  await denied(`SELECT sidelight_hub.forget('${SPACE}', '${submission(1)}-0')`);
  await denied(`SELECT sidelight_hub.next_number('${SPACE}')`);
  await denied('SET ROLE sidelight_hub_pull');
  await refused('CREATE TABLE sidelight_hub.mine (x text)');
}

/** Hands an answer in twice as this visitor. @returns its text */
export async function expectHandsIn(visitor: string, space: string, n: number): Promise<string> {
  const text = sealed({ n });
  const call = `SELECT sidelight_hub.take('${space}', '{${FORM}}', '{${submission(n)}-0}', '{${text}}', '{1}', '{NULL}') AS how`;
  expect(await queryAt(visitor, call)).toEqual([{ how: ['stored'] }]);
  expect(await queryAt(visitor, call)).toEqual([{ how: ['already'] }]);
  return text;
}
