/** The limiter as Twilio would see it: arrivals at a stand-in, none of them from the server's own word. */
import { describe, expect, test } from 'vitest';
import { closedAfterAll } from '../support/hooks.ts';
import { leaveOnce } from '../support/leaving.ts';
import { queued } from '../support/queue.ts';
import { call, message, page, path, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst, startTestServer, type TestServer } from '../support/server.ts';
import { type Script, startStandIn } from '../support/standIn.ts';
import { asSeen, densest, startWitness } from '../support/witness.ts';

const twilio = closedAfterAll(await startStandIn());
const witness = closedAfterAll(await startWitness());

const SEND = 'mutation { messageCreate(input: { to: "+1555", from: "+1555", body: "x" }) { message { sid } } }';
/** The call that was asked for, or a message that was sent. */
const answer: Script = ({ method, path: at }) =>
  method === 'POST' ? [201, message(1)] : call(1, { sid: /CA[0-9a-f]+/.exec(at)?.[0] });
const gets = (from: number, count: number) =>
  `{ ${Array.from({ length: count }, (_, i) => `c${i}: call(sid: "${sid('CA', from + i)}") { sid }`).join(' ')} }`;

describe('never more in any second', () => {
  const isHeldUp = async (run: () => Promise<void>): Promise<void> => {
    const block = () => {
      const until = performance.now() + 60;
      while (performance.now() < until);
    };
    const timer = setInterval(block, 100);
    await run().finally(() => clearInterval(timer));
  };
  test.each([
    ['when nothing else happens', (run: () => Promise<void>) => run()],
    ['when the event loop is held up', isHeldUp],
  ])('%s', async (_, during) => {
    const server = await startAgainst(witness.url, { TWILIO_TPS_PER_NODE: '25' });
    // Only on connections that are open already does the witness know when something has come.
    await witness.reset(500);
    expect((await server.ask(gets(1000, 25))).errors).toEqual([]);
    await witness.reset();
    await during(async () => {
      const { errors } = await server.ask(gets(0, 130));
      expect(errors).toEqual([]);
    });
    const arrivals = await witness.arrivals();
    expect(arrivals).toHaveLength(130);
    expect(densest(arrivals)).toBeLessThanOrEqual(25);
    expect(densest(asSeen(arrivals))).toBeGreaterThanOrEqual(24);
    await server.close();
  });
});

test('25 at once after idle, and all in order', async () => {
  const server = await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '25' });
  // Nobody is answered before all of the first 25 are there.
  const held: (() => void)[] = [];
  twilio.play(async (request, index) => {
    if (index < 24) await new Promise<void>((go) => held.push(go));
    if (index === 24) for (const go of held) go();
    return answer(request, index);
  });
  expect((await server.ask(gets(0, 80))).errors).toEqual([]);
  const order = twilio.seen.map(({ path }) => Number.parseInt(path.slice(-10, -5), 16));
  const generations = order.map((n) => Math.floor(n / 25));
  expect(generations).toEqual([...generations].sort((a, b) => a - b));
  await server.close();
});

