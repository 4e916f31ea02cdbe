/** The embedded store, opened several times on one file, and what it says when its file cannot be used. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { afterAll, expect, test } from 'vitest';
import { openSqliteStore } from '../../../src/store/index.ts';
import { expectStoreError, storeCases } from '../../support/storeCases.ts';

const folder = await mkdtemp(join(tmpdir(), 'twilio-graphql-store-'));
afterAll(() => rm(folder, { recursive: true }));

storeCases(() => openSqliteStore(join(folder, 'state', 'store.db')));

test('only its user may read it', async () => {
  const path = join(folder, 'private', 'store.db');
  const store = await openSqliteStore(path);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await store.close();
});

test('a file that is none of ours, or cannot be made, is named in the error', async () => {
  await writeFile(join(folder, 'text'), 'no database '.repeat(100));
  await expectStoreError(openSqliteStore(join(folder, 'text')));
  await expectStoreError(openSqliteStore(join(folder, 'text', 'store.db')));
});

test('a file that another process is making is waited for', async () => {
  const path = join(folder, 'locked.db');
  const other = new Sqlite(path);
  other.exec('BEGIN EXCLUSIVE');
  const opening = openSqliteStore(path);
  // Whether it waits or gives up shows once it has tried.
  const first = await Promise.race([opening.catch(() => 'failed'), new Promise((go) => setTimeout(go, 100, 'waits'))]);
  expect(first).toBe('waits');
  other.exec('COMMIT');
  await (await opening).close();
  other.close();
});

test('what has expired is deleted, so that the file does not grow for ever', async () => {
  const path = join(folder, 'swept.db');
  const store = await openSqliteStore(path);
  const expiresAt = Date.now() - 1;
  await Promise.all(Array.from({ length: 50 }, (_, i) => store.insert('entries', `old-${i}`, i, { expiresAt })));
  await store.insert('entries', 'kept', 1, { expiresAt: Date.now() + 60_000 });
  await store.reserve([{ id: 'old', limit: 1, amount: 1, expiresAt }]);
  await store.close();
  await (await openSqliteStore(path)).close();
  const file = new Sqlite(path);
  expect(file.prepare('SELECT id FROM entries').all()).toEqual([{ id: 'kept' }]);
  expect(file.prepare('SELECT id FROM counters').all()).toEqual([]);
  file.close();
});
