import { DatabaseSync } from 'node:sqlite';
import { type Arrival, type ServerStore, type StoredForm, submissionOf, type Waiting } from './store.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS spaces (space TEXT PRIMARY KEY, token_hash TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS forms (space TEXT, id TEXT, body TEXT NOT NULL, PRIMARY KEY (space, id)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS submissions (space TEXT, form TEXT, id TEXT, PRIMARY KEY (space, form, id)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tallies (space TEXT, form TEXT, count INTEGER NOT NULL, PRIMARY KEY (space, form)) WITHOUT ROWID;
  -- A row whose text is gone stays: its rid is known. AUTOINCREMENT: no number is given twice, whatever is deleted.
  CREATE TABLE IF NOT EXISTS answers (
    n INTEGER PRIMARY KEY AUTOINCREMENT, space TEXT NOT NULL, rid TEXT NOT NULL, sealed TEXT, at INTEGER NOT NULL,
    UNIQUE (space, rid)
  );
  CREATE INDEX IF NOT EXISTS waiting ON answers (space, n) WHERE sealed IS NOT NULL;
`;
const VERSION = 1;

interface Job {
  space: string;
  arrival: Arrival;
  most: number;
  done(how: 'stored' | 'already' | 'full'): void;
  failed(error: unknown): void;
}

/** Opens, or makes, the hub's database. @throws when it was written by a newer hub */
export function sqliteStore(path: string): ServerStore & { backup(file: string): void } {
  const db = new DatabaseSync(path, { timeout: 5000 });
  // FULL: a 204 is said when the answer has reached the disk. secure_delete: what was erased is overwritten.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
  const found = db.prepare('PRAGMA user_version').get()?.user_version;
  if (Number(found) > VERSION) throw new Error(`${path} was written by a newer hub. Install that one.`);
  db.exec(`BEGIN IMMEDIATE; ${SCHEMA} PRAGMA user_version = ${VERSION}; COMMIT;`);
  // Numbers begin at the time in ms: a database that was restored to an older state goes on behind what readers have passed.
  db.prepare(
    "INSERT INTO sqlite_sequence (name, seq) SELECT 'answers', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'answers')",
  ).run();
  db.prepare("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'answers'").run(Date.now());

  const sql = {
    token: db.prepare('SELECT token_hash FROM spaces WHERE space = ?'),
    putSpace: db.prepare(
      'INSERT INTO spaces VALUES (?, ?) ON CONFLICT DO UPDATE SET token_hash = excluded.token_hash',
    ),
    firstSpace: db.prepare('INSERT INTO spaces SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM spaces)'),
    forms: db.prepare('SELECT id, body FROM forms WHERE space = ? ORDER BY id'),
    form: db.prepare('SELECT body FROM forms WHERE space = ? AND id = ?'),
    putForm: db.prepare('INSERT INTO forms VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body'),
    tally: db.prepare('SELECT count FROM tallies WHERE space = ? AND form = ?'),
    count: db.prepare('INSERT INTO tallies VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1'),
    known: db.prepare('SELECT 1 FROM answers WHERE space = ? AND rid = ?'),
    submission: db.prepare('INSERT INTO submissions VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
    begun: db.prepare('SELECT 1 FROM submissions WHERE space = ? AND form = ? AND id = ?'),
    add: db.prepare('INSERT INTO answers (space, rid, sealed, at) VALUES (?, ?, ?, ?)'),
    after: db.prepare(
      'SELECT n, sealed FROM answers WHERE space = ? AND n > ? AND sealed IS NOT NULL ORDER BY n LIMIT ?',
    ),
    through: db.prepare(
      'UPDATE answers SET sealed = NULL WHERE space = ? AND n <= ? AND at < ? AND sealed IS NOT NULL',
    ),
    one: db.prepare(
      'INSERT INTO answers (space, rid, sealed, at) VALUES (?, ?, NULL, 0) ON CONFLICT DO UPDATE SET sealed = NULL',
    ),
    waiting: db.prepare('SELECT count(*) AS count FROM answers WHERE sealed IS NOT NULL'),
    bytes: db.prepare('SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size'),
  };

  const forms = new Map<string, StoredForm>();
  const waiters = new Map<string, Set<() => void>>();
  let jobs: Job[] = [];

  function take({ space, arrival: { form, rid, sealed, at }, most }: Job): 'stored' | 'already' | 'full' {
    if (sql.known.get(space, rid)) return 'already';
    const submission = submissionOf(rid);
    if (!sql.begun.get(space, form, submission)) {
      if (Number(sql.tally.get(space, form)?.count ?? 0) >= most) return 'full';
      sql.submission.run(space, form, submission);
      sql.count.run(space, form);
    }
    sql.add.run(space, rid, sealed, at);
    return 'stored';
  }

  /** All posts of one turn of the loop in one transaction: one wait for the disk, and each is told after it. */
  function flush(): void {
    const batch = jobs;
    jobs = [];
    try {
      db.exec('BEGIN IMMEDIATE');
      const how = batch.map(take);
      db.exec('COMMIT');
      batch.forEach((job, at) => {
        job.done(how[at] as 'stored');
      });
      for (const space of new Set(batch.map((job) => job.space)))
        for (const wake of waiters.get(space) ?? []) wake();
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      for (const job of batch) job.failed(error);
    }
  }

  return {
    tokenHash: async (space) => (sql.token.get(space)?.token_hash as string | undefined) ?? null,
    putSpace: async (space, hash) => void sql.putSpace.run(space, hash),
    space: async () => (db.prepare('SELECT space FROM spaces').get()?.space as string | undefined) ?? null,
    firstSpace: async (space, hash) => sql.firstSpace.run(space, hash).changes === 1,

    async form(space, id) {
      const key = `${space}/${id}`;
      const known = forms.get(key);
      if (known) return known;
      const body = sql.form.get(space, id)?.body as string | undefined;
      if (!body) return null;
      const form = JSON.parse(body) as StoredForm;
      forms.set(key, form);
      return form;
    },
    forms: async (space) =>
      sql.forms.all(space).map(({ id, body }) => ({ id: String(id), form: JSON.parse(String(body)) })),
    async putForm(space, id, form) {
      sql.putForm.run(space, id, JSON.stringify(form));
      forms.delete(`${space}/${id}`);
    },
    submissions: async (space, form) => Number(sql.tally.get(space, form)?.count ?? 0),

    add: (space, arrival, most) =>
      new Promise((done, failed) => {
        if (jobs.length === 0) setImmediate(flush);
        jobs.push({ space, arrival, most, done, failed });
      }),
    async after(space, n, limit, bytes) {
      const found: Waiting[] = [];
      let size = 0;
      for (const row of sql.after.iterate(space, n, limit)) {
        const sealed = String(row.sealed);
        size += sealed.length;
        if (found.length > 0 && size > bytes) break;
        found.push({ n: Number(row.n), sealed });
      }
      return found;
    },
    arrival: (space, signal) =>
      new Promise((resolve) => {
        const of = waiters.get(space) ?? new Set();
        waiters.set(space, of);
        const wake = () => {
          of.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        of.add(wake);
        signal.addEventListener('abort', wake);
        if (signal.aborted) wake();
      }),
    async deleteThrough(space, through, before = Number.MAX_SAFE_INTEGER) {
      if (sql.through.run(space, through, before).changes) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
    async deleteOne(space, rid) {
      sql.one.run(space, rid);
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
    figures: async () => ({
      bytes: Number(sql.bytes.get()?.bytes),
      waiting: Number(sql.waiting.get()?.count),
    }),
    /** A copy of one moment, while the hub runs. */
    backup: (file) => void db.prepare('VACUUM INTO ?').run(file),
    async close() {
      if (jobs.length > 0) flush();
      db.close();
    },
  };
}