describe('nothing goes round it', () => {
  const next = `${path('Messages')}?Page=1`;
  const file = (server: TestServer) =>
    fetch(new URL(`/media/recordings/${ACCOUNT}/${sid('RE')}.mp3`, server.url)).then((got) => got.arrayBuffer());
  test.each<[what: string, transactions: number, run: (server: TestServer) => Promise<unknown>, script: Script]>([
    [
      'a retry',
      2,
      (server) => server.ask(gets(0, 1)),
      (request, index) =>
        index === 0 ? [429, { code: 20429, message: 'Slow down', status: 429 }] : answer(request, index),
    ],
    [
      'a next page',
      2,
      (server) => server.ask('{ messages { totalCount } }'),
      ({ query }) => page('messages', [message(1)], query.get('Page') === '1' ? null : next),
    ],
    [
      'a file and where it is redirected',
      2,
      file,
      (_, index) => (index === 0 ? [307, undefined, { location: '/elsewhere' }] : [200, 'sound']),
    ],
    ['a write', 2, (server) => server.ask(SEND).then(() => server.ask(SEND)), answer],
  ])('%s counts', async (_, transactions, run, script) => {
    const server = await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '1' });
    twilio.play(script);
    const began = performance.now();
    await run(server);
    expect(twilio.seen).toHaveLength(transactions);
    expect(performance.now() - began).toBeGreaterThanOrEqual((transactions - 1) * 1000);
    await server.close();
  });

  test('the sandbox counts', async () => {
    const server = await startTestServer({ TWILIO_TPS_PER_NODE: '1' });
    const began = performance.now();
    const { errors } = await server.ask('{ account { sid } calls(first: 1) { nodes { sid } } }');
    expect(errors).toEqual([]);
    expect(performance.now() - began).toBeGreaterThanOrEqual(1000);
    await server.close();
  });
});

describe('fair', () => {
  /** A second's worth that is on its way, and as much again for each second that a busy machine keeps the request. */
  const FEW = 200;
  test('a caller with 2,000 waiting holds up nobody, and uses no transaction once it has gone', async () => {
    const patient = { TWILIO_QUEUE_WAIT_MS: '600000', TWILIO_OPERATION_TIMEOUT_MS: '600000' };
    const settings = { TWILIO_TPS_PER_NODE: '25', TWILIO_MAX_COST: '5000', ...patient };
    const server = await startAgainst(twilio.url, settings);
    twilio.play(answer);
    const leaving = new AbortController();
    const ids = Array.from({ length: 2000 }, (_, i) =>
      Buffer.from(`Call:${ACCOUNT}/${sid('CA', i)}`).toString('base64url'),
    );
    const wanted = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const greedy = server.ask(wanted, { ids }, leaving.signal).catch(() => 'left');
    await expect.poll(() => twilio.seen.length).toBeGreaterThanOrEqual(25);
    /** How many of the others' arrive before it. */
    const othersBefore = async (query: string, isIt: (path: string, method: string) => boolean) => {
      const then = twilio.seen.length;
      expect((await server.ask(query)).errors).toEqual([]);
      return twilio.seen.findIndex(({ path, method }) => isIt(path, method)) - then;
    };
    for (let i = 0; i < 5; i++) {
      const own = sid('CA', 5000 + i);
      expect(await othersBefore(gets(5000 + i, 1), (at) => at.includes(own))).toBeLessThanOrEqual(FEW);
    }
    expect(await othersBefore(SEND, (_, method) => method === 'POST')).toBeLessThanOrEqual(FEW);
    leaving.abort();
    expect(await greedy).toBe('left');
    await expect.poll(() => queued(server)).toBe(0);
    // Those of the greedy client that had left before it did are followed by this one, and by no other of theirs.
    const last = sid('CA', 9000);
    expect((await server.ask(gets(9000, 1))).errors).toEqual([]);
    expect(twilio.seen.at(-1)?.path).toContain(last);
    await server.close();
  });

  test('writes that cost money go before reads, and reads before the pages of a search', async () => {
    const server = await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '2' });
    const next = `${path('Messages')}?Page=`;
    twilio.play((request, index) => {
      if (!request.path.endsWith('Messages.json')) return answer(request, index);
      const number = Number(request.query.get('Page') ?? 0);
      return request.method === 'POST'
        ? [201, message(1)]
        : page('messages', [message(number)], number < 8 ? `${next}${number + 1}` : null);
    });
    const search = Array.from({ length: 8 }, () => server.ask('{ messages { totalCount } }'));
    await expect.poll(() => twilio.seen.length).toBeGreaterThanOrEqual(2);
    const reads = server.ask(gets(0, 6));
    await expect.poll(() => queued(server)).toBeGreaterThanOrEqual(5);
    const then = twilio.seen.length;
    const write = server.ask(SEND);
    await Promise.all([...search, reads, write]);
    const order = twilio.seen.slice(then).map(({ method, path }) => {
      if (method === 'POST') return 'paid';
      return path.endsWith('Messages.json') ? 'scan' : 'read';
    });
    // Those of one second may have been on their way.
    const paid = order.indexOf('paid');
    expect(paid).toBeLessThanOrEqual(2);
    const left = order.slice(paid + 1);
    const isRead = (kind: string) => kind === 'read';
    const some = left.filter(isRead).length;
    expect(left.slice(0, some + 1).filter(isRead).length).toBeGreaterThanOrEqual(some - 1);
    await server.close();
  });

  test('who asks for what another has begun to ask for does not wait for the other', async () => {
    const server = await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '5' });
    twilio.play(answer);
    const leaving = new AbortController();
    const greedy = server.ask(gets(0, 100), {}, leaving.signal).catch(() => 'left');
    await expect.poll(() => twilio.seen.length).toBeGreaterThanOrEqual(5);
    const { data } = await server.ask(gets(95, 1));
    expect(data.c0.sid).toBe(sid('CA', 95));
    // By its own turn it would be the 96th.
    expect(twilio.seen.findIndex(({ path }) => path.includes(sid('CA', 95)))).toBeLessThanOrEqual(40);
    leaving.abort();
    await greedy;
    await server.close();
  });
});

