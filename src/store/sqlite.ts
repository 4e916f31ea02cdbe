/**
 * The embedded store: one SQLite file that all processes of a machine share.
 *
 * libsql ships its binary inside its npm package and needs no install script, unlike better-sqlite3 12 (a download or a
 * compiler) and classic-level (one process only); lmdb took 4 ms a durable write where libsql took 2. `node:sqlite` needs
 * Node 22. Writes that come in the same turn of the event loop are one transaction, and so one fsync.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type Database from 'libsql';
import { statementsOf, TABLES } from './sqliteTables.ts';
import { type Claim, type Counter, type Entry, type Store, StoreError, type WriteOptions } from './store.ts';
import { StoreFiles } from './storeFiles.ts';

interface Job {
  readonly run: () => unknown;
  readonly durable: boolean;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}
interface Row {
  readonly id: string;
  readonly version: number;
  readonly value: string;
}

/** How long a write waits for other processes. */
const LOCK_WAIT_MS = 5000;
const EXPIRY_SWEEP_MS = 60_000;

class SqliteStore implements Store {
  readonly #db: Database.Database;
  readonly #statements: ReturnType<typeof statementsOf>;
  readonly #sweep: NodeJS.Timeout;
  readonly #files: StoreFiles | undefined;
  #jobs: Job[] = [];
  /** Whether each transaction is on disk before it is confirmed. */
  #durable: boolean | undefined;
  #flushing: Promise<void> | undefined;

  constructor(db: Database.Database, files: StoreFiles | undefined) {
    this.#db = db;
    this.#files = files;
    this.#statements = statementsOf(db);
    this.#sweep = setInterval(() => void this.#expire(), EXPIRY_SWEEP_MS).unref();
    void this.#expire();
  }

  async read<T>(collection: string, id: string): Promise<Entry<T> | undefined> {
    return reading(() => {
      const row = this.#statements.read.get(collection, id, Date.now()) as Row | undefined;
      return row && entryOf<T>(row);
    });
  }

  async list<T>(collection: string): Promise<readonly Entry<T>[]> {
    return reading(() => (this.#statements.list.all(collection, Date.now()) as Row[]).map(entryOf<T>));
  }

  async claim<T>(collection: string, { queue, limit, until }: Claim): Promise<readonly Entry<T>[]> {
    const { isDue, due, postpone } = this.#statements;
    const now = Date.now();
    // Most of the time nothing is due, and a read waits for nobody.
    if (reading(() => isDue.get(collection, queue, now)) === undefined) return [];
    return this.#write(() => {
      const rows = due.all(collection, queue, now, now, limit) as Row[];
      for (const { id } of rows) postpone.run(until, collection, queue, id);
      return rows.map(entryOf<T>);
    });
  }

  postpone(collection: string, queue: string, due: ReadonlyMap<string, number>): Promise<void> {
    return this.#write(() => {
      for (const [id, at] of due) this.#statements.postpone.run(at, collection, queue, id);
    });
  }

  async membersOf<T>(collection: string, groups: readonly string[], limit: number): Promise<readonly Entry<T>[]> {
    const now = Date.now();
    return reading(() => {
      const rows = groups.flatMap((group) => this.#statements.members.all(collection, group, now, limit) as Row[]);
      return [...new Map(rows.map((row) => [row.id, entryOf<T>(row)])).values()];
    });
  }

  async count(collection: string, group: string): Promise<number> {
    return reading(() => (this.#statements.countMembers.get(collection, group) as { count: number }).count);
  }

  insert(collection: string, id: string, value: unknown, options: WriteOptions = {}): Promise<boolean> {
    return this.#write(() => {
      const { read, remove, insert } = this.#statements;
      if (read.get(collection, id, Date.now())) return false;
      remove.run(collection, id);
      insert.run(collection, id, JSON.stringify(value), options.listed ? 1 : 0, options.expiresAt ?? null);
      this.#index(collection, id, options);
      return true;
    }, options.durable);
  }

  replace(collection: string, { id, version, value }: Entry, options: WriteOptions = {}): Promise<boolean> {
    return this.#write(() => {
      const { listed, expiresAt = null } = options;
      const text = JSON.stringify(value);
      const { changes } = this.#statements.replace.run(text, listed ? 1 : 0, expiresAt, collection, id, version);
      if (changes === 0) return false;
      this.#statements.dequeue.run(collection, id);
      this.#statements.leave.run(collection, id);
      this.#index(collection, id, options);
      return true;
    }, options.durable);
  }

  remove(collection: string, id: string): Promise<void> {
    return this.#write(() => void this.#statements.remove.run(collection, id));
  }

  reserve(counters: readonly Counter[]): Promise<Counter | undefined> {
    return this.#write(() => {
      const exceeded = counters.find(({ id, limit, amount }) => this.#used(id) + amount > limit);
      if (!exceeded) for (const { id, amount, expiresAt } of counters) this.#count(id, amount, expiresAt);
      return exceeded;
    });
  }

  release(counters: readonly Counter[]): Promise<void> {
    return this.#write(() => {
      for (const { id, amount, expiresAt } of counters) if (this.#used(id) > 0) this.#count(id, -amount, expiresAt);
    });
  }

  async close(): Promise<void> {
    clearInterval(this.#sweep);
    await this.#flushing;
    this.#db.close();
  }

  #index(collection: string, id: string, { queued, groups = [] }: WriteOptions): void {
    if (queued) this.#statements.enqueue.run(collection, id, queued.queue, queued.at);
    for (const group of groups) this.#statements.join.run(collection, group, id);
  }

  #used(id: string): number {
    return (this.#statements.used.get(id, Date.now()) as { used: number } | undefined)?.used ?? 0;
  }

  #count(id: string, amount: number, expiresAt: number): void {
    this.#statements.count.run(id, Math.max(0, this.#used(id) + amount), expiresAt);
  }

  #write<T>(run: () => T, durable = false): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#jobs.push({ run, durable, resolve: resolve as (value: unknown) => void, reject });
      this.#flushing ??= new Promise((settle) => {
        setImmediate(() => void this.#flush().finally(settle));
      });
    });
  }

  async #flush(): Promise<void> {
    while (this.#jobs.length > 0) {
      const jobs = this.#jobs;
      this.#jobs = [];
      await this.#commit(jobs).catch((error: unknown) => {
        const why = error instanceof StoreError ? error : cannotWrite(adviceOn(codeOf(error)));
        for (const { reject } of jobs) reject(why);
      });
    }
    this.#flushing = undefined;
  }

  /** Waits for other processes without blocking this one. */
  async #commit(jobs: readonly Job[]): Promise<void> {
    const fault = this.#files?.fault();
    if (fault) throw cannotWrite(fault);
    this.#syncs(jobs.some(({ durable }) => durable));
    const deadline = performance.now() + LOCK_WAIT_MS;
    for (let pause = 1; ; pause = Math.min(50, pause * 2)) {
      try {
        const results = this.#transaction(jobs);
        jobs.forEach(({ resolve }, i) => {
          resolve(results[i]);
        });
        return;
      } catch (error) {
        if (!codeOf(error).startsWith('SQLITE_BUSY') || performance.now() > deadline) throw error;
        await sleep(pause * (0.5 + Math.random()));
      }
    }
  }

  #syncs(durable: boolean): void {
    if (durable !== this.#durable) this.#db.exec(`PRAGMA synchronous = ${durable ? 'FULL' : 'NORMAL'}`);
    this.#durable = durable;
  }

  #transaction(jobs: readonly Job[]): readonly unknown[] {
    this.#statements.begin.run();
    try {
      const results = jobs.map(({ run }) => run());
      this.#statements.commit.run();
      return results;
    } catch (error) {
      if (this.#db.inTransaction) this.#statements.rollback.run();
      throw error;
    }
  }

  async #expire(): Promise<void> {
    await this.#write(() => {
      this.#statements.expireEntries.run(Date.now());
      this.#statements.expireCounters.run(Date.now());
    }).catch(() => undefined);
  }
}

