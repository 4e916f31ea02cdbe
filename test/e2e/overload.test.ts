/** Many more requests than the limit allows, and clients that leave: what is answered, refused and freed. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { closedAfterTest } from '../support/hooks.ts';
import { queued } from '../support/queue.ts';
import { call, sid } from '../support/rows.ts';
import { startAgainst } from '../support/server.ts';
import { type Seen, startStandIn } from '../support/standIn.ts';

const asked = ({ path }: Seen) => call(1, { sid: /CA[0-9a-f]{32}/.exec(path)?.[0] });
const one = (n: number) => `{ call(sid: "${sid('CA', n)}") { sid } }`;

test('far above the limit, every request that is sent is a good answer, and the others are refused with a time to come again', async () => {
  const twilio = closedAfterTest(await startStandIn());
  const server = closedAfterTest(
    await startAgainst(twilio.url, { TWILIO_QUEUE_WAIT_MS: '2000', TWILIO_TPS_PER_NODE: '5' }),
  );
  twilio.play(asked);
  const answers = Array.from({ length: 400 }, (_, n) => server.ask(one(n)));
  expect((await fetch(new URL('/health/live', server.url))).status).toBe(200);
  const ended = await Promise.all(answers);
  const good = ended.filter(({ errors }) => errors.length === 0);
  const refused = ended.filter(({ errors }) => errors.length > 0);
  for (const { errors } of refused)
    expect(errors[0]?.extensions).toEqual({ code: 'THROTTLED', retryAfter: expect.any(Number) });
  expect(good).toHaveLength(twilio.seen.length);
  expect(good.length).toBeGreaterThanOrEqual(5);
  expect(refused.length).toBeGreaterThan(0);
});

test('200 clients that hang on a stalled upstream and leave free all that they held', async () => {
  const twilio = closedAfterTest(await startStandIn());
  const server = closedAfterTest(await startAgainst(twilio.url));
  let open = 0;
  twilio.play(() => (response) => {
    open++;
    response.once('close', () => open--);
  });
  const leaving = new AbortController();
  const clients = Array.from({ length: 200 }, (_, n) => server.ask(one(n), {}, leaving.signal).catch(() => 'left'));
  await expect.poll(() => open).toBe(200);
  leaving.abort();
  expect(new Set(await Promise.all(clients))).toEqual(new Set(['left']));
  await expect.poll(() => open).toBe(0);
  twilio.play(asked);
  expect((await server.ask(one(1000))).data).toEqual({ call: { sid: sid('CA', 1000) } });
  expect(twilio.seen).toHaveLength(1);
});

test('when clients hang up before their turn, the newest is next: the oldest is about to hang up, too', async () => {
  const twilio = closedAfterTest(await startStandIn());
  const settings = { TWILIO_TPS_PER_NODE: '2', TWILIO_QUEUE_WAIT_MS: '600000', TWILIO_OPERATION_TIMEOUT_MS: '600000' };
  const server = closedAfterTest(await startAgainst(twilio.url, settings));
  twilio.play(asked);
  /** Clients numbered from here on, once most of them are queued. */
  const come = async (from: number, count: number): Promise<AbortController[]> => {
    const before = await queued(server);
    const clients = Array.from({ length: count }, () => new AbortController());
    for (const [n, { signal }] of clients.entries()) server.ask(one(from + n), {}, signal).catch(() => undefined);
    await expect.poll(async () => (await queued(server)) - before).toBeGreaterThan(count / 2);
    return clients;
  };
  const old = await come(1000, 60);
  const young = await come(2000, 20);
  for (const client of old.slice(0, 50)) client.abort();
  await expect.poll(() => queued(server)).toBeLessThan(40);
  const before = twilio.seen.length;
  await expect.poll(() => twilio.seen.length).toBeGreaterThan(before + 3);
  const next = twilio.seen.slice(before + 1, before + 4).map(({ path }) => Number.parseInt(path.slice(-37, -5), 16));
  for (const n of next) expect(n).toBeGreaterThanOrEqual(2000);
  for (const client of [...old, ...young]) client.abort();
});

test('who leaves takes all requests of a connection along, those that wait behind others too: nothing more is sent', async () => {
  const twilio = closedAfterTest(await startStandIn());
  const server = closedAfterTest(await startAgainst(twilio.url, { TWILIO_TPS_PER_NODE: '1' }));
  twilio.play(({ method }) => (method === 'POST' ? [201, { sid: sid('SM', 1), status: 'queued' }] : call(1)));
  const { hostname, port } = new URL(server.url);
  const mutation = `mutation { messageCreate(input: { to: "+15550100001", from: "+15550100002", body: "x" }) { userErrors { code } } }`;
  const body = JSON.stringify({ query: mutation });
  const request = [
    ...['POST /graphql HTTP/1.1', `host: ${hostname}:${port}`, 'content-type: application/json'],
    ...[`content-length: ${Buffer.byteLength(body)}`, '', body],
  ].join('\r\n');
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(request.repeat(20));
  await expect.poll(() => twilio.seen.length).toBeGreaterThan(0);
  await expect.poll(() => queued(server)).toBeGreaterThan(10);
  socket.destroy();
  await expect.poll(() => queued(server)).toBe(0);
  const sent = twilio.seen.length;
  expect(sent).toBeLessThan(8);
  // A later request has its turn: none of those stand before it.
  await server.ask(one(1));
  expect(twilio.seen.filter(({ method }) => method === 'POST')).toHaveLength(sent);
});
