/** What the journal keeps when a process or its store fails, seen from outside of the process. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { requireBuild, run, urlOf } from '../support/command.ts';
import { closedAfterAll } from '../support/hooks.ts';
import { message, page, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst, TOKEN } from '../support/server.ts';
import { type Script, startStandIn } from '../support/standIn.ts';

beforeAll(requireBuild);
const twilio = closedAfterAll(await startStandIn());
const posts = () => twilio.seen.filter(({ method }) => method === 'POST').length;
const settingsIn = (state: string) => ({
  TWILIO_ACCOUNT_SID: ACCOUNT,
  TWILIO_AUTH_TOKEN: TOKEN,
  TWILIO_UPSTREAM_URL: twilio.url,
  TWILIO_GRAPHQL_STATE: state,
  XDG_RUNTIME_DIR: state,
});
const newState = () => mkdtempSync(join(tmpdir(), 'twilio-graphql-journal-'));
const start = async (state: string, more: Record<string, string> = {}) => {
  const started = run({ ...settingsIn(state), ...more });
  onTestFinished(() => void started.child.kill('SIGKILL'));
  return { ...started, url: await urlOf(started) };
};
const ask = async (url: string, query: string, variables: object) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
};
const SEND = `mutation($key: String!) { messageCreate(idempotencyKey: $key, input: { to: "+15550100002", from: "+15550100001", body: "Kept" }) {
  message { sid } userErrors { code } } }`;
const UNKEYED = SEND.replace('mutation($key: String!)', 'mutation')
  .replace('idempotencyKey: $key, ', '')
  .replace('Kept', 'Alone');
const OUTCOME = 'query($key: String!) { operation(idempotencyKey: $key) { id state sid } }';
const operations = async (state: string, ...args: string[]) => {
  const { ended, out, err } = run(settingsIn(state), ['operations', ...args]);
  expect([await ended, err()]).toEqual([0, '']);
  return out()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
};

test('a create that a kill cut off is listed, found again by the next process, and never sent twice', async () => {
  const state = newState();
  let row = message(1);
  let isListed = false;
  const script: Script = ({ method, path }) => {
    if (method === 'POST') {
      row = message(1, { body: 'Kept', date_created: new Date().toUTCString() });
      return () => undefined;
    }
    return path.endsWith('/Messages.json') ? page('messages', isListed ? [row] : []) : row;
  };
  twilio.play(script);
  const first = await start(state);
  const cutOff = ask(first.url, SEND, { key: 'k' }).catch(() => 'cut off');
  await expect.poll(posts).toBe(1);
  first.child.kill('SIGKILL');
  expect(await cutOff).toBe('cut off');
  await first.ended;
  const [line] = await operations(state);
  expect(line?.slice(0, 2)).toEqual([expect.stringMatching(/^SENDING/), 'Message create']);

  const second = await start(state);
  const outcome = async () => (await ask(second.url, OUTCOME, { key: 'k' })).data.operation;
  expect((await outcome()).id).toBe(line?.at(-1));
  await expect.poll(async () => (await outcome()).state).toBe('UNKNOWN');
  expect(await operations(state, '--unresolved')).toEqual([expect.arrayContaining(['UNKNOWN', line?.at(-1)])]);
  const metrics = await (await fetch(second.url.replace('/graphql', '/metrics'))).text();
  expect(metrics).toContain('twilio_graphql_open_writes{connection="default",state="UNKNOWN"} 1');
  isListed = true;
  await expect.poll(async () => (await outcome()).sid).toBe(row.sid);
  expect(await operations(state)).toEqual([]);
  const again = await ask(second.url, SEND, { key: 'k' });
  expect(again.data.messageCreate.message.sid).toBe(row.sid);
  expect(posts()).toBe(1);
});

describe('a kill', () => {
  const FLEET = sid('HF', 1);
  const sim = (n: number, more = {}) => ({
    ...{ sid: sid('HS', n), account_sid: ACCOUNT, fleet_sid: FLEET, status: 'ready', unique_name: null },
    ...more,
  });
  const UPDATE = `mutation($key: String!) { supersimSimsUpdate(idempotencyKey: $key, filter: { fleetSid: { eq: "${FLEET}" } },
    input: { status: ACTIVE }, limit: 10) { results { sid outcome operationId userErrors { code } } } }`;
  const busy = [429, { code: 20429, message: 'Too Many Requests', status: 429 }, { 'retry-after': '10' }] as const;
  const sent: string[] = [];
  /** By what was sent: an answer, or none. */
  let answers: Record<string, 'works' | 'hangs' | 'busy'> = {};
  const script: Script = ({ method, path: at, form }) => {
    if (method === 'GET')
      return at.endsWith('/Sims')
        ? { sims: [1, 2, 3, 4].map((n) => sim(n)), meta: { key: 'sims', next_page_url: null } }
        : at.startsWith('/v1/Sims/')
          ? { ...sim(1), sid: at.slice(-34) }
          : page('messages', []);
    const what = form.get('Body') ?? at.slice(-34);
    sent.push(what);
    if (answers[what] === 'hangs') return () => undefined;
    if (answers[what] === 'busy') return [...busy];
    return form.has('Body') ? [201, message(1, { body: what })] : [202, { ...sim(1, { status: 'active' }), sid: what }];
  };

  test('in the middle of an update by filter loses no row and repeats none; what Twilio refused with 429 is sent again', async () => {
    const state = newState();
    const [one, two, three, four] = [1, 2, 3, 4].map((n) => sid('HS', n)) as [string, string, string, string];
    answers = { [one]: 'works', [two]: 'hangs', [three]: 'busy', [four]: 'works', Kept: 'busy', Alone: 'busy' };
    twilio.play(script);
    const settings = { TWILIO_PRODUCTS: 'api,supersim' };
    const first = await start(state, settings);
    const cutOff = [
      ask(first.url, UPDATE, { key: 'fleet' }).catch(() => 'cut off'),
      ask(first.url, SEND, { key: 'busy' }).catch(() => 'cut off'),
      ask(first.url, UNKEYED, {}).catch(() => 'cut off'),
    ];
    const keyed = async () => (await ask(first.url, OUTCOME, { key: 'busy' })).data.operation;
    await expect.poll(() => [...sent].sort()).toEqual([one, two, three, four, 'Kept', 'Alone'].sort());
    // It is known to be refused, and waits.
    await expect.poll(async () => (await keyed())?.state).toBe('QUEUED');
    const { id } = await keyed();
    let listed: string[][] = [];
    const states = async () => {
      listed = await operations(state);
      return listed.map((line) => line[0]).sort();
    };
    await expect.poll(states).toEqual(['QUEUED', 'QUEUED', 'QUEUED', 'SENDING']);
    const alone = listed.find((line) => line[1] === 'Message create' && line.at(-1) !== id)?.at(-1);
    first.child.kill('SIGKILL');
    expect(await Promise.all(cutOff)).toEqual(['cut off', 'cut off', 'cut off']);
    await first.ended;

    answers = {};
    sent.length = 0;
    const second = await start(state, settings);
    const [{ data, extensions }, message] = await Promise.all([
      ask(second.url, UPDATE, { key: 'fleet' }),
      ask(second.url, SEND, { key: 'busy' }),
    ]);
    expect(data.supersimSimsUpdate.results).toEqual([
      { sid: one, outcome: 'DONE', operationId: null, userErrors: [] },
      { sid: two, outcome: 'UNKNOWN', operationId: expect.any(String), userErrors: [{ code: 'OUTCOME_UNKNOWN' }] },
      { sid: three, outcome: 'DONE', operationId: null, userErrors: [] },
      { sid: four, outcome: 'DONE', operationId: null, userErrors: [] },
    ]);
    expect(extensions.idempotency).toEqual({ key: 'fleet', replayed: false });
    expect(message.errors).toBeUndefined();
    expect(message.data.messageCreate.message.sid).toBe(sid('SM', 1));
    expect([...sent].sort()).toEqual([three, 'Kept'].sort());
    const query = 'query($id: ID!) { operation(id: $id) { state sentAt } }';
    const outcome = async () => (await ask(second.url, query, { id: alone })).data.operation;
    await expect.poll(outcome).toEqual({ state: 'CANCELLED', sentAt: null });
    expect(sent).toHaveLength(2);
    const [unknown] = await operations(state, '--unresolved');
    expect(unknown).toEqual(expect.arrayContaining(['UNKNOWN', data.supersimSimsUpdate.results[1].operationId]));
  });
});

describe('a store that cannot be used', () => {
  const isNoStore = (state: string) => writeFileSync(join(state, 'store.db'), 'x'.repeat(8192));

  test('ends the start with one line', async () => {
    const state = newState();
    isNoStore(state);
    const { ended, out, err } = run(settingsIn(state));
    expect([await ended, out()]).toEqual([1, '']);
    expect(err()).toMatch(
      /^TWILIO_GRAPHQL_STATE: .*store\.db cannot be opened as the store: it is damaged, or no store.*\n$/,
    );
  });

  test.each<[what: string, make: (state: string) => unknown, folder: string, says: RegExp]>([
    ['no store', isNoStore, '', /damaged, or no store/],
    ['a folder', (state) => mkdir(join(state, 'store.db')), '', /or it is a folder/],
    ['in a file', (state) => writeFileSync(join(state, 'in'), ''), 'in', /its folder is a file/],
  ])('says what is wrong: %s', async (_what, make, folder, says) => {
    const state = newState();
    await make(state);
    await expect(startAgainst(twilio.url, { TWILIO_GRAPHQL_STATE: join(state, folder) })).rejects.toThrow(says);
  });
});
