/** What queries cost in upstream transactions, with the stand-in's count as the witness: never more than the table. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chance } from '../support/chance.ts';
import { leaveOnce } from '../support/leaving.ts';
import { call, message, number, page, path, recording, refusal, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst, type TestServer } from '../support/server.ts';
import { type Seen, type StandIn, startStandIn } from '../support/standIn.ts';

let twilio: StandIn;
let server: TestServer;
beforeAll(async () => {
  twilio = await startStandIn();
});
// What a server has learned of its lists must not reach from one test to the next.
beforeEach(async () => {
  server = await startAgainst(twilio.url);
  return () => server.close();
});
afterAll(() => twilio.close());

type Row = Record<string, unknown>;
const rfc = (moment: number) => new Date(moment).toUTCString().replace('GMT', '+0000');
const NOON = Date.UTC(2026, 10, 20, 12);
/** Calls a minute apart, the newest first, each with a recording made a minute into it. */
const calls = Array.from({ length: 60 }, (_, i) =>
  call(i + 1, { start_time: rfc(NOON - i * 60_000), date_created: rfc(NOON - i * 60_000) }),
);
const recordings = calls.map((one, i) =>
  recording(i + 1, { call_sid: one.sid, date_created: rfc(NOON - i * 60_000 + 60_000) }),
);

const within = (rows: readonly Row[], query: URLSearchParams, parameter: string, field: string) =>
  rows.filter((row) => {
    const at = Date.parse(String(row[field]));
    const [from, to] = [query.get(`${parameter}>`), query.get(`${parameter}<`)];
    return (!from || at >= Date.parse(from)) && (!to || at <= Date.parse(to));
  });
/** A Twilio with these rows: lists with the filters used here, and Gets. */
const scriptOf =
  (gone: readonly string[] = [], broken: readonly string[] = []) =>
  ({ path: at, query }: Seen) => {
    const own = /\/(\w\w[0-9a-f]{32})\.json$/.exec(at)?.[1];
    if (own && gone.includes(own)) return refusal(20404, 'Not found', 404);
    if (own && broken.includes(own)) return refusal(20003, 'Forbidden', 403);
    const alive = (rows: readonly Row[]) => rows.filter((row) => ![...gone, ...broken].includes(String(row.sid)));
    if (at.endsWith('/Calls.json'))
      return page(
        'calls',
        within(alive(calls), query, 'StartTime', 'start_time').slice(0, Number(query.get('PageSize'))),
      );
    if (at.endsWith('/Recordings.json')) {
      const ofCall = query.get('CallSid');
      const rows = within(alive(recordings), query, 'DateCreated', 'date_created').filter(
        (row) => !ofCall || row.call_sid === ofCall,
      );
      return page('recordings', rows.slice(0, Number(query.get('PageSize'))));
    }
    if (at.endsWith('/Conferences.json'))
      return page(
        'conferences',
        Array.from({ length: 50 }, (_, n) => ({ sid: sid('CF', n), account_sid: ACCOUNT, date_created: rfc(NOON) })),
      );
    if (at.endsWith('/Participants.json')) {
      const n = Number.parseInt(at.slice(-45, -18), 16) || 0;
      return page(
        'participants',
        [0, 1].map((k) => ({
          call_sid: sid('CA', ((n + k) % 60) + 1),
          conference_sid: sid('CF', n),
          date_created: rfc(NOON),
        })),
      );
    }
    if (at.endsWith('/IncomingPhoneNumbers.json'))
      return page(
        'incoming_phone_numbers',
        alive(
          Array.from({ length: 300 }, (_, n) => number(n, { phone_number: `+1555010${String(n).padStart(4, '0')}` })),
        ),
      );
    if (at.endsWith('/Messages.json'))
      return page(
        'messages',
        Array.from({ length: 100 }, (_, n) => message(n, { from: `+1555010${String(n).padStart(4, '0')}` })),
      );
    return (
      calls.find((row) => row.sid === own) ??
      recordings.find((row) => row.sid === own) ?? { sid: own, account_sid: ACCOUNT }
    );
  };