describe('bounded', () => {
  test('what the queue cannot take is refused at once, and says when to try again', async () => {
    const server = await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '5', TWILIO_QUEUE_LIMIT: '8' });
    /** Of a write that comes when the queue is full, unless a busy machine lets a second go by before it comes. */
    const refusal = async () => {
      twilio.play(answer);
      const some = server.ask(gets(100, 5));
      await expect.poll(() => twilio.seen.length).toBe(5);
      const many = server.ask(gets(0, 20));
      await expect.poll(async () => twilio.seen.length > 5 || (await queued(server)) === 8).toBe(true);
      const isFull = twilio.seen.length === 5;
      const refused = await server.ask(SEND);
      const isInTime = isFull && twilio.seen.length === 5;
      expect((await some).errors).toEqual([]);
      return { isInTime, refused, errors: (await many).errors };
    };
    let given = await refusal();
    while (!given.isInTime) given = await refusal();
    const [error] = given.refused.errors;
    expect(error?.extensions).toEqual({ code: 'THROTTLED', retryAfter: expect.any(Number) });
    expect(error?.extensions.retryAfter).toBeGreaterThanOrEqual(1);
    expect(given.errors.length).toBe(12);
    expect(new Set(given.errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['THROTTLED']));
    expect(twilio.seen.some(({ method }) => method === 'POST')).toBe(false);
    await server.close();
  });

  test('a write that waits is not sent when its client has gone: who asks again must not pay twice', async () => {
    const server = await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '1' });
    twilio.play(answer);
    const first = server.ask(gets(0, 1));
    await expect.poll(() => twilio.seen.length).toBe(1);
    await leaveOnce(
      async () => (await queued(server)) === 1,
      (signal) => server.ask(SEND, {}, signal),
    );
    await first;
    await server.ask(SEND);
    await server.ask(gets(1, 1));
    expect(twilio.seen.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
    await server.close();
  });

  test('a write that is on its way is finished when its client has gone', async () => {
    const server = await startAgainst(twilio.url);
    const ended: boolean[] = [];
    let release = () => {};
    const held = new Promise<void>((go) => {
      release = go;
    });
    twilio.play(() => async (response) => {
      await held;
      ended.push(!response.destroyed);
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify(message(1)));
    });
    await leaveOnce(
      () => twilio.seen.length === 1,
      (signal) => server.ask(SEND, {}, signal),
    );
    release();
    await expect.poll(() => ended).toEqual([true]);
    await server.close();
  });
});
