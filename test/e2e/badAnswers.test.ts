/** Answers that no server should give: each is a clear error at its own path, or costs one row, and nothing hangs. */
import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { impatientServer, serverWithStandIn } from '../support/hooks.ts';
import { call, page, path, sid } from '../support/rows.ts';
import type { Answer } from '../support/standIn.ts';

const { twilio, server } = await serverWithStandIn();
const impatient = await impatientServer(twilio, 2000);

const rows = (count: number) => Array.from({ length: count }, (_, i): unknown => call(i + 1));
const JSON_TYPE = { 'content-type': 'application/json' };
const LIST = page('calls', rows(3) as Record<string, unknown>[]);
const text = JSON.stringify(LIST);

const trickle = (response: ServerResponse, write: () => void) => {
  const timer = setInterval(write, 20);
  response.once('close', () => clearInterval(timer));
};

const answers: [name: string, answer: Answer, code: string][] = [
  [
    'one byte at a time',
    (response) => {
      response.writeHead(200, JSON_TYPE);
      trickle(response, () => response.write(' '));
    },
    'UPSTREAM_TIMEOUT',
  ],
  [
    'headers that never end',
    (response) => {
      response.socket?.write('HTTP/1.1 200 OK\r\n');
      let n = 0;
      trickle(response, () => response.socket?.write(`x-${n++}: y\r\n`));
    },
    'UPSTREAM_TIMEOUT',
  ],
  [
    'headers of a megabyte',
    (response) => void response.socket?.end(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(1_000_000)}\r\n\r\n`),
    'UPSTREAM_INTERRUPTED',
  ],
  ['no HTTP', (response) => void response.socket?.end('SSH-2.0-OpenSSH_9.2\r\n'), 'UPSTREAM_INTERRUPTED'],
  [
    'less than its length',
    (response) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-length': text.length + 10 });
      response.write(text, () => response.socket?.end());
    },
    'UPSTREAM_INTERRUPTED',
  ],
  ['a page of HTML', [200, '<!doctype html>', { 'content-type': 'text/html' }], 'UPSTREAM_UNREADABLE'],
  ['half of its JSON', [200, text.slice(0, text.length / 2)], 'UPSTREAM_UNREADABLE'],
  ['nothing', [200, ''], 'UPSTREAM_UNREADABLE'],
  ['null', [200, 'null'], 'UPSTREAM_UNREADABLE'],
  ['a number', [200, '7'], 'UPSTREAM_UNREADABLE'],
  ['a bare list', [200, []], 'UPSTREAM_UNREADABLE'],
  ['an error in the body of a 200', [200, { code: 20500, message: 'Internal', status: 500 }], 'UPSTREAM_UNREADABLE'],
  ['null for its rows', [200, { ...LIST, calls: null }], 'UPSTREAM_UNREADABLE'],
  ['rows without anything', [200, { ...LIST, calls: [null, {}, [], 7] }], 'UPSTREAM_UNREADABLE'],
  ['deep nesting', [200, `${'['.repeat(200_000)}${']'.repeat(200_000)}`], 'UPSTREAM_UNREADABLE'],
];
test.each(answers)('%s is an error of the list, and of nothing beside it', async (_name, answer, code) => {
  twilio.play(({ path: at }) => (at === path('Calls') ? answer : call(1)));
  const { data, errors } = await (code === 'UPSTREAM_TIMEOUT' ? impatient : server).ask(
    `{ calls(first: 3) { nodes { sid } } call(sid: "${sid('CA')}") { sid } }`,
  );
  expect(data).toEqual({ calls: null, call: { sid: sid('CA') } });
  expect(errors.map(({ path: at, extensions }) => [at?.[0], extensions.code])).toEqual([['calls', code]]);
});

test('more than 16 MB is not read to its end', async () => {
  twilio.play(() => (response) => {
    response.writeHead(200, JSON_TYPE);
    for (let megabyte = 0; megabyte < 50; megabyte++) response.write(' '.repeat(1_048_576));
  });
  const { data, errors } = await server.ask('{ calls(first: 3) { nodes { sid } } }');
  expect(data).toEqual({ calls: null });
  expect(errors).toMatchObject([{ path: ['calls', 'nodes'], extensions: { code: 'UPSTREAM_UNREADABLE' } }]);
  expect(twilio.seen).toHaveLength(1);
});

test.each([
  ['JSON under another content type', [200, text, { 'content-type': 'text/plain' }]],
  ['JSON behind a byte order mark', [200, `\uFEFF${text}`]],
  ['201', [201, LIST]],
] as [string, Answer][])('%s is read', async (_name, answer) => {
  twilio.play(() => answer);
  const { data, errors } = await server.ask('{ calls(first: 3) { nodes { sid } } }');
  expect(errors).toEqual([]);
  expect(data.calls.nodes).toHaveLength(3);
});

test.each([
  ['another call', { sid: sid('CA', 2) }],
  ['another resource', { sid: sid('RE', 1) }],
])('a row that says that it is %s is not the one that was asked for', async (_what, more) => {
  twilio.play(() => call(1, more));
  const { data, errors } = await server.ask(`{ call(sid: "${sid('CA', 1)}") { sid } }`);
  expect(data).toEqual({ call: null });
  expect(errors).toMatchObject([{ path: ['call'], extensions: { code: 'UPSTREAM_UNREADABLE' } }]);
});

test.each(['QZ', 'RE'])('a prefix is no reason to doubt a row that Twilio lists: %s', async (prefix) => {
  twilio.play(() => page('calls', [call(1, { sid: sid(prefix, 1) })]));
  const { data, errors } = await server.ask('{ calls(first: 1) { nodes { sid } } }');
  expect([errors, data.calls.nodes]).toEqual([[], [{ sid: sid(prefix, 1) }]]);
});

test('a row whose values are all null is a row', async () => {
  const nulls = Object.fromEntries(Object.keys(call(1)).map((name) => [name, null]));
  twilio.play(() => page('calls', [{ ...nulls, sid: sid('CA', 1) }]));
  const { data } = await server.ask('{ calls(first: 1) { nodes { sid startTime duration from price } } }');
  expect(data.calls.nodes).toEqual([{ sid: sid('CA'), startTime: null, duration: null, from: null, price: null }]);
});

describe('one row of fifty that cannot be read', () => {
  const bad = 17;
  const kinds: [string, unknown][] = [
    ['null', null],
    ['text', 'oops'],
    ['an empty object', {}],
    ['without a SID', call(18, { sid: undefined })],
    ['with a SID that is null', call(18, { sid: null })],
    ['with a SID that is an object', call(18, { sid: {} })],
  ];
  const play = (row: unknown) =>
    twilio.play(({ path: at }) =>
      at === path('Calls')
        ? page('calls', Object.assign(rows(50), { [bad]: row }) as Record<string, unknown>[])
        : [204],
    );

  test.each(kinds)('%s: the others stand, and it is null with an error in its place', async (_kind, row) => {
    play(row);
    const { data, errors } = await server.ask('{ calls(first: 50) { nodes { sid } edges { cursor node { sid } } } }');
    for (const nodes of [data.calls.nodes, data.calls.edges.map(({ node }: { node: unknown }) => node)]) {
      expect(nodes).toHaveLength(50);
      expect(nodes[bad]).toBeNull();
      expect(nodes.filter(Boolean)).toHaveLength(49);
    }
    expect(errors).toMatchObject([
      { path: ['calls', 'nodes', bad], extensions: { code: 'UPSTREAM_UNREADABLE' } },
      { path: ['calls', 'edges', bad, 'node'], extensions: { code: 'UPSTREAM_UNREADABLE' } },
    ]);
  });

  test.each(kinds)(
    '%s: nobody knows whether it matches, so no count is given and nothing is changed',
    async (_k, row) => {
      play(row);
      const { data, errors } = await server.ask(
        '{ calls(first: 60, filter: { duration: { gt: 5 } }) { totalCount nodes { sid } } }',
      );
      expect(data.calls.totalCount).toBeNull();
      expect(data.calls.nodes.filter(Boolean)).toHaveLength(49);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_UNREADABLE', 'UPSTREAM_UNREADABLE']);
      const changed = await server.ask(
        'mutation { callsDelete(filter: { duration: { gt: 5 } }, limit: 100) { matched results { outcome } } }',
      );
      expect(changed.errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNREADABLE' } }]);
      expect(twilio.seen.every(({ method }) => method === 'GET')).toBe(true);
    },
  );
});

describe('a value that would be shown as another one', () => {
  const UNREADABLE = 'UPSTREAM_UNREADABLE';
  /** As they stand in the answer: a number of JavaScript could not say them all. */
  const values: [field: string, theirs: string, json: string, shown: unknown][] = [
    ['price', 'price', '123456789.123456789', '123456789.123456789'],
    ['price', 'price', '-0.00750000000000000000001', '-0.00750000000000000000001'],
    ['price', 'price', '12345678901234567890', '12345678901234567890'],
    ['from', 'from', '9007199254740993', '9007199254740993'],
    ['price', 'price', '1e400', UNREADABLE],
    ['from', 'from', '1e400', UNREADABLE],
    ['duration', 'duration', '1.00000000000000001', UNREADABLE],
    ['duration', 'duration', '"0x10"', UNREADABLE],
    ['duration', 'duration', '"1e3"', UNREADABLE],
    ['duration', 'duration', '["5"]', UNREADABLE],
    ['price', 'price', '["0.5"]', UNREADABLE],
    ['status', 'status', '["completed"]', 'UNRECOGNIZED'],
    ['direction', 'direction', '["inbound"]', 'UNRECOGNIZED'],
    ['startTime', 'start_time', '"2026-02-31T10:00:00Z"', UNREADABLE],
    ['startTime', 'start_time', '"Tue, 31 Nov 2026 10:00:00 +0000"', UNREADABLE],
    ['startTime', 'start_time', '"Sun, 29 Nov 2026 23:59:60 +0000"', UNREADABLE],
    ['startTime', 'start_time', '"Sep 1"', UNREADABLE],
    ['startTime', 'start_time', '"2026-09-01 00:00:00"', '2026-09-01T00:00:00Z'],
  ];
  test.each(values)('%s: %s of %s is %s', async (field, theirs, json, shown) => {
    twilio.play(() => [200, JSON.stringify(call(1, { [theirs]: '@' })).replace('"@"', json)]);
    const { data, errors } = await server.ask(`{ call(sid: "${sid('CA', 1)}") { ${field} } }`);
    if (shown === UNREADABLE)
      expect(errors.map(({ path: at, extensions }) => [at, extensions.code])).toEqual([[['call', field], shown]]);
    else expect([data, errors]).toEqual([{ call: { [field]: shown } }, []]);
  });

  test.each(['aggregate { countBy(field: STATUS) { value } }', 'nodes { sid }'])(
    'a list with a known word is no word of a figure or an order: %s',
    async (selected) => {
      twilio.play(() => page('calls', [call(1), call(2, { status: ['completed'] })]));
      const { errors } = await server.ask(`{ calls(orderBy: [{ field: STATUS }]) { ${selected} } }`);
      expect(errors).toMatchObject([{ extensions: { code: UNREADABLE } }]);
    },
  );

  const documents: [json: string, shown: unknown][] = [
    ['12345678901234567890', '12345678901234567890'],
    ['"12345678901234567890"', '12345678901234567890'],
    ['"123"', '123'],
    ['"1e400"', '1e400'],
    ['"null"', 'null'],
    ['"{\\"a\\":1}"', { a: 1 }],
    ['{"a":1e400}', UNREADABLE],
    ['{"a":123456789012345678.5}', { a: '123456789012345678.5' }],
    ['{"a":9007199254740992}', { a: 9007199254740992 }],
  ];
  test.each(documents)('JSON of %s is %j', async (json, shown) => {
    twilio.play(({ path: at }) =>
      at.endsWith('Documents/x') ? [200, `{"sid":"${sid('ET')}","data":${json}}`] : { sid: sid('IS') },
    );
    const { data, errors } = await server.ask(
      `{ sync { service(sid: "${sid('IS')}") { document(sid: "x") { data } } } }`,
    );
    if (shown === UNREADABLE) expect(errors).toMatchObject([{ extensions: { code: shown } }]);
    else expect([data.sync.service.document, errors]).toEqual([{ data: shown }, []]);
  });
});

describe('no object, of a resource without a key', () => {
  const fields: [operation: string, field: string][] = [
    ['query', 'insights { settings { accountSid } }'],
    ['query', 'balance { balance }'],
    ['mutation', 'insightsSettingsUpdate(input: { advancedFeatures: true }) { userErrors { code } }'],
    ['mutation', 'lookupQueryCreate(input: {}) { userErrors { code } }'],
  ];
  /** A write that costs money says first that its outcome is unknown. */
  const UNREADABLE = /^(UPSTREAM_UNREADABLE|OUTCOME_UNKNOWN)$/;
  const nothings = [[], ['x'], [null], [{}], null, 5, 't'];
  test.each(fields.flatMap(([operation, field]) => nothings.map((json) => ({ operation, field, json }))))(
    '$json for $field',
    async ({ operation, field, json }) => {
      twilio.play(() => [operation === 'query' ? 200 : 201, JSON.stringify(json)]);
      const { errors } = await server.ask(`${operation} { it: ${field} }`);
      const unknown = operation === 'mutation' && { outcome: 'UNKNOWN' };
      expect(errors).toMatchObject([{ extensions: { code: expect.stringMatching(UNREADABLE), ...unknown } }]);
    },
  );
  test.each([{}, { code: 20500, message: 'Internal' }, { account_sid: null }])(
    '%j has nothing of what Twilio guarantees',
    async (json) => {
      twilio.play(() => json);
      const { errors } = await server.ask('{ it: balance { __typename } }');
      expect(errors).toMatchObject([{ path: ['it'], extensions: { code: 'UPSTREAM_UNREADABLE' } }]);
    },
  );
  test.each([
    ['conversationsV2', 'operation(id: "x")'],
    ['memory', 'traitGroup(storeId: "x", traitGroupName: "y")'],
    ['voice', 'typedConfiguration(type: "x", idOrUniqueName: "y")'],
  ])('an empty object for a row whose key is in no answer: %s %s', async (product, field) => {
    twilio.play(() => ({}));
    const { errors } = await server.ask(`{ it: ${product} { ${field} { __typename } } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNREADABLE' } }]);
  });
});
