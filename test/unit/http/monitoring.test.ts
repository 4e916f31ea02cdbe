/** The routes of health and metrics: who is answered, and what they say of several connections. */
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { ANONYMOUS } from '../../../src/access/index.ts';
import { createAccess } from '../../../src/http/access.ts';
import type { Process, State } from '../../../src/http/health.ts';
import { createMonitoring } from '../../../src/http/monitoring.ts';

const undo: (() => unknown)[] = [];
afterEach(() => {
  for (const each of undo.splice(0)) each();
});

const serve = async (
  states: Record<string, State>,
  { draining = false, boundTo = '127.0.0.1', broken = false } = {},
) => {
  const process: Process = {
    draining,
    connections: Object.entries(states).map(([name, state]) => ({ name, state: async () => state })),
  };
  const reported: unknown[] = [];
  const monitoring = createMonitoring({
    access: createAccess({ boundTo }),
    authentication: { admit: async () => ({ principal: ANONYMOUS }), find: async () => undefined },
    process,
    metrics: async () => {
      if (broken) throw new Error('the number +15005550006 is in here');
      return { type: 'text/plain; version=0.0.4', text: 'a 1\n' };
    },
    report: (_, error) => reported.push(error),
  });
  const server = createServer((asked, response) => {
    if (!monitoring(asked, response)) response.writeHead(418).end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  undo.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const send = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((resolve) => {
      request({ port, path, headers, method, agent: false }, async (response) => {
        let text = '';
        for await (const chunk of response) text += chunk;
        resolve({ status: response.statusCode ?? 0, text, headers: response.headers });
      }).end();
    });
  const state = async (path: string) => {
    const { status, text } = await send(path);
    const { connections = [] } = JSON.parse(text) as { connections?: { name: string; state: string }[] };
    return [status, ...connections.map(({ name, state }) => `${name} ${state}`)];
  };
  return { send, state, reported };
};

test('one ready connection is enough for all, and each answers for itself', async () => {
  const { state } = await serve({ a: 'ready', b: 'suspended', c: 'unauthenticated' });
  expect(await state('/health/ready')).toEqual([200, 'a ready', 'b suspended', 'c unauthenticated']);
  expect(await state('/connections/a/health/ready')).toEqual([200, 'a ready']);
  expect(await state('/connections/b/health/ready?x=1')).toEqual([503, 'b suspended']);
  expect(await state('/connections/d/health/ready')).toEqual([404]);
});

test('nothing is ready any more while the process ends, and it lives all the same', async () => {
  const { state, send } = await serve({ a: 'ready' }, { draining: true });
  expect(await state('/health/ready')).toEqual([503, 'a draining']);
  expect((await send('/health/live')).status).toBe(200);
});

test.each(['/metrics', '/health/live', '/health/ready'])(
  '%s is read by its own origin alone, by GET or HEAD',
  async (path) => {
    const { send } = await serve({ a: 'ready' });
    const { status, text, headers } = await send(path);
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    const head = await send(path, {}, 'HEAD');
    expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', String(text.length)]);
    const post = await send(path, {}, 'POST');
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect((await send(path, { host: 'rebound.example' })).status).toBe(403);
    expect((await send(path, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).status).toBe(403);
    expect((await send(path, { origin: 'https://elsewhere.example' })).status).toBe(403);
  },
);

test('a server that listens everywhere answers a probe by any name', async () => {
  const { send } = await serve({ a: 'ready' }, { boundTo: '0.0.0.0' });
  expect((await send('/health/ready', { host: '10.0.0.7:4000' })).status).toBe(200);
});

test('other paths are left to others', async () => {
  const { send } = await serve({ a: 'ready' });
  for (const path of ['/', '/graphql', '/metrics/', '/health', '/connections/a/b/health/ready'])
    expect((await send(path)).status).toBe(418);
});

test('a failure is logged, not returned', async () => {
  const { send, reported } = await serve({}, { broken: true });
  const { status, text } = await send('/metrics');
  expect([status, reported.length]).toEqual([500, 1]);
  expect(text).not.toContain('15005550006');
});
