import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { sqliteStore } from '@/widget/hub/sqlite';
import { connect, sealed } from './client';
import { temporaryFolder } from './stores';

test('restored to an older state, it goes on behind what was fetched: nothing that comes then is overlooked', async () => {
  const { folder, remove } = temporaryFolder();
  const [file, copy] = [join(folder, 'hub.db'), join(folder, 'copy.db')];
  let store = sqliteStore(file);
  try {
    let hub = await connect(store);
    await hub.publish();
    for (const n of [1, 2]) await hub.post(sealed({ n }));
    store.backup(copy);
    for (const n of [3, 4, 5]) await hub.post(sealed({ n }));
    const { last } = await hub.pull();
    await store.close();

    renameSync(copy, file);
    for (const rest of ['-wal', '-shm']) rmSync(file + rest, { force: true });
    store = sqliteStore(file);
    hub = await connect(store);
    for (const n of [6, 7]) await hub.post(sealed({ n }));
    const { answers } = await hub.pull(`after=${last}`);
    expect(answers.map((one) => one.sealed)).toEqual([6, 7].map((n) => sealed({ n })));
  } finally {
    await store.close();
    remove();
  }
});

test('what a newer hub wrote is refused and left as it is', () => {
  const { folder, remove } = temporaryFolder();
  try {
    const file = join(folder, 'hub.db');
    const newer = new DatabaseSync(file);
    newer.exec('PRAGMA user_version = 99; CREATE TABLE answers (other TEXT)');
    newer.close();
    expect(() => sqliteStore(file)).toThrow('newer hub');
    const after = new DatabaseSync(file);
    expect(after.prepare('SELECT name FROM sqlite_master').all()).toHaveLength(1);
    after.close();
  } finally {
    remove();
  }
});

test('an answer is acknowledged when it is on the disk: the database waits for it', () => {
  const { folder, remove } = temporaryFolder();
  const asked: string[] = [];
  const exec = DatabaseSync.prototype.exec;
  DatabaseSync.prototype.exec = function (this: DatabaseSync, text: string) {
    asked.push(text);
    return exec.call(this, text);
  };
  try {
    const store = sqliteStore(join(folder, 'hub.db'));
    expect(asked.join(';')).toMatch(/journal_mode = WAL[\s\S]*synchronous = FULL[\s\S]*secure_delete = ON/);
    return store.close();
  } finally {
    DatabaseSync.prototype.exec = exec;
    remove();
  }
});
