/** Clients that send too slowly: cut off by Node's own clock, which a test has to wait for. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { serverWithStandIn } from '../support/hooks.ts';

const { server } = await serverWithStandIn();

/** What the server says until it closes the connection, and after how many seconds it does. */
const talk = async (head: string, more: string) => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.on('error', () => {});
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  const since = performance.now();
  socket.write(head);
  const drip = setInterval(() => socket.write(more), 1000);
  await once(socket, 'close');
  clearInterval(drip);
  return { text, seconds: (performance.now() - since) / 1000 };
};
const POST = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';

test('a client is cut off: in its headers after 10 seconds, in its body after 30', async () => {
  const [headers, body] = await Promise.all([talk(POST, 'x'), talk(`${POST}content-length: 10000\r\n\r\n`, ' ')]);
  for (const { text } of [headers, body]) expect(text).toMatch(/^HTTP\/1\.1 408 /);
  expect(headers.seconds).toBeGreaterThan(9.9);
  expect(body.seconds).toBeGreaterThan(29.9);
  // Both began together.
  expect(body.seconds - headers.seconds).toBeGreaterThan(10);
  expect((await server.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
});