const entryOf = <T>({ id, version, value }: Row): Entry<T> => ({ id, version, value: JSON.parse(value) as T });

/** What can be wrong with the file or its folder, by the start of the code of SQLite or of the system. */
const ADVICE: readonly (readonly [code: string, advice: string])[] = [
  [
    'SQLITE_NOTADB',
    'it is damaged, or no store. Restore it, or move it away: the server then starts with an empty one.',
  ],
  ['SQLITE_CORRUPT', 'it is damaged. Restore it, or move it away: the server then starts with an empty one.'],
  ['SQLITE_BUSY', 'other processes hold it. Try again, or find the process that does not let go of it.'],
  ['SQLITE_FULL', 'the disk is full.'],
  ['SQLITE_IOERR', 'its disk fails, or is full.'],
  ['SQLITE_READONLY', 'this user may not write to it.'],
  ['SQLITE_CANTOPEN', 'this user may not read and write it, or it is a folder.'],
  ['EEXIST', 'its folder is a file.'],
  ['ENOTDIR', 'its folder is a file.'],
  ['EACCES', 'this user may not write to its folder.'],
  ['EPERM', 'this user may not write to its folder.'],
  ['EROFS', 'its file system is read-only.'],
];
const adviceOn = (given: string): string => {
  // libsql has no code for a file that it cannot open.
  const code = given === '' ? 'SQLITE_CANTOPEN' : given;
  const known = ADVICE.find(([start]) => code.startsWith(start));
  return known ? `${known[1]} (${code})` : `${code}.`;
};

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? 'unknown error');

const cannotWrite = (why: string): StoreError => new StoreError(`The store cannot be written: ${why}`);

const reading = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw new StoreError(`The store cannot be read: ${codeOf(error)}.`);
  }
};

const MEMORY = ':memory:';

/** Opens or creates the file; `:memory:` is a store that ends with the process. Throws a {@link StoreError} that says what is wrong with it. */
export const openSqliteStore = async (path: string): Promise<Store> => {
  const { default: Sqlite } = await import('libsql');
  const open = (): Database.Database => {
    const isFile = path !== MEMORY;
    if (isFile) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const db = new Sqlite(path);
    try {
      if (isFile) chmodSync(path, 0o600);
      db.pragma('busy_timeout = 0');
      db.pragma('journal_mode = WAL');
      db.exec(TABLES);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  };
  // Processes that start together lock each other out. SQLite does not wait for the change to WAL, whatever its timeout.
  const deadline = performance.now() + OPEN_WAIT_MS;
  for (;;) {
    try {
      return new SqliteStore(open(), path === MEMORY ? undefined : new StoreFiles(path));
    } catch (error) {
      if (!codeOf(error).startsWith('SQLITE_BUSY') || performance.now() > deadline)
        throw new StoreError(`${path} cannot be opened as the store: ${adviceOn(codeOf(error))}`);
      await sleep(10 + 40 * Math.random());
    }
  }
};
const OPEN_WAIT_MS = 15_000;
