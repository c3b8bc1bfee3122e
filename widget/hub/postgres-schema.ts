import type { ClientBase } from 'pg';

const VERSION = 1;

export class NewerHub extends Error {}

/** Of the hub's own: nodes that start at once make the schema one after the other. */
const LOCK = 7_406_241_509;

/** Roles belong to the whole server: each may be there already, made for another database of it. */
export const ROLES = { ingest: 'sidelight_hub_ingest', pull: 'sidelight_hub_pull' } as const;

const role = (name: string) => `
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN CREATE ROLE ${name} NOLOGIN; END IF;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
  DO $$ BEGIN
    IF NOT pg_has_role(current_user, '${name}', 'member') THEN GRANT ${name} TO CURRENT_USER; END IF;
  END $$;`;

const SCHEMA = `
  CREATE SCHEMA sidelight_hub;
  SET LOCAL search_path = sidelight_hub;
  CREATE TABLE meta (version integer NOT NULL);
  CREATE TABLE spaces (space text PRIMARY KEY, token_hash text NOT NULL, rseq bigint NOT NULL DEFAULT 0);
  CREATE TABLE forms (space text, id text, body text NOT NULL, PRIMARY KEY (space, id));
  CREATE TABLE submissions (space text, form text, id text, PRIMARY KEY (space, form, id));
  CREATE TABLE tallies (space text, form text, count bigint NOT NULL, PRIMARY KEY (space, form));
  -- A row whose text is gone stays: its rid is known.
  CREATE TABLE answers (
    space text, n bigint, rid text NOT NULL, sealed text, at bigint NOT NULL, PRIMARY KEY (space, n), UNIQUE (space, rid)
  );
  CREATE INDEX waiting ON answers (space, n) WHERE sealed IS NOT NULL;

  -- The lock on the space's row makes numbers grow in the order of commits. They are never behind the clock: a database that was
  -- restored to an older state goes on behind what readers have passed.
  CREATE FUNCTION next_number(in_space text) RETURNS bigint LANGUAGE plpgsql AS $$
  DECLARE seq bigint;
  BEGIN
    SELECT rseq INTO STRICT seq FROM sidelight_hub.spaces WHERE space = in_space FOR UPDATE;
    RETURN greatest(seq, floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) + 1;
  END $$;

  -- Posts of one space, in one transaction: what became of each, in their order. most is null where there is no limit.
  CREATE FUNCTION take(in_space text, forms text[], rids text[], texts text[], times bigint[], mosts bigint[]) RETURNS text[]
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = sidelight_hub, pg_temp AS $$
  DECLARE
    seq bigint := next_number(in_space);
    how text[] := '{}';
    fresh text[] := '{}';
    submission text;
    had bigint;
  BEGIN
    -- What is acknowledged is on the disk, whatever the database's default.
    IF current_setting('synchronous_commit') = 'off' THEN PERFORM set_config('synchronous_commit', 'on', true); END IF;
    FOR i IN 1 .. cardinality(rids) LOOP
      IF EXISTS (SELECT FROM answers a WHERE a.space = in_space AND a.rid = rids[i]) THEN
        how := how || 'already'::text;
        CONTINUE;
      END IF;
      submission := left(rids[i], 36);
      IF NOT EXISTS (SELECT FROM submissions s WHERE s.space = in_space AND s.form = forms[i] AND s.id = submission) THEN
        IF mosts[i] IS NOT NULL THEN
          SELECT t.count INTO had FROM tallies t WHERE t.space = in_space AND t.form = forms[i];
          IF coalesce(had, 0) + cardinality(array_positions(fresh, forms[i])) >= mosts[i] THEN
            how := how || 'full'::text;
            CONTINUE;
          END IF;
        END IF;
        INSERT INTO submissions VALUES (in_space, forms[i], submission);
        fresh := fresh || forms[i];
      END IF;
      INSERT INTO answers VALUES (in_space, seq, rids[i], texts[i], times[i]);
      seq := seq + 1;
      how := how || 'stored'::text;
    END LOOP;
    INSERT INTO tallies AS t SELECT in_space, form, count(*) FROM unnest(fresh) AS form GROUP BY form
      ON CONFLICT (space, form) DO UPDATE SET count = t.count + excluded.count;
    UPDATE spaces SET rseq = seq - 1 WHERE space = in_space;
    RETURN how;
  END $$;

  -- Empties one post; one that never came is known from then on.
  CREATE FUNCTION forget(in_space text, in_rid text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = sidelight_hub, pg_temp AS $$
  DECLARE seq bigint := next_number(in_space);
  BEGIN
    INSERT INTO answers VALUES (in_space, seq, in_rid, NULL, 0) ON CONFLICT (space, rid) DO UPDATE SET sealed = NULL;
    UPDATE spaces SET rseq = seq WHERE space = in_space;
  END $$;

  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA sidelight_hub FROM PUBLIC;
  GRANT USAGE ON SCHEMA sidelight_hub TO ${ROLES.ingest}, ${ROLES.pull};
  GRANT EXECUTE ON FUNCTION take TO ${ROLES.ingest};
  GRANT EXECUTE ON FUNCTION forget TO ${ROLES.pull};
  GRANT SELECT ON meta, spaces, forms, tallies, answers TO ${ROLES.pull};
  GRANT INSERT (space, token_hash), UPDATE (token_hash) ON spaces TO ${ROLES.pull};
  GRANT INSERT, UPDATE, DELETE ON forms TO ${ROLES.pull};
  GRANT UPDATE (sealed) ON answers TO ${ROLES.pull};
  INSERT INTO meta VALUES (${VERSION});
`;

async function versionOf(client: ClientBase): Promise<number | null> {
  // Read from the table: a look-up by name may answer from what it knew before it waited for another node.
  const { rows } = await client.query(
    "SELECT count(*) > 0 AS there FROM pg_tables WHERE schemaname = 'sidelight_hub' AND tablename = 'meta'",
  );
  if (!rows[0].there) return null;
  return (await client.query('SELECT version FROM sidelight_hub.meta')).rows[0].version;
}

/** Runs `work` while no other node does the same. */
export async function alone<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const found = await work();
    await client.query('COMMIT');
    return found;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

/**
 * Makes the hub's schema where there is none.
 * @throws NewerHub when a newer hub made it; what the server says when the login may not make it
 */
export async function makeSchema(client: ClientBase): Promise<void> {
  let found = await versionOf(client);
  if (found === null)
    await alone(client, async () => {
      found = await versionOf(client);
      if (found === null) await client.query(`${Object.values(ROLES).map(role).join('')} ${SCHEMA}`);
    });
  if (found !== null && found > VERSION)
    throw new NewerHub('This PostgreSQL database was written by a newer hub. Install that one.');
}
