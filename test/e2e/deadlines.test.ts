/** The time that an operation may take: nothing starts after it, nobody waits longer, and no write is lost over it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { closedAfterAll, closedAfterTest, serverWithStandIn } from '../support/hooks.ts';
import { clientsThatJoin } from '../support/joined.ts';
import { othersFirst } from '../support/queue.ts';
import { call, message, page, path, refusal, sid } from '../support/rows.ts';
import { startAgainst } from '../support/server.ts';
import type { Answer, Seen } from '../support/standIn.ts';

const { twilio, server } = await serverWithStandIn({ TWILIO_OPERATION_TIMEOUT_MS: '3000' });
const slow = closedAfterAll(await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '1' }));

beforeAll(async () => {
  twilio.play(() => call(1));
  await server.ask(`{ call(sid: "${sid('CA')}") { sid } }`);
});

const sentFor = (name: string, from: number, count: number) =>
  Array.from({ length: count }, (_, n) => path(`${name}/${sid('CA', from + n)}`)).filter((one) =>
    twilio.seen.some(({ path: seen }) => seen === one),
  );
const within = (ms: number) => ({ 'x-request-timeout-ms': String(ms) });
const posts = () => twilio.seen.filter(({ method }) => method === 'POST');
const codesOf = ({ errors }: { errors: readonly { extensions: Record<string, unknown> }[] }) =>
  errors.map(({ extensions }) => extensions.code);

/** Answers requests for which `isHeld` only when `release` is called. */
const holding = (isHeld: (request: Seen) => boolean, answer: (request: Seen) => Answer) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  twilio.play(async (request) => {
    if (isHeld(request)) await released;
    return answer(request);
  });
  return release;
};

