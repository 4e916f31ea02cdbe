/** The store in a file, while it cannot be written: what costs money is refused, and reads go on. */
import { join } from 'node:path';
import Database from 'libsql';
import { expect, test } from 'vitest';
import { closedAfterTest } from '../support/hooks.ts';
import { newState } from '../support/keys.ts';
import { message } from '../support/rows.ts';
import { startAgainst } from '../support/server.ts';
import { startStandIn } from '../support/standIn.ts';

const SEND = `mutation { messageCreate(input: { to: "+15550100002", from: "+15550100001", body: "x" }) { message { sid } } }`;
const READ = '{ message(sid: "SM00000000000000000000000000000001") { sid } }';

const served = async () => {
  const twilio = closedAfterTest(await startStandIn());
  twilio.play(({ method }) => (method === 'POST' ? [201, message(1)] : message(1)));
  const state = newState();
  const server = closedAfterTest(await startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: state }));
  const codeOf = async (query: string) => (await server.ask(query)).errors[0]?.extensions.code ?? 'DONE';
  const posts = () => twilio.seen.filter(({ method }) => method === 'POST').length;
  expect(await codeOf(SEND)).toBe('DONE');
  twilio.seen.length = 0;
  return { file: join(state, 'store.db'), codeOf, posts };
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
