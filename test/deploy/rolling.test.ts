/**
 * A rolling update as Kubernetes does it: two processes behind a balancer are replaced one after the other while reads
 * and writes arrive. A process leaves the balancer first and is told to stop afterwards, which is what preStop is for.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { type Agent, createServer, Agent as HttpAgent, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Run, requireBuild, run, urlOf } from '../support/command.ts';
import { message, page } from '../support/rows.ts';
import { ACCOUNT, TOKEN } from '../support/server.ts';
import { type StandIn, startStandIn } from '../support/standIn.ts';

const REQUESTS = 500;
const EVERY_MS = 20;

let twilio: StandIn;
beforeAll(async () => {
  requireBuild();
  twilio = await startStandIn();
});
afterAll(() => twilio.close());

interface Node {
  readonly process: Run;
  readonly url: URL;
  /** Requests that the balancer has sent it and that have no answer yet. */
  waiting: number;
}
const state = mkdtempSync(join(tmpdir(), 'twilio-graphql-rolling-'));

const startNode = async (): Promise<Node> => {
  const process = run({
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_UPSTREAM_URL: twilio.url,
    TWILIO_TPS_PER_NODE: '1000',
    TWILIO_GRAPHQL_STATE: state,
  });
  return { process, url: new URL(await urlOf(process)), waiting: 0 };
};

/** Sends each request to the next node, over connections that it keeps. */
const startBalancer = async (nodes: Node[]): Promise<Server> => {
  const agents = new Map<Node, Agent>();
  let next = 0;
  const server = createServer((request, response) => {
    const node = nodes[next++ % nodes.length] as Node;
    const agent = agents.get(node) ?? new HttpAgent({ keepAlive: true });
    agents.set(node, agent);
    node.waiting++;
    response.once('close', () => node.waiting--);
    const { method, headers } = request;
    const forwarded = httpRequest(
      node.url,
      { agent, method, headers: { ...headers, host: node.url.host } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    forwarded.on('error', () => response.writeHead(502).end('{}'));
    request.pipe(forwarded);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
};

test('no request fails and no message is sent twice while both processes are replaced', async () => {
  let created = 0;
  twilio.play(async ({ method, form }) => {
    await sleep(20);
    if (method === 'POST') return [201, message(++created, { body: form.get('Body') })];
    return page('messages', [message(1)]);
  });
  const nodes = [await startNode(), await startNode()];
  const balancer = await startBalancer(nodes);
  const url = `http://127.0.0.1:${(balancer.address() as AddressInfo).port}/graphql`;

  const ask = async (query: string, variables: object): Promise<object> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    return { status: response.status, ...((await response.json()) as object) };
  };
  const read = () => ask('{ messages(first: 1) { nodes { sid } } }', {});
  const SEND = `mutation($key: String!, $body: String!) {
    messageCreate(idempotencyKey: $key, input: { to: "+15005550006", from: "+15005550001", body: $body }) {
      message { sid } userErrors { code }
    }
  }`;
  const write = (n: number) => ask(SEND, { key: randomUUID(), body: `number ${n}` });

  const replaceAll = async () => {
    for (const old of [...nodes]) {
      nodes.push(await startNode());
      nodes.splice(nodes.indexOf(old), 1);
      await expect.poll(() => old.waiting).toBe(0);
      old.process.child.kill('SIGTERM');
      expect(await old.process.ended).toBe(0);
    }
  };
  const answers: Promise<object>[] = [];
  let isOver = false;
  const replaced = replaceAll().finally(() => {
    isOver = true;
  });
  for (let n = 0; n < REQUESTS || !isOver; n++) {
    answers.push(n % 5 === 0 ? write(n) : read());
    await sleep(EVERY_MS);
  }
  await replaced;
  const all = await Promise.all(answers);
  const writes = all.filter((_, n) => n % 5 === 0);
  for (const answer of all) expect(answer).toMatchObject({ status: 200, data: expect.anything() });
  for (const answer of all) expect(answer).not.toHaveProperty('errors');
  for (const answer of writes)
    expect(answer).toMatchObject({
      data: { messageCreate: { message: { sid: expect.stringMatching(/^SM/) }, userErrors: [] } },
    });
  const bodies = twilio.seen.filter(({ method }) => method === 'POST').map(({ form }) => form.get('Body'));
  expect(bodies).toHaveLength(writes.length);
  expect(new Set(bodies).size).toBe(writes.length);

  for (const { process } of nodes) process.child.kill('SIGTERM');
  await Promise.all(nodes.map(({ process }) => process.ended));
  balancer.closeAllConnections();
  balancer.close();
});