describe('a read', () => {
  test('ends with the time of the client or of the server, at its path; the rest of the answer stands', async () => {
    const release = holding(
      ({ path: at }) => !at.endsWith('1.json'),
      ({ path: at }) => call(1, { sid: /CA\w{32}/.exec(at)?.[0] }),
    );
    const ends = async (n: number, headers: Record<string, string>, ms: number) => {
      const [there, late] = [sid('CA', 16 * n + 1), sid('CA', 16 * n + 2)];
      const began = performance.now();
      const query = `{ there: call(sid: "${there}") { sid } late: call(sid: "${late}") { sid } }`;
      const answer = await server.ask(query, {}, undefined, headers);
      expect(performance.now() - began).toBeGreaterThanOrEqual(ms - 2);
      expect(answer.data).toEqual({ there: { sid: there }, late: null });
      expect(answer.errors).toMatchObject([{ path: ['late'], extensions: { code: 'OPERATION_TIMEOUT' } }]);
    };
    await Promise.all([ends(1, within(1500), 1500), ends(2, {}, 3000), ends(3, within(60_000), 3000)]);
    release();
  });

  test('is not started when the time is over', async () => {
    const release = holding(
      ({ path: at }) => at.includes('Recordings'),
      ({ path: at }) => (at.includes('Recordings') ? page('recordings', []) : call(at.includes(sid('CA', 3)) ? 3 : 1)),
    );
    const answer = await server.ask(
      `{ call(sid: "${sid('CA')}") { sid recordings { nodes { sid call { status } } } } }`,
      {},
      undefined,
      within(1500),
    );
    expect(codesOf(answer)).toEqual(['OPERATION_TIMEOUT']);
    release();
    expect((await server.ask(`{ call(sid: "${sid('CA', 3)}") { sid } }`)).errors).toEqual([]);
    expect(twilio.seen.map((request) => request.path)).toEqual([
      path(`Calls/${sid('CA')}`),
      path('Recordings'),
      path(`Calls/${sid('CA', 3)}`),
    ]);
  });

  test('leaves the queue, or is refused at once where its turn would come too late', async () => {
    twilio.play(({ path: at }) => call(1, { sid: /CA\w{32}/.exec(at)?.[0] }));
    const { gone } = await othersFirst(slow);
    const fields = Array.from({ length: 9 }, (_, n) => `c${n}: call(sid: "${sid('CA', n)}") { __typename }`);
    const answer = await slow.ask(`{ ${fields.join(' ')} }`, {}, undefined, within(700));
    expect(answer.errors).toHaveLength(9);
    for (const code of codesOf(answer)) expect(['OPERATION_TIMEOUT', 'THROTTLED']).toContain(code);
    for (const { extensions } of answer.errors)
      if (extensions.code === 'THROTTLED') expect(extensions.retryAfter).toBeGreaterThan(0);
    gone.abort();
    expect((await slow.ask(`{ call(sid: "${sid('CA', 99)}") { sid } }`)).errors).toEqual([]);
    expect(sentFor('Calls', 0, 9)).toEqual([]);
  });

  test('is not repeated where the pause would take too long', async () => {
    twilio.play(() => [503, {}, { 'retry-after': '5' }]);
    const answer = await server.ask(`{ call(sid: "${sid('CA')}") { sid } }`);
    expect(answer.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_ERROR', status: 503, retryAfter: 5 } }]);
    expect(twilio.seen).toHaveLength(1);
  });

  test('keeps its own time where it joins another', async () => {
    const release = holding(
      () => true,
      () => page('calls', [call(1)]),
    );
    const joined = await clientsThatJoin(server, 1);
    const CALLS = '{ calls(first: 1) { nodes { sid } } }';
    const short = server.ask(CALLS, {}, undefined, within(1500));
    await expect.poll(() => twilio.seen.length).toBe(1);
    const long = server.ask(CALLS);
    await joined();
    expect(codesOf(await short)).toEqual(['OPERATION_TIMEOUT']);
    release();
    expect((await long).data).toEqual({ calls: { nodes: [{ sid: sid('CA', 1) }] } });
    expect(twilio.seen).toHaveLength(1);
  });

  test('that is joined by a client with more time goes on in the time of that client', async () => {
    const patient = closedAfterTest(await startAgainst(twilio.url));
    twilio.play(() => page('calls', [call(1)]));
    const CALLS = '{ calls(first: 1) { nodes { sid } } }';
    await patient.ask(CALLS);
    let release = () => {};
    const released = new Promise<void>((go) => {
      release = go;
    });
    twilio.play(async (_request, index): Promise<Answer> => {
      if (index > 0) return page('calls', [call(1)]);
      await released;
      return [429, { code: 20429, message: 'Slow down', status: 429 }, { 'retry-after': '2' }];
    });
    const joined = await clientsThatJoin(patient, 1);
    const short = patient.ask(CALLS, {}, undefined, within(1500));
    await expect.poll(() => twilio.seen.length).toBe(1);
    const long = patient.ask(CALLS);
    await joined();
    release();
    expect((await short).errors).toHaveLength(1);
    expect((await long).data).toEqual({ calls: { nodes: [{ sid: sid('CA', 1) }] } });
    expect(twilio.seen).toHaveLength(2);
  });

  test.each(['soon', '-5', '0', '1.5'])('with a header of %s is refused', async (given) => {
    twilio.play(() => call(1));
    const { status, errors } = await server.ask(`{ call(sid: "${sid('CA')}") { sid } }`, {}, undefined, {
      'x-request-timeout-ms': given,
    });
    expect(status).toBe(400);
    expect(errors[0]?.message).toContain('X-Request-Timeout-Ms');
    expect(twilio.seen).toEqual([]);
  });
});

describe('a write', () => {
  const send = (key?: string) =>
    `messageCreate(${key ? `idempotencyKey: "${key}", ` : ''}input: { to: "+15550100002", from: "+15550100001", body: "x" }) { message { sid } userErrors { code } }`;

  test.each([
    ['without a key', undefined],
    ['with a key', 'deadline-1'],
  ])('of the journal %s that has left goes on, and its outcome can be asked for', async (_name, key) => {
    const release = holding(
      ({ method }) => method === 'POST',
      () => [201, message(7)],
    );
    const answer = await server.ask(
      `mutation { a: ${send(key)} b: ${send(key && `${key}-b`)} }`,
      {},
      undefined,
      within(1500),
    );
    expect(answer.data).toEqual({ a: null, b: null });
    expect(answer.errors).toMatchObject([
      { path: ['a'], extensions: { code: 'OUTCOME_UNKNOWN', outcome: 'UNKNOWN', operationId: expect.any(String) } },
      { path: ['b'], extensions: { code: 'OPERATION_TIMEOUT' } },
    ]);
    expect(answer.errors[1]?.extensions.outcome).toBeUndefined();
    release();
    const id = answer.errors[0]?.extensions.operationId;
    const stateOf = async () =>
      (await server.ask('query($id: ID!) { operation(id: $id) { state message { sid } } }', { id })).data.operation;
    await expect.poll(stateOf).toEqual({ state: 'DONE', message: { sid: sid('SM', 7) } });
    expect(posts()).toHaveLength(1);
  });

  const endings: Readonly<Record<string, readonly [Answer, lines: number]>> = {
    'is carried out': [[201, message(7)], 1],
    'fails with 500': [[500, { message: 'broken' }], 2],
    'is cut off': [(response) => response.destroy(), 2],
  };
  test.each(Object.entries(endings))(
    'of the journal that %s later is one in the log and in the answer',
    async (_how, [end, lines]) => {
      const release = holding(
        ({ method }) => method === 'POST',
        ({ method }) => (method === 'POST' ? end : page('messages', [])),
      );
      const before = server.logged.length;
      const key = `deadline-${_how}`;
      const [one, joined] = await Promise.all([
        server.ask(`mutation { it: ${send(key)} }`, {}, undefined, within(1500)),
        server.ask(`mutation { it: ${send(key)} }`, {}, undefined, within(1000)),
      ]);
      const { correlationId } = one.errors[0]?.extensions ?? {};
      expect(correlationId).toEqual(expect.any(String));
      expect(joined.errors).toMatchObject([{ extensions: { code: 'OUTCOME_UNKNOWN', correlationId } }]);
      release();
      const idsInLog = () =>
        server.logged
          .slice(before)
          .map((line) => line as { event?: string; entity?: string; correlationId?: string })
          .filter(({ event, entity }) => event === 'unknown outcome' && entity === 'Message')
          .map((line) => line.correlationId);
      await expect.poll(idsInLog).toEqual(Array.from({ length: lines + 1 }, () => correlationId));
    },
  );

  test.each(['create', 'by filter'])('that the journal does not keep has an unknown outcome: %s', async (kind) => {
    const release = holding(
      ({ method }) => method !== 'GET',
      ({ method }) => (method === 'GET' ? page('messages', [message(1)]) : [201, { sid: sid('QU') }]),
    );
    const document =
      kind === 'create'
        ? 'mutation { it: queueCreate(input: { friendlyName: "x" }) { queue { sid } } }'
        : 'mutation { it: messagesDelete(filter: { to: { eq: "+15550100002" } }, limit: 5) { results { outcome userErrors { code } } } }';
    const answer = await server.ask(document, {}, undefined, within(1500));
    if (kind === 'create')
      expect(answer.errors).toMatchObject([
        { extensions: { code: 'OPERATION_TIMEOUT', outcome: 'UNKNOWN', correlationId: expect.any(String) } },
      ]);
    else expect(answer.data.it.results).toEqual([{ outcome: 'UNKNOWN', userErrors: [{ code: 'OPERATION_TIMEOUT' }] }]);
    expect(twilio.seen.filter(({ method }) => method !== 'GET')).toHaveLength(1);
    release();
  });

  test('that is still queued is certainly not sent', async () => {
    twilio.play(({ method }) => (method === 'POST' ? [201, message(1)] : refusal(20404, 'no', 404)));
    const { gone } = await othersFirst(slow);
    const answer = await slow.ask(`mutation { it: ${send()} }`, {}, undefined, within(300));
    expect(codesOf(answer)).toEqual([expect.stringMatching(/^(OPERATION_TIMEOUT|THROTTLED)$/)]);
    expect(answer.errors[0]?.extensions.outcome).toBeUndefined();
    gone.abort();
    await slow.ask(`{ call(sid: "${sid('CA', 97)}") { sid } }`);
    expect(posts()).toEqual([]);
  });
});
