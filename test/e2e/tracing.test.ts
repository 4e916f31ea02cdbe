/** Traces as an OTLP receiver gets them: how spans lie in each other, and that they hold nobody's data. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { requireBuild, run, urlOf } from '../support/command.ts';
import { closedAfterTest } from '../support/hooks.ts';
import { call, message, page, recording, sid } from '../support/rows.ts';
import { ACCOUNT, startAgainst, TOKEN } from '../support/server.ts';
import { type StandIn, startStandIn } from '../support/standIn.ts';

interface Attribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}
interface Span {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly Attribute[];
  readonly status: { readonly code?: number };
}
interface Receiver {
  readonly url: string;
  /** All that was received, as it came. */
  text(): string;
  spans(): readonly Span[];
  close(): Promise<void>;
}

/** Takes OTLP in JSON. */
const startReceiver = async (): Promise<Receiver> => {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.url === '/v1/traces') bodies.push(body);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    text: () => bodies.join('\n'),
    spans: () =>
      bodies
        .flatMap((body) => JSON.parse(body).resourceSpans)
        .flatMap(({ scopeSpans }) => scopeSpans)
        .flatMap(({ spans }) => spans),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
};

let twilio: StandIn;
let receiver: Receiver;
beforeAll(requireBuild);
beforeEach(async () => {
  twilio = closedAfterTest(await startStandIn());
  receiver = closedAfterTest(await startReceiver());
});

const attribute = ({ attributes }: Span, key: string): unknown =>
  Object.values(attributes.find((each) => each.key === key)?.value ?? {})[0];

/** Names of spans as a tree, children in the order in which they began. */
const tree = (spans: readonly Span[], parent?: string): readonly unknown[] =>
  spans
    .filter(({ parentSpanId }) => (parentSpanId || undefined) === parent)
    .sort((a, b) => Number(BigInt(a.startTimeUnixNano) - BigInt(b.startTimeUnixNano)))
    .map((span) => {
      const below = tree(spans, span.spanId);
      return below.length > 0 ? [span.name, ...below] : span.name;
    });

/** Runs the operation in a server that then closes, which sends all spans. */
const traced = async (
  query: string,
  variables = {},
  headers: Record<string, string> = {},
): Promise<readonly Span[]> => {
  const server = await startAgainst(twilio.url, { OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url });
  await server.ask(query, variables, undefined, headers);
  await server.close();
  return receiver.spans();
};

test('operation, field, loader batch and call lie in each other, in the trace of the client', async () => {
  twilio.play(({ path }) => {
    if (path.endsWith('/Recordings.json'))
      return page(
        'recordings',
        [1, 2].map((n) => recording(n, { call_sid: sid('CA', n) })),
      );
    return call(Number.parseInt(path.slice(-10, -5), 16));
  });
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
  const spans = await traced('query Pairs { recordings(first: 2) { nodes { call { status } } } }', {}, { traceparent });
  expect(new Set(spans.map((span) => span.traceId))).toEqual(new Set([traceId]));
  expect(tree(spans, '00f067aa0ba902b7')).toEqual([
    [
      'query Pairs',
      ['recordings', 'list Recording'],
      ['recordings.nodes.call', ['loader batch', 'fetch Call', 'fetch Call']],
    ],
  ]);
  const batch = spans.find(({ name }) => name === 'loader batch') as Span;
  expect(attribute(batch, 'twilio_graphql.rows')).toBe(2);
  const root = spans.find(({ name }) => name === 'query Pairs') as Span;
  expect(attribute(root, 'twilio_graphql.cost.actual')).toBe(3);
  for (const span of spans) {
    expect(BigInt(span.endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(span.startTimeUnixNano));
    expect(BigInt(span.startTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(root.startTimeUnixNano) - 1_000_000n);
  }
});

test('a retry is a span of its own, and a failure is marked', async () => {
  twilio.play((_, index) => (index === 0 ? [503, { message: 'busy' }] : message(1)));
  const spans = await traced(`{ message(sid: "${sid('SM')}") { status } }`);
  const calls = spans.filter(({ name }) => name === 'fetch Message');
  expect(
    calls.map((span) => [attribute(span, 'twilio_graphql.attempt'), attribute(span, 'http.response.status_code')]),
  ).toEqual([
    [1, 503],
    [2, 200],
  ]);
  expect(calls.map(({ status }) => status.code ?? 0)).toEqual([2, 0]);
});

test('a client whose trace is not sampled has none', async () => {
  twilio.play(() => message(1));
  const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00';
  expect(await traced(`{ message(sid: "${sid('SM')}") { status } }`, {}, { traceparent })).toEqual([]);
});

test('no variable, body, number, SID or secret is in a trace', async () => {
  const [number, body] = ['+15005550006', 'planted words'];
  twilio.play(({ method }) =>
    method === 'POST' ? [400, { code: 21211, message: `${number} ${body}` }] : message(1, { body, to: number }),
  );
  await traced(
    `mutation To15005550006($to: String!) { messageCreate(input: { to: $to, from: "${number}", body: "${body}" }) { message { sid } userErrors { code } } }`,
    { to: number },
  );
  await traced(
    `query Read { message(sid: "${sid('SM')}") { body to } messages(first: 1, filter: { to: { eq: "${number}" } }) { nodes { sid } } }`,
  );
  expect(receiver.spans().length).toBeGreaterThan(3);
  expect(receiver.text()).not.toMatch(new RegExp(`15005550006|${body}|${TOKEN}|${ACCOUNT}|${sid('SM')}|2010-04-01`));
});

test('without an endpoint nothing of OpenTelemetry is loaded', async () => {
  const printed =
    "import { createRequire } from 'node:module';" +
    "const { cache } = createRequire(process.cwd() + '/');" +
    // prom-client has always loaded the API, which does nothing by itself.
    'const loaded = () => Object.keys(cache).filter((name) => /opentelemetry.(?!api)/.test(name));' +
    "process.on('exit', () => process.stderr.write(JSON.stringify(loaded())));";
  const preload = `data:text/javascript,${encodeURIComponent(printed)}`;
  for (const [settings, expected] of [
    [{}, /\[\]$/],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url }, /sdk-trace/],
  ] as const) {
    const server = run({ NODE_OPTIONS: `--import=${preload}`, ...settings });
    await urlOf(server);
    server.child.kill('SIGTERM');
    await server.ended;
    expect(server.err()).toMatch(expected);
  }
});

test('a receiver that is away costs no answer', async () => {
  twilio.play(() => message(1));
  const server = closedAfterTest(await startAgainst(twilio.url, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' }));
  const { data } = await server.ask(`{ message(sid: "${sid('SM')}") { sid } }`);
  expect(data.message.sid).toBe(sid('SM'));
});
