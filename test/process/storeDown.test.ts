/** The store in a file, while it cannot be written: what costs money is refused, and reads go on. */
import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, rename, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { requireBuild, run, urlOf } from '../support/command.ts';
import { closedAfterTest } from '../support/hooks.ts';
import { newState } from '../support/keys.ts';
import { message } from '../support/rows.ts';
import { ACCOUNT, startAgainst, TOKEN } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

const SEND = `mutation { messageCreate(input: { to: "+15550100002", from: "+15550100001", body: "x" }) { message { sid } } }`;
const KEYED = SEND.replace('mutation', 'mutation($key: String!)').replace('(input', '(idempotencyKey: $key, input');
const READ = '{ message(sid: "SM00000000000000000000000000000001") { sid } }';

const served = async () => {
  const twilio = closedAfterTest(await startStandIn());
  twilio.play(({ method }) => (method === 'POST' ? [201, message(1)] : message(1)));
  const state = newState();
  const server = closedAfterTest(await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: state }));
  const codeOf = async (query: string, key?: string) =>
    (await server.ask(query, { key })).errors[0]?.extensions.code ?? 'DONE';
  const stateOf = async (key: string) =>
    (await server.ask('query($key: String!) { operation(idempotencyKey: $key) { state } }', { key })).data?.operation
      ?.state;
  const posts = () => twilio.seen.filter(({ method }) => method === 'POST').length;
  expect(await codeOf(SEND)).toBe('DONE');
  twilio.seen.length = 0;
  return { state, file: join(state, 'store.db'), codeOf, stateOf, posts };
};

test('another program holds it', async () => {
  const { file, codeOf, posts } = await served();
  const holder = closedAfterTest(new Database(file));
  holder.exec('BEGIN EXCLUSIVE');
  expect(await Promise.all([codeOf(SEND), codeOf(READ)])).toEqual(['STORE_UNAVAILABLE', 'DONE']);
  expect(posts()).toBe(0);
  holder.exec('ROLLBACK');
  await expect.poll(() => codeOf(SEND)).toBe('DONE');
  expect(posts()).toBe(1);
});

describe('its files', () => {
  type Harm = (state: string) => Promise<unknown>;
  const away = (state: string): string => `${state}-away`;
  test.each<[what: string, harm: Harm, undo: Harm]>([
    ['its folder is moved away', (state) => rename(state, away(state)), (state) => rename(away(state), state)],
    [
      'it is replaced by a copy of itself',
      async (state) => {
        await rename(join(state, 'store.db'), join(state, 'former.db'));
        await copyFile(join(state, 'former.db'), join(state, 'store.db'));
      },
      (state) => rename(join(state, 'former.db'), join(state, 'store.db')),
    ],
    [
      'another store is made in its place',
      async (state) => {
        await rename(state, away(state));
        await mkdir(state);
        closedAfterTest(await startAgainst('http://127.0.0.1:9', { TWILIO_GRAPHQL_STATE: state }));
      },
      async (state) => {
        await rename(state, `${state}-other`);
        await rename(away(state), state);
      },
    ],
    [
      'its log is moved away',
      (state) => rename(join(state, 'store.db-wal'), join(state, 'log')),
      (state) => rename(join(state, 'log'), join(state, 'store.db-wal')),
    ],
  ])('%s: nothing is sent until it is back, and nothing is forgotten', async (_what, harm, undo) => {
    const { state, codeOf, stateOf, posts } = await served();
    expect(await codeOf(KEYED, 'before')).toBe('DONE');
    await harm(state);
    expect([await codeOf(SEND), await codeOf(KEYED, 'while'), await codeOf(READ)]).toEqual([
      'STORE_UNAVAILABLE',
      'STORE_UNAVAILABLE',
      'DONE',
    ]);
    // What was answered before is still known.
    expect(await stateOf('before')).toBe('DONE');
    expect(posts()).toBe(1);
    await undo(state);
    expect([await codeOf(KEYED, 'before'), await codeOf(KEYED, 'while')]).toEqual(['DONE', 'DONE']);
    expect(posts()).toBe(2);
  });

  test.each<[what: string, harm: Harm]>([
    ['are removed', (state) => rm(state, { recursive: true })],
    ['are cut off', (state) => truncate(join(state, 'store.db-wal'))],
  ])('%s: nothing is sent any more, and reads go on', async (_what, harm) => {
    const { state, codeOf, posts } = await served();
    await harm(state);
    expect([await codeOf(SEND), await codeOf(READ)]).toEqual(['STORE_UNAVAILABLE', 'DONE']);
    expect(posts()).toBe(0);
  });
});

describe('a full disk', () => {
  beforeAll(requireBuild);
  test('refuses sends, keeps what is under way, and takes all of it when there is room again', async () => {
    const twilio = closedAfterTest(await startStandIn());
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    twilio.play(async ({ method }) => {
      if (method === 'GET') return message(1);
      await released;
      return [201, message(1)];
    });
    const server = run({
      TWILIO_ACCOUNT_SID: ACCOUNT,
      TWILIO_AUTH_TOKEN: TOKEN,
      TWILIO_UPSTREAM_URL: twilio.url,
      TWILIO_GRAPHQL_STATE: newState(),
    });
    onTestFinished(() => void server.child.kill('SIGKILL'));
    const url = await urlOf(server);
    const ask = async (query: string, key?: string) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(url, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables: { key } }),
      });
      return response.json();
    };
    const codeOf = async (query: string, key?: string) => (await ask(query, key)).errors?.[0].extensions.code ?? 'DONE';
    /** The largest file that the process may write to. */
    const room = (bytes: string) => execFileSync('prlimit', ['--pid', String(server.child.pid), `--fsize=${bytes}:`]);

    const underWay = codeOf(KEYED, 'under way');
    await expect.poll(() => twilio.seen.length).toBe(1);
    room('1');
    expect([await codeOf(SEND), await codeOf(KEYED, 'new'), await codeOf(READ)]).toEqual([
      'STORE_UNAVAILABLE',
      'STORE_UNAVAILABLE',
      'DONE',
    ]);
    release();
    expect(await underWay).toBe('DONE');
    room('unlimited');
    const state = async () =>
      (await ask('query($key: String!) { operation(idempotencyKey: $key) { state } }', 'under way')).data.operation
        .state;
    await expect.poll(state).toBe('DONE');
    expect([await codeOf(KEYED, 'under way'), await codeOf(KEYED, 'new')]).toEqual(['DONE', 'DONE']);
    expect(twilio.seen.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });
});
