/** Keys of a server under test, made in its store as the command makes them. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiKeys, type CreatedKey } from '../../src/access/index.ts';
import { openSqliteStore } from '../../src/store/index.ts';

export const newState = (): string => mkdtempSync(join(tmpdir(), 'twilio-graphql-keys-'));

/** Runs a change of the keys in the file of this state folder. */
export const onKeys = async <T>(state: string, run: (keys: ApiKeys) => Promise<T>): Promise<T> => {
  const store = await openSqliteStore(join(state, 'store.db'));
  try {
    return await run(new ApiKeys(store));
  } finally {
    await store.close();
  }
};

let names = 0;
export const createKey = (state: string, scopes: readonly string[], more: object = {}): Promise<CreatedKey> =>
  onKeys(state, (keys) => keys.create({ name: `key-${names++}`, scopes, ...more }));

export const bearer = (text: string): Record<string, string> => ({ authorization: `Bearer ${text}` });
