/** The tables of the embedded store, and the statements on them. */
import type Database from 'libsql';

export const TABLES = `
  CREATE TABLE IF NOT EXISTS entries (
    collection TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, value TEXT NOT NULL,
    listed INTEGER NOT NULL, expires_at INTEGER, PRIMARY KEY (collection, id)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS listed_entries ON entries (collection) WHERE listed = 1;
  CREATE INDEX IF NOT EXISTS expiring_entries ON entries (expires_at) WHERE expires_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS counters (id TEXT PRIMARY KEY, used REAL NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS queued_entries (
    collection TEXT NOT NULL, id TEXT NOT NULL, queue TEXT NOT NULL, due_at INTEGER NOT NULL, PRIMARY KEY (collection, id)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS due_entries ON queued_entries (collection, queue, due_at);
  CREATE TABLE IF NOT EXISTS grouped_entries (
    collection TEXT NOT NULL, name TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (collection, name, id)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS groups_of_entries ON grouped_entries (collection, id);
  CREATE TRIGGER IF NOT EXISTS entry_removed AFTER DELETE ON entries BEGIN
    DELETE FROM queued_entries WHERE collection = OLD.collection AND id = OLD.id;
    DELETE FROM grouped_entries WHERE collection = OLD.collection AND id = OLD.id;
  END;
`;

export const statementsOf = (db: Database.Database) => ({
  begin: db.prepare('BEGIN IMMEDIATE'),
  commit: db.prepare('COMMIT'),
  rollback: db.prepare('ROLLBACK'),
  read: db.prepare(
    'SELECT id, version, value FROM entries WHERE collection = ? AND id = ? AND (expires_at IS NULL OR expires_at > ?)',
  ),
  list: db.prepare(
    'SELECT id, version, value FROM entries WHERE collection = ? AND listed = 1 AND (expires_at IS NULL OR expires_at > ?)',
  ),
  insert: db.prepare(
    'INSERT INTO entries (collection, id, version, value, listed, expires_at) VALUES (?, ?, 1, ?, ?, ?)',
  ),
  replace: db.prepare(
    'UPDATE entries SET version = version + 1, value = ?, listed = ?, expires_at = ? WHERE collection = ? AND id = ? AND version = ?',
  ),
  remove: db.prepare('DELETE FROM entries WHERE collection = ? AND id = ?'),
  /** One row if something is due. */
  isDue: db.prepare('SELECT 1 FROM queued_entries WHERE collection = ? AND queue = ? AND due_at <= ? LIMIT 1'),
  due: db.prepare(
    `SELECT e.id, e.version, e.value FROM queued_entries q JOIN entries e ON e.collection = q.collection AND e.id = q.id
     WHERE q.collection = ? AND q.queue = ? AND q.due_at <= ? AND (e.expires_at IS NULL OR e.expires_at > ?)
     ORDER BY q.due_at LIMIT ?`,
  ),
  postpone: db.prepare('UPDATE queued_entries SET due_at = ? WHERE collection = ? AND queue = ? AND id = ?'),
  enqueue: db.prepare('INSERT OR REPLACE INTO queued_entries (collection, id, queue, due_at) VALUES (?, ?, ?, ?)'),
  dequeue: db.prepare('DELETE FROM queued_entries WHERE collection = ? AND id = ?'),
  members: db.prepare(
    `SELECT e.id, e.version, e.value FROM grouped_entries g JOIN entries e ON e.collection = g.collection AND e.id = g.id
     WHERE g.collection = ? AND g.name = ? AND (e.expires_at IS NULL OR e.expires_at > ?) LIMIT ?`,
  ),
  countMembers: db.prepare('SELECT count(*) AS count FROM grouped_entries WHERE collection = ? AND name = ?'),
  join: db.prepare('INSERT OR IGNORE INTO grouped_entries (collection, name, id) VALUES (?, ?, ?)'),
  leave: db.prepare('DELETE FROM grouped_entries WHERE collection = ? AND id = ?'),
  used: db.prepare('SELECT used FROM counters WHERE id = ? AND expires_at > ?'),
  count: db.prepare('INSERT OR REPLACE INTO counters (id, used, expires_at) VALUES (?, ?, ?)'),
  expireEntries: db.prepare('DELETE FROM entries WHERE expires_at <= ?'),
  expireCounters: db.prepare('DELETE FROM counters WHERE expires_at <= ?'),
});