const play = (...missing: Parameters<typeof scriptOf>) => twilio.play(scriptOf(...missing));

describe('the table', () => {
  const aliases = (count: number, field: (n: number) => string) =>
    `{ ${Array.from({ length: count }, (_, n) => `a${n}: ${field(n)}`).join(' ')} }`;
  const rows: [what: string, query: string, most: number][] = [
    ['50 recordings, each with its call', '{ recordings(first: 50) { nodes { sid call { sid status } } } }', 3],
    ['one call under 10 aliases', aliases(10, () => `call(sid: "${sid('CA')}") { sid }`), 1],
    ['200 numbers by SID', aliases(200, (n) => `incomingPhoneNumber(sid: "${sid('PN', n)}") { phoneNumber }`), 1],
    ['50 calls, each with its recordings', '{ calls(first: 50) { nodes { sid recordings { nodes { sid } } } } }', 3],
    ["100 messages, each with the account's number", '{ messages(first: 100) { nodes { fromNumber { sid } } } }', 2],
    [
      '50 conferences with participants and their calls',
      '{ conferences(first: 50) { nodes { participants(first: 2) { nodes { call { sid status } } } } } }',
      54,
    ],
    ['1,000 calls', '{ calls(first: 1000) { nodes { sid } } }', 1],
  ];
  test.each(rows)('%s', async (_what, query, most) => {
    play();
    const { errors } = await server.ask(query);
    expect(errors).toEqual([]);
    expect(twilio.seen.length).toBeLessThanOrEqual(most);
  });
  test('50 recordings of 10 calls, each with its call', async () => {
    const answer = scriptOf();
    const ofTen = recordings.slice(0, 50).map((row, i) => ({ ...row, call_sid: calls[i % 10]?.sid }));
    twilio.play((seen) => (seen.path.endsWith('/Recordings.json') ? page('recordings', ofTen) : answer(seen)));
    const { data } = await server.ask('{ recordings(first: 50) { nodes { callSid call { sid } } } }');
    for (const { callSid, call } of data.recordings.nodes) expect(call).toEqual({ sid: callSid });
    expect(twilio.seen.length).toBeLessThanOrEqual(3);
  });
  test.each([
    ['its rows', 'calls(first: 20) { nodes { sid } }', 1],
    ['its count', 'calls { totalCount }', 3],
    ['rows and count in turn', 'calls(first: 20) { nodes { sid } totalCount }', 3],
    ['an order of its own', 'calls(orderBy: [{ field: PRICE }]) { nodes { sid } }', 3],
    ['a filter', 'calls(filter: { duration: { gte: 0 } }) { totalCount aggregate { sum(field: PRICE) } }', 3],
    ['a list of each row', 'account { calls { totalCount nodes { sid } } }', 3],
  ])('one list under 100 aliases: %s', async (_what, field, transactions) => {
    const pages = [0, 1, 2].map((n) => Array.from({ length: 1000 }, (_, i) => call(n * 1000 + i)));
    twilio.play(({ path: at, query }) => {
      if (!at.endsWith('/Calls.json')) return { sid: ACCOUNT };
      const n = Number(query.get('Page') ?? 0);
      const size = Number(query.get('PageSize'));
      return page(
        'calls',
        pages[n]?.slice(0, size) ?? [],
        n < 2 ? `${path('Calls')}?PageSize=1000&Page=${n + 1}` : null,
      );
    });
    const { data, errors } = await server.ask(aliases(100, () => field));
    expect(errors).toEqual([]);
    expect(new Set(Object.values(data).map((each) => JSON.stringify(each))).size).toBe(1);
    expect(twilio.seen.filter(({ path: at }) => at.endsWith('/Calls.json'))).toHaveLength(transactions);
  });
  test('32 clients asking the same list while it is being read', async () => {
    let release = () => {};
    const released = new Promise<void>((go) => {
      release = go;
    });
    twilio.play(async () => {
      await released;
      return page('calls', calls);
    });
    const asked = Array.from({ length: 32 }, () => server.ask('{ calls(first: 20) { nodes { sid } } }'));
    // What was sent before has arrived when later requests have been answered.
    for (let i = 0; i < 3; i++) await server.ask('{ __typename }');
    release();
    expect(new Set((await Promise.all(asked)).map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(twilio.seen).toHaveLength(1);
  });
  test('32 clients asking the same list of a Twilio that answers at once share most reads', async () => {
    twilio.play(() => page('calls', calls));
    const asked = Array.from({ length: 32 }, () => server.ask('{ calls(first: 20) { nodes { sid } } }'));
    expect(new Set((await Promise.all(asked)).map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(twilio.seen.length).toBeLessThanOrEqual(16);
  });
  test('a client that has an answer and asks again gets a new one, also among many clients', async () => {
    for (let round = 1; round <= 20; round++) {
      twilio.play(() => page('calls', [call(round)]));
      const ask = () => server.ask('{ calls(first: 20) { nodes { sid } } }');
      const answers = await Promise.all(Array.from({ length: 4 }, ask));
      for (const { data } of answers) expect(data.calls.nodes).toEqual([{ sid: sid('CA', round) }]);
    }
  });
});

test('the calls of recordings are those of single Gets, whatever is gone or fails', async () => {
  const random = chance(5);
  for (let round = 0; round < 15; round++) {
    const fresh = await startAgainst(twilio.url);
    const some = (most: number) => Array.from({ length: random.below(most) }, () => sid('CA', random.below(60) + 1));
    const [gone, broken] = [some(20), some(5)];
    play(gone, broken);
    const first = 1 + random.below(50);
    const { data, errors } = await fresh.ask(
      `{ recordings(first: ${first}) { nodes { callSid call { sid duration } } } }`,
    );
    const failed = new Set<number>(errors.map(({ path: at }) => Number(at?.[2])));
    data.recordings.nodes.forEach((node: { callSid: string; call: Row | null }, i: number) => {
      const isGone = gone.includes(node.callSid);
      expect(node.call).toEqual(isGone || broken.includes(node.callSid) ? null : { sid: node.callSid, duration: 90 });
      expect(failed.has(i)).toBe(!isGone && broken.includes(node.callSid));
    });
    const distinct = new Set(data.recordings.nodes.map((node: { callSid: string }) => node.callSid));
    expect(twilio.seen.length).toBeLessThanOrEqual(1 + distinct.size + 1);
    await fresh.close();
  }
});

test('a page that is read for several lists is reported with their list', async () => {
  play();
  const { text } = await server.ask('{ calls(first: 20) { nodes { recordings { nodes { sid } } } } }');
  expect(JSON.parse(text).extensions.lists).toEqual([
    { list: 'calls', pushedDown: [], rowsScanned: 20, transactions: 1 },
    { list: 'calls.nodes.recordings', pushedDown: ['DateCreated>'], rowsScanned: 21, transactions: 1 },
  ]);
  expect(twilio.seen).toHaveLength(2);
});

test('the recordings of calls are those of single lists, with cursors that go on', async () => {
  play([sid('RE', 3)]);
  const { data, errors } = await server.ask(
    '{ calls(first: 20) { nodes { sid recordings(first: 1) { totalCount nodes { sid } pageInfo { hasNextPage endCursor } } } } }',
  );
  expect(errors).toEqual([]);
  expect(twilio.seen).toHaveLength(2);
  data.calls.nodes.forEach(
    (node: { sid: string; recordings: { nodes: { sid: string }[]; totalCount: number } }, i: number) => {
      const own = i === 2 ? [] : [{ sid: sid('RE', i + 1) }];
      expect(node.recordings).toMatchObject({ nodes: own, totalCount: own.length, pageInfo: { hasNextPage: false } });
    },
  );
  const { endCursor } = data.calls.nodes[0].recordings.pageInfo;
  const rest = await server.ask(
    `{ call(sid: "${sid('CA')}") { recordings(first: 1, after: "${endCursor}") { nodes { sid } } } }`,
  );
  expect(rest.data.call.recordings.nodes).toEqual([]);
});

test('a list too long for a page is not read for children, nor tried again at once', async () => {
  twilio.play(({ path: at, query }) => {
    if (at.endsWith('/Calls.json')) return page('calls', calls.slice(0, 10));
    const ofCall = query.get('CallSid');
    return ofCall
      ? page(
          'recordings',
          recordings.filter((row) => row.call_sid === ofCall),
        )
      : page('recordings', recordings, `${path('Recordings')}?Page=1`);
  });
  const query = '{ calls(first: 10) { nodes { sid recordings { nodes { callSid } } } } }';
  for (const most of [12, 11]) {
    twilio.seen.length = 0;
    const { data } = await server.ask(query);
    for (const node of data.calls.nodes) expect(node.recordings.nodes).toEqual([{ callSid: node.sid }]);
    expect(twilio.seen).toHaveLength(most);
  }
});

describe('reads in flight are shared', () => {
  /** Reads are answered once the returned function is called. */
  const held = () => {
    let release = () => {};
    const released = new Promise<void>((go) => {
      release = go;
    });
    twilio.play(async ({ method }) => {
      if (method === 'GET') await released;
      return call(1);
    });
    return release;
  };
  /** What was sent before has arrived when a later request has been answered. */
  const arrived = () => server.ask('{ __typename }');
  const GET = `{ call(sid: "${sid('CA')}") { sid } }`;
  test('but not with one that begins after a write', async () => {
    const release = held();
    const gets = () => twilio.seen.filter(({ method }) => method === 'GET').length;
    const before = server.ask(GET);
    await expect.poll(gets).toBe(1);
    await server.ask(`mutation { callUpdate(sid: "${sid('CA')}", input: { status: COMPLETED }) { call { sid } } }`);
    const after = server.ask(GET);
    await expect.poll(gets).toBe(2);
    release();
    for (const { errors } of await Promise.all([before, after])) expect(errors).toEqual([]);
    expect(gets()).toBe(2);
  });
  test('nor with one that began while a write was under way', async () => {
    let releaseWrite = () => {};
    const written = new Promise<void>((go) => {
      releaseWrite = go;
    });
    let releaseReads = () => {};
    const read = new Promise<void>((go) => {
      releaseReads = go;
    });
    twilio.play(async ({ method }) => {
      await (method === 'GET' ? read : written);
      return call(1);
    });
    const sent = (wanted: string) => twilio.seen.filter(({ method }) => method === wanted).length;
    const write = server.ask(
      `mutation { callUpdate(sid: "${sid('CA')}", input: { status: COMPLETED }) { call { sid } } }`,
    );
    await expect.poll(() => sent('POST')).toBe(1);
    const meanwhile = server.ask(GET);
    await expect.poll(() => sent('GET')).toBe(1);
    releaseWrite();
    expect((await write).errors).toEqual([]);
    const after = server.ask(GET);
    await expect.poll(() => sent('GET')).toBe(2);
    releaseReads();
    for (const { errors } of await Promise.all([meanwhile, after])) expect(errors).toEqual([]);
  });
  test('and go on for one client when another leaves', async () => {
    const release = held();
    let staying = Promise.resolve({} as Awaited<ReturnType<typeof server.ask>>);
    await leaveOnce(
      () => twilio.seen.length === 1,
      (signal) => {
        const leaving = server.ask(GET, {}, signal);
        staying = server.ask(GET);
        return leaving;
      },
    );
    await arrived();
    release();
    expect((await staying).data.call.sid).toBe(sid('CA'));
    expect(twilio.seen).toHaveLength(1);
  });
  test('and failures are not kept', async () => {
    twilio.play((_request, index) => (index === 0 ? refusal(20003, 'No', 403) : call(1)));
    expect((await server.ask(GET)).errors).toHaveLength(1);
    expect((await server.ask(GET)).errors).toHaveLength(0);
  });
});
